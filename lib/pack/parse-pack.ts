/** Unknown value → Pack, or every problem with its path. The one door by which a pack enters the library. */
import type { PartialDate } from '@/lib/core/dates.ts';
import type { Figure } from '@/lib/core/figures.ts';
import type { Account, Aspect, Claim, Pack, Question, Source, StoryEvent, ToldDate } from '@/lib/core/pack.ts';
import { checkPack } from './check-pack.ts';
import type { PackProblem } from './pack-problem.ts';
import { PACK_SCHEMA } from './schema.ts';
import { schemaProblems } from './schema-problems.ts';

export type { PackProblem } from './pack-problem.ts';
export type PackResult =
  | { readonly kind: 'ok'; readonly pack: Pack }
  | { readonly kind: 'invalid'; readonly problems: readonly PackProblem[] };

/** Of a file that is wrong throughout, nobody reads more. */
const MOST_PROBLEMS = 100;

/** Never throws. A pack with any problem is refused whole. */
export function parsePack(value: unknown): PackResult {
  const unfit = schemaProblems(value, PACK_SCHEMA);
  if (unfit.length > 0) return refused(unfit);
  const pack = normalise(value as PackFile);
  const wrong = checkPack(pack);
  return wrong.length > 0 ? refused(wrong) : { kind: 'ok', pack };
}

const refused = (problems: readonly PackProblem[]): PackResult => ({
  kind: 'invalid',
  problems: problems.slice(0, MOST_PROBLEMS),
});

/** As `parsePack`, from the text of a file. */
export function parsePackText(json: string): PackResult {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    return {
      kind: 'invalid',
      problems: [{ path: '', message: `not JSON: ${cause instanceof Error ? cause.message : 'unreadable'}` }],
    };
  }
  return parsePack(value);
}

/** The file's shape, which the schema has proven: absent fields stand for null or an empty list. */
type Optional<T> = { readonly [K in keyof T]?: Exclude<T[K], null> };
type FigureFile = { name: string; unit: string; of: string; value?: number; low?: number; high?: number } & Optional<
  Pick<Figure, 'qualifier' | 'outOf' | 'asOf'>
>;
type ToldFile = { date: PartialDate; given?: string };
type AccountFile = Pick<Account, 'id' | 'source' | 'speaker' | 'stance' | 'locators'> &
  Optional<Pick<Account, 'role' | 'via' | 'viaSource' | 'quote' | 'note'>> & {
    figures?: FigureFile[];
    event?: ToldFile;
    said?: ToldFile;
  };
type ClaimFile = Pick<Claim, 'id' | 'says'> &
  Optional<Pick<Claim, 'when' | 'wordings'>> & { figures?: FigureFile[]; accounts: AccountFile[] };
type AspectFile = Pick<Aspect, 'says'> & Optional<Pick<Aspect, 'when'>>;
type QuestionFile = Pick<Question, 'id' | 'asks' | 'kind'> &
  Optional<Pick<Question, 'when'>> & { claims: ClaimFile[]; aspects?: AspectFile[] };
type EventFile = Omit<StoryEvent, 'also'> & Optional<Pick<StoryEvent, 'also'>>;
type SourceFile = Pick<Source, 'id' | 'kind' | 'genre' | 'language'> &
  Optional<Omit<Source, 'id' | 'kind' | 'genre' | 'language'>>;
type PackFile = Omit<Pack, 'sources' | 'questions' | 'names' | 'changes' | 'events'> & {
  sources: SourceFile[];
  questions: QuestionFile[];
  events?: EventFile[];
} & Optional<Pick<Pack, 'names' | 'changes'>>;

function normalise(file: PackFile): Pack {
  const { id, version, date, title, summary, language, licence, scope, names = [], changes = [] } = file;
  const sources = file.sources.map(toSource);
  const questions = file.questions.map(toQuestion);
  const events = (file.events ?? []).map((event) => ({ also: [], ...event }));
  return { id, version, date, title, summary, language, licence, scope, names, changes, events, sources, questions };
}

function toSource(file: SourceFile): Source {
  return {
    title: null,
    author: null,
    outlet: null,
    url: null,
    published: null,
    dateCertain: file.published !== undefined,
    dateNote: null,
    reprintOf: null,
    derivesFrom: null,
    note: null,
    ...file,
    republishedBy: (file.republishedBy ?? []).map((copy) => ({
      ...copy,
      url: copy.url ?? null,
      published: copy.published ?? null,
    })),
  };
}

function toQuestion({ claims, aspects = [], ...file }: QuestionFile): Question {
  return {
    when: null,
    ...file,
    claims: claims.map(toClaim),
    aspects: aspects.map((aspect) => ({ when: null, ...aspect })),
  };
}

function toClaim({ figures = [], accounts, ...file }: ClaimFile): Claim {
  return { when: null, wordings: [], ...file, figures: figures.map(toFigure), accounts: accounts.map(toAccount) };
}

function toAccount(file: AccountFile): Account {
  const { figures = [], event, said, ...rest } = file;
  return {
    role: null,
    via: null,
    viaSource: null,
    quote: null,
    note: null,
    ...rest,
    event: toToldDate(event),
    said: toToldDate(said),
    figures: figures.map(toFigure),
  };
}

function toToldDate(file: ToldFile | undefined): ToldDate | null {
  return file === undefined ? null : { date: file.date, given: file.given ?? null };
}

function toFigure(file: FigureFile): Figure {
  const { name, unit, of, value, low, high, qualifier = null, outOf = null, asOf = null } = file;
  // The schema has proven that a figure has one or the other.
  const amount =
    low !== undefined && high !== undefined
      ? ({ kind: 'range', low, high } as const)
      : ({ kind: 'value', value: value ?? Number.NaN } as const);
  return { name, amount, unit, of, qualifier, outOf, asOf };
}
