/** A made-up pack of a made-up story, small but with every case a card can meet: copies, citations, denials, figures, gaps. */
import { parsePack } from '@/lib/pack/parse-pack.ts';
import type { Pack, Question } from '@/lib/core/pack.ts';
import { HARBOUR_QUESTIONS } from './harbour-questions.ts';

const SOURCES = [
  {
    id: 'courier',
    kind: 'article',
    title: 'Harbour talks end a day early',
    author: 'Mara Quill',
    outlet: 'The Ellery Courier',
    url: 'https://courier.example/2021/03/03/harbour-talks',
    published: '2021-03-03',
    genre: 'news',
    language: 'en',
  },
  {
    id: 'tribune',
    kind: 'article',
    title: 'Harbour talks end a day early',
    outlet: 'Southern Tribune',
    url: 'https://tribune.example/harbour',
    published: '2021-03-04',
    genre: 'news',
    language: 'en',
    reprintOf: 'courier',
  },
  {
    id: 'weekly',
    kind: 'cited',
    title: 'What the shipowners signed',
    author: 'Ivo Lindqvist',
    outlet: 'The Northern Weekly',
    published: '2021-03-01',
    genre: 'analysis',
    language: 'en',
  },
  {
    id: 'gazette',
    kind: 'article',
    title: 'A deal nobody kept',
    outlet: 'Bay Gazette',
    url: 'https://gazette.example/deal#top',
    published: '2021-04-10',
    genre: 'opinion',
    language: 'en',
    note: 'Retells a report of the Northern Weekly.',
  },
  {
    id: 'ledger',
    kind: 'article',
    title: 'Cranes stand still',
    author: 'Ana Brandt',
    outlet: 'Harbour Ledger',
    url: 'https://ledger.example/cranes',
    published: '2021-03-02',
    genre: 'news',
    language: 'en',
    republishedBy: [{ outlet: 'dockside.example', published: '2021-03-05' }],
  },
  {
    id: 'pamphlet',
    kind: 'article',
    title: 'Notes from the picket line',
    published: '2021-03',
    dateCertain: false,
    dateNote: 'Not printed; it speaks of the week after the talks.',
    genre: 'unknown',
    language: 'en',
  },
];

/** The pack as its file would hold it. */
export const HARBOUR_FILE = {
  format: 'parallax-pack/1',
  id: 'harbour-2021',
  version: '1.2.0',
  date: '2021-05-01',
  title: 'Harbour talks 2021',
  summary: 'An invented story for tests: talks between dock workers and shipowners at Port Ellery in March 2021.',
  language: 'en',
  licence: 'CC0-1.0',
  scope: {
    what: 'The harbour talks of March 2021 and the strike around them',
    where: ['Port Ellery', 'Ellery Bay'],
    from: '2021-02',
    to: '2021-04-30',
  },
  names: [['Port Ellery', 'Ellery Harbour']],
  changes: [{ version: '1.2.0', date: '2021-05-01', text: 'The Gazette’s account added.' }],
  sources: SOURCES,
  questions: HARBOUR_QUESTIONS,
};

/** @throws Error when the builder above is wrong. */
function parsed(): Pack {
  const result = parsePack(HARBOUR_FILE);
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.pack;
}

export const HARBOUR: Pack = parsed();

/** @throws Error when the pack has no such question. */
export function questionOf(id: string, pack = HARBOUR): Question {
  const question = pack.questions.find((each) => each.id === id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return question;
}
