import './i18n-stub.ts';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { partialDate } from '@/lib/core/dates.ts';
import { RELATIONS, type Reason } from '@/lib/core/match.ts';
import type { Mark } from '@/lib/core/marks.ts';
import { Card, type CardAnswers } from '@/lib/ui/card.tsx';
import { reasonInWords } from '@/lib/ui/why-marked.tsx';
import { axeViolations } from './check-axe.ts';
import { cardFor, libraryCard, madeMark } from './sample-props.ts';
import { tabOrder } from './tab-order.ts';

afterEach(cleanup);

const outcome = madeMark({ question: 'q-outcome', claim: 0 });
const draw = (mark: Mark, space: 'tight' | 'wide' = 'wide', answers?: CardAnswers) =>
  render(<Card card={cardFor(mark)} mark={mark} space={space} {...(answers === undefined ? {} : { answers })} />);
const answerSpies = () => ({ onReject: vi.fn(), onConfirm: vi.fn(), onTakeBack: vi.fn() });

const claim = (says: RegExp): HTMLElement => screen.getByRole('region', { name: says });

describe('a card', () => {
  it('asks its question and shows the claims in their order', () => {
    draw(outcome);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(
      'What did the harbour talks of 2 March 2021 achieve?',
    );
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'The talks came close to a breakthrough.',
      'Both sides reached a provisional deal.',
      'The talks brought nothing, and much work remains.',
      'Timeline',
    ]);
  });

  it('never shows a number of accounts without that of origins', () => {
    draw(outcome);
    expect(document.body.textContent).toContain('Accounts differ · 7 accounts, 4 origins');
    const alone = document.body.textContent.match(/\d+ (?:account|article)s?\b(?!, \d+ origin)/g);
    expect(alone).toBeNull();
  });

  it('tells who, in what role, how, when, where, and in which words', () => {
    draw(outcome);
    const near = within(claim(/came close/));
    expect(near.getByText('Jonas Reed', { selector: 'b span' })).toBeTruthy();
    expect(near.getByText('head of the dockers’ delegation')).toBeTruthy();
    expect(near.getByText('says · March 2, 2021 (“Tuesday”)')).toBeTruthy();
    expect(near.getByText('for the first time we have it in writing', { selector: 'blockquote q' })).toBeTruthy();
    expect(near.getByText('in Harbour Ledger, March 2, 2021')).toBeTruthy();
  });

  it('opens the source at the passage, and tells it nothing', () => {
    draw(outcome);
    const link = within(claim(/brought nothing/)).getByRole('link');
    expect(link.getAttribute('aria-label')).toBe('Open at the passage: The Ellery Courier');
    expect(link.getAttribute('href')).toBe(
      'https://courier.example/2021/03/03/harbour-talks#:~:text=no%20breakthrough%20of%20any%20kind',
    );
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  it.each([
    ['q-outcome', /came close/, ['Also printed by dockside.example', '2 articles, 1 origin: The Ellery Courier']],
    ['q-outcome', /provisional deal/, ['2 articles, 1 origin: The Northern Weekly']],
    ['q-outcome', /brought nothing/, []],
  ])('folds copies under their origin: %s %s', (id, says, folds) => {
    render(<Card card={libraryCard(id)} mark={null} space="wide" />);
    const summaries = [...claim(says).querySelectorAll('.fold > summary')].map(({ textContent }) => textContent);
    expect(summaries).toEqual(folds);
  });

  it('says whence a single account was taken', () => {
    const card = libraryCard('q-outcome');
    const claims = card.claims.map((each) => ({
      ...each,
      origins: each.origins.map((origin) => ({ ...origin, articles: 1, accounts: origin.accounts.slice(0, 1) })),
    }));
    render(<Card card={{ ...card, claims }} mark={null} space="wide" />);
    expect(within(claim(/provisional/)).getByText('Taken from The Northern Weekly')).toBeTruthy();
  });

  it('draws the lineage as a tree of lists', () => {
    draw(outcome);
    const tree = within(claim(/provisional deal/))
      .getAllByRole('list', { hidden: true })
      .find(({ className }) => className === 'lineage');
    expect(tree?.querySelector(':scope > li > p')?.textContent).toBe(
      'The Northern Weekly Ivo Lindqvist · March 1, 2021 · origin',
    );
    expect(
      [...(tree?.querySelectorAll(':scope ul > li > p:first-child') ?? [])].map(({ textContent }) => textContent),
    ).toEqual([
      '“Notes from the picket line” March 2021, inferred · cites it',
      'Bay Gazette April 10, 2021 · cites it',
    ]);
  });

  it('sets those who deny or question apart from those who tell', () => {
    draw(outcome);
    const near = claim(/came close/);
    const against = near.querySelector<HTMLElement>('.disputes');
    if (against === null) throw new Error('nobody disputes it');
    expect(within(against).getByRole('heading', { level: 4 }).textContent).toBe('Denied or questioned by');
    expect(within(against).getByText('questions')).toBeTruthy();
    expect(within(against).getByText('1 account, 1 origin')).toBeTruthy();
  });

  it.each(RELATIONS)('says how the sentence stands to its claim: %s', (relation) => {
    const { container } = draw(madeMark({ question: 'q-outcome', claim: 0, relation }));
    const tags = [...container.querySelectorAll('.claim > .here-tag')].map(({ textContent }) => textContent);
    expect(tags).toEqual([
      {
        same: 'This sentence',
        denies: 'This sentence denies it',
        'other-figure': 'This sentence gives another figure',
        'other-answer': 'This sentence gives another answer',
        'on-question': 'This sentence is on the same question',
      }[relation],
    ]);
  });

  it('keeps the timeline for where there is room', () => {
    draw(outcome, 'tight');
    expect(screen.queryByText('Timeline')).toBeNull();
  });

  it('opens as many accounts as its room allows, in proportion', () => {
    const card = libraryCard('q-outcome');
    const [best, second] = card.claims;
    const group = best?.origins[0];
    if (best === undefined || second === undefined || group === undefined) throw new Error('no claims');
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...group,
      accounts: group.accounts.map((account) => ({ ...account, id: `${account.id}-${at}` as typeof account.id })),
    }));
    const grown = {
      ...card,
      claims: [
        { ...best, origins: many },
        { ...second, origins: many.slice(0, 4) },
      ],
    };
    const { container } = render(<Card card={grown} mark={null} space="tight" />);
    const open = [...container.querySelectorAll('.claim')].map(
      (each) => each.querySelectorAll(':scope > .origins > .origin').length,
    );
    expect(open).toEqual([3, 1]);
    expect(screen.getByText('9 more origins')).toBeTruthy();
  });

  it('writes down the rule by which it is ordered', () => {
    draw(outcome);
    expect(screen.getByText('How this card is ordered')).toBeTruthy();
    expect(document.body.textContent).toMatch(/number of independent origins .* then by the earliest account/);
    expect(document.body.textContent).toContain('From the pack “Harbour talks 2021”, version 1.2.0 of May 1, 2021.');
  });

  it('takes a mark off when asked', () => {
    const answers = answerSpies();
    draw(outcome, 'wide', answers);
    fireEvent.click(screen.getByRole('button', { name: 'Not the same claim' }));
    expect(answers.onReject).toHaveBeenCalledOnce();
  });

  it('offers that only for a mark', () => {
    render(<Card card={libraryCard('q-outcome')} mark={null} space="wide" />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByText('Why is this marked?')).toBeNull();
  });

  it('is walked by keyboard from top to bottom', () => {
    draw(madeMark({ question: 'q-outcome', claim: 0 }), 'tight', answerSpies());
    expect(tabOrder()).toEqual([
      'Open at the passage: Harbour Ledger',
      'Details: Jonas Reed',
      'Also printed by dockside.example',
      'Open at the passage: The Ellery Courier',
      'Details: Mara Quill',
      '2 articles, 1 origin: The Ellery Courier',
      'Details: the article’s author',
      'This is what it says: The talks came close to a breakthrough.',
      'Details: the article’s author',
      '2 articles, 1 origin: The Northern Weekly',
      'This is what it says: Both sides reached a provisional deal.',
      'Open at the passage: The Ellery Courier',
      'Details: Petra Holm',
      'Why is this marked?',
      'How this card is ordered',
      'Not the same claim',
    ]);
  });

  it.each(['q-outcome', 'q-dockers', 'q-cranes', 'q-fire'])('passes axe, all folds open: %s', async (id) => {
    const { container } = render(
      <main>
        <h1>Test</h1>
        <Card card={libraryCard(id)} mark={null} space="wide" />
      </main>,
    );
    container.querySelectorAll('details').forEach((fold) => (fold.open = true));
    expect(await axeViolations(container)).toEqual([]);
  });

  it('makes no link of an address that is none', () => {
    const card = libraryCard('q-fire');
    const claims = card.claims.map((each) => ({
      ...each,
      origins: each.origins.map((origin) => ({
        ...origin,
        lineage: { ...origin.lineage, url: 'javascript:alert(1)' },
        accounts: origin.accounts.map((account) => ({ ...account, link: 'javascript:alert(1)' })),
      })),
    }));
    render(<Card card={{ ...card, claims }} mark={null} space="wide" />);
    expect(screen.queryByRole('link', { hidden: true })).toBeNull();
  });
});

