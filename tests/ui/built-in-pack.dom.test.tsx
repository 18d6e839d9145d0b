/** Everything that the built-in pack holds can be reached on the screen. */
import './i18n-stub.ts';
import { cleanup, render } from '@testing-library/preact';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Account, Pack, Question, Source } from '@/lib/core/pack.ts';
import { PacksView } from '@/lib/ui/packs-view.tsx';
import { figureInWords } from '@/lib/ui/figure-words.ts';
import { genreInWords, publishedInWords, stanceInWords } from '@/lib/ui/source-words.ts';
import { toldDateInFull } from '@/lib/ui/text.ts';
import { loadPack } from '@/scripts/pack/load-folder.ts';

afterEach(cleanup);

const loaded = loadPack('packs/istanbul-2022');
if (loaded.kind === 'invalid') throw new Error(JSON.stringify(loaded.problems));
const pack: Pack = loaded.pack;
const nothing = (): void => undefined;
const events = { onSwitch: nothing, onRemove: nothing, onImport: nothing };
const entries = [{ pack, on: true, removable: false }];

function textAt(question: string | null): string {
  const place = question === null ? ({ kind: 'overview' } as const) : ({ kind: 'question', question } as const);
  const { container } = render(
    <PacksView packs={entries} route={{ section: 'packs', pack: pack.id, place }} problems={[]} events={events} />,
  );
  return container.querySelector('main')?.textContent ?? '';
}

const toldOf = ({ speaker, role, via, stance, event, said, figures, quote, note, locators }: Account): string[] =>
  [
    speaker,
    role,
    via,
    stanceInWords(stance),
    event && toldDateInFull(event),
    said && toldDateInFull(said),
    ...figures.map(figureInWords),
    quote,
    note,
    ...locators.map(({ words }) => words),
  ].filter((part) => part !== null);

const sourceWords = (source: Source): string[] =>
  [
    source.title,
    source.author,
    source.outlet,
    source.url,
    publishedInWords(source),
    source.dateNote,
    genreInWords(source.genre),
    source.note,
  ].filter((part) => part !== null);

function expectedOf({ asks, claims }: Question): string[] {
  const accounts = claims.flatMap((claim) => claim.accounts);
  const sources = pack.sources.filter(({ id }) => accounts.some(({ source }) => source === id));
  return [asks, ...claims.map(({ says }) => says), ...accounts.flatMap(toldOf), ...sources.flatMap(sourceWords)];
}

describe('a question’s page', () => {
  const shown = { claims: 0, accounts: 0 };

  it.each(pack.questions.map((question) => [question.id, question] as const))(
    'holds every field: %s',
    (id, question) => {
      const text = textAt(id);
      expect(expectedOf(question).filter((words) => !text.includes(words))).toEqual([]);
      const main = document.querySelector('main');
      expect(main?.querySelectorAll('.claim')).toHaveLength(question.claims.length);
      shown.claims += main?.querySelectorAll('.claim').length ?? 0;
      shown.accounts += main?.querySelectorAll('.account').length ?? 0;
    },
  );

  afterAll(() => {
    const claims = pack.questions.flatMap((question) => question.claims);
    expect(shown).toEqual({ claims: claims.length, accounts: claims.flatMap(({ accounts }) => accounts).length });
  });
});

describe('the pack’s overview', () => {
  it('says what it covers, of what date, and all of its sources with all that is known of them', () => {
    const text = textAt(null);
    const expected = [
      pack.title,
      pack.summary,
      pack.scope.what,
      pack.version,
      pack.licence,
      ...pack.changes.map((change) => change.text),
      ...pack.sources.flatMap((source) =>
        [source.title, source.author, source.outlet, source.dateNote, source.note].filter((part) => part !== null),
      ),
      ...pack.sources.flatMap(({ republishedBy }) => republishedBy.map(({ outlet }) => outlet)),
    ];
    expect(expected.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('links to every question', () => {
    textAt(null);
    const links = [...document.querySelectorAll('.question-list a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(pack.questions.map(({ id }) => `#${pack.id}/${id}`));
  });
});
