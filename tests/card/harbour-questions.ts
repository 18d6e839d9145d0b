/** The questions of the made-up pack, as its file would hold them. */
import { hashSentence } from '@/lib/text/sentence-hash.ts';

/** Stands for the hash of the whole sentence, which nobody has written. */
const passage = (words: string) => [{ words, hash: hashSentence(words) }];
const dockers = { name: 'on strike', unit: 'people', of: 'dock workers at Port Ellery' };
const toll = { name: 'stopped', unit: 'cranes', of: 'cranes in the container harbour' };

const OUTCOME = {
  id: 'q-outcome',
  asks: 'What did the harbour talks of 2 March 2021 achieve?',
  kind: 'contested',
  claims: [
    {
      id: 'nothing-came',
      says: 'The talks brought nothing, and much work remains.',
      accounts: [
        {
          id: 'nothing-came.courier',
          source: 'courier',
          speaker: 'Petra Holm',
          role: 'spokeswoman of the shipowners',
          stance: 'asserts',
          said: { date: '2021-03-03', given: 'Wednesday' },
          quote: 'no breakthrough of any kind',
          locators: passage('no breakthrough of any kind'),
        },
      ],
    },
    {
      id: 'provisional-deal',
      says: 'Both sides reached a provisional deal.',
      accounts: [
        {
          id: 'provisional-deal.gazette',
          source: 'gazette',
          speaker: 'Ivo Lindqvist',
          role: 'labour historian',
          via: 'The Northern Weekly',
          viaSource: 'weekly',
          stance: 'asserts',
          note: 'An outline, not a signed paper.',
          locators: passage('an outline of a settlement'),
        },
        {
          id: 'provisional-deal.pamphlet',
          source: 'pamphlet',
          speaker: 'the article’s author',
          via: 'The Northern Weekly',
          viaSource: 'weekly',
          stance: 'reports',
          locators: passage('a deal was on the table'),
        },
      ],
    },
    {
      id: 'close-to-deal',
      says: 'The talks came close to a breakthrough.',
      accounts: [
        {
          id: 'close-to-deal.ledger',
          source: 'ledger',
          speaker: 'Jonas Reed',
          role: 'head of the dockers’ delegation',
          stance: 'asserts',
          event: { date: '2021-03-02' },
          said: { date: '2021-03-02', given: 'Tuesday' },
          quote: 'for the first time we have it in writing',
          locators: [...passage('we have it in writing'), ...passage('closer than ever, he said')],
        },
        {
          id: 'close-to-deal.courier',
          source: 'courier',
          speaker: 'Mara Quill',
          stance: 'reports',
          event: { date: '2021-03-02' },
          locators: passage('both sides spoke of progress'),
        },
        {
          id: 'close-to-deal.tribune',
          source: 'tribune',
          speaker: 'Mara Quill',
          stance: 'reports',
          locators: passage('both sides spoke of progress'),
        },
        {
          id: 'close-to-deal.pamphlet',
          source: 'pamphlet',
          speaker: 'the article’s author',
          stance: 'doubts',
          locators: passage('so they said, and so they always say'),
        },
      ],
    },
  ],
};

const NUMBERS = {
  id: 'q-dockers',
  asks: 'How many dock workers were on strike by 1 March 2021?',
  kind: 'contested',
  claims: [
    {
      id: 'dockers-1351',
      says: 'At least 1,351 dock workers were on strike.',
      figures: [{ ...dockers, value: 1351, qualifier: 'at least', asOf: '2021-03-01' }],
      accounts: [
        {
          id: 'dockers-1351.courier',
          source: 'courier',
          speaker: 'the harbour board',
          stance: 'asserts',
          figures: [{ ...dockers, value: 1351, qualifier: 'at least', asOf: '2021-03-01' }],
          locators: passage('1,351 had stopped work'),
        },
        {
          id: 'dockers-1351.ledger',
          source: 'ledger',
          speaker: 'the harbour board',
          stance: 'reports',
          figures: [{ ...dockers, value: 1351, qualifier: 'at least', asOf: '2021-03-01' }],
          locators: passage('the board’s figure of 1,351'),
        },
      ],
    },
    {
      id: 'dockers-7000',
      says: 'Between 7,000 and 9,000 dock workers were on strike.',
      figures: [{ ...dockers, low: 7000, high: 9000, asOf: '2021-03-01' }],
      accounts: [
        {
          id: 'dockers-7000.ledger',
          source: 'ledger',
          speaker: 'Jonas Reed',
          role: 'head of the dockers’ delegation',
          stance: 'asserts',
          figures: [
            { ...dockers, low: 7000, high: 9000, asOf: '2021-03-01' },
            { ...dockers, value: 4000, qualifier: 'about', asOf: '2021-02-20' },
          ],
          locators: passage('seven to nine thousand of us'),
        },
      ],
    },
    {
      id: 'dockers-none-left',
      says: 'A tenth of the crews had gone back.',
      figures: [{ name: 'returned', unit: 'percent', of: 'crews', value: 10 }],
      accounts: [
        {
          id: 'dockers-none-left.pamphlet',
          source: 'pamphlet',
          speaker: 'the article’s author',
          stance: 'denies',
          locators: passage('nobody has gone back'),
        },
      ],
    },
  ],
};

const CRANES = {
  id: 'q-cranes',
  asks: 'How many cranes stood still?',
  kind: 'reported',
  claims: [
    {
      id: 'cranes-stopped',
      says: '123 of 152 cranes stood still.',
      accounts: [
        {
          id: 'cranes-stopped.ledger',
          source: 'ledger',
          speaker: 'Ana Brandt',
          stance: 'reports',
          figures: [{ ...toll, value: 123, outOf: 152 }],
          locators: passage('123 of the 152 cranes'),
        },
        {
          id: 'cranes-stopped.courier',
          source: 'courier',
          speaker: 'Petra Holm',
          stance: 'asserts',
          locators: passage('most of our cranes are idle'),
        },
      ],
    },
  ],
};

const FIRE = {
  id: 'q-fire',
  asks: 'What burned on pier 4?',
  kind: 'reported',
  claims: [
    {
      id: 'fire-shed',
      says: 'A tool shed burned down; nobody was hurt.',
      accounts: [
        {
          id: 'fire-shed.courier',
          source: 'courier',
          speaker: 'the fire brigade',
          stance: 'reports',
          locators: passage('a tool shed on pier 4'),
        },
      ],
    },
  ],
};

export const HARBOUR_QUESTIONS = [OUTCOME, NUMBERS, CRANES, FIRE];