describe('why a sentence is marked', () => {
  const card = cardFor(outcome);
  const account = card.claims[0]?.origins[0]?.accounts[0];
  const day = partialDate('2021-03-25');
  if (account === undefined || day === null) throw new Error('no account, or no date');
  const cases: readonly (readonly [Reason, string])[] = [
    [
      { kind: 'same-sentence', account: account.id },
      'This is the account’s own sentence: Jonas Reed, in Harbour Ledger.',
    ],
    [{ kind: 'same-sentence', account: 'gone' as typeof account.id }, 'This is an account’s own sentence.'],
    [{ kind: 'shared-words', words: ['talks', 'nothing'] }, 'Words in common: talks and nothing'],
    [{ kind: 'shared-names', names: ['Port Ellery'] }, 'Names in common: Port Ellery'],
    [{ kind: 'same-figure', figure: '1,351' }, 'The same figure: 1,351'],
    [{ kind: 'other-figure', here: '1,500', there: '1,351' }, 'Another figure: 1,500 here, 1,351 there'],
    [{ kind: 'figure-date', date: day }, 'The claim gives its figure for: March 25, 2021'],
    [
      { kind: 'whole-claim' },
      'Nearly everything that the claim says is in the sentence, and nothing in it says otherwise.',
    ],
    [
      { kind: 'near-meaning' },
      'In other words, the sentence means what the claim says, by the measure of the language model.',
    ],
    [{ kind: 'near-claim' }, 'By the measure of the language model it is near to the claim, in whatever words.'],
    [
      { kind: 'near-aspect', says: 'The gates were old.' },
      'By the measure of the language model it is near to a further position on this question: “The gates were old.”',
    ],
    [{ kind: 'its-time', words: ['May 2021'] }, 'It speaks of the time that the question asks about: May 2021'],
    [{ kind: 'denial', cue: 'not' }, 'Words of denial: “not”'],
    [{ kind: 'denied-words', words: ['kept', 'gates'] }, 'What of the claim they deny: kept and gates'],
    [{ kind: 'claim-denies', cue: 'never' }, 'The claim says “never” here, and the sentence does not.'],
    [
      { kind: 'contrary', here: 'accepted', there: 'refused' },
      'Words that say the opposite: “accepted” here, “refused” there',
    ],
    [
      { kind: 'other-actor', here: 'Holm', there: 'Ellery' },
      'Somebody else is said to have done it: “Holm” here, “Ellery” there',
    ],
    [{ kind: 'only-possible', cue: 'may' }, 'Not stated as a fact: “may”'],
    [{ kind: 'story', names: ['Ellery', 'Holm'] }, 'The article tells this story: Ellery and Holm'],
    [{ kind: 'reader-said' }, 'You said so.'],
    [{ kind: 'like-one-you-confirmed' }, 'It is much like a sentence that you have confirmed.'],
    [{ kind: 'like-one-you-hid' }, 'It is much like a sentence that you have hidden.'],
  ];
  it.each(cases)('%j', (reason, words) => {
    expect(reasonInWords(reason, card)).toBe(words);
  });

  it('stands in the card, with the estimate', () => {
    draw(outcome);
    const fold = screen.getByText('Why is this marked?').closest('details');
    expect([...(fold?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'Names in common: Port Ellery',
      'Words in common: nothing, talks, and came',
      'Estimated chance that the sentence speaks to this question: 82%',
    ]);
  });
});
