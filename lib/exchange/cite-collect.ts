/** All that notes and packs cite, each text once. */
import type { EvidenceAccount } from '@/lib/core/note.ts';
import type { Source } from '@/lib/core/pack.ts';
import { citationOf, citationOfAddress, citationOfEvidence, citationOfSource, type Citation } from './citation.ts';
import type { ExportItem } from './export-item.ts';

export type Citations = AsyncIterable<Citation> | Iterable<Citation>;

/** The articles noted, each followed by the sources of the evidence under its flags. Notes in the bin cite nothing. */
export const citedIn = (items: AsyncIterable<ExportItem>): AsyncIterable<Citation> => distinct(allCited(items));

export function citedBy(sources: readonly Source[]): AsyncIterable<Citation> {
  return distinct(sources.map(citationOfSource));
}

/** Of one identity the first, so that a stream need not be kept: what is held is a short key for each text. */
export async function* distinct(citations: Citations): AsyncIterable<Citation> {
  const met = new Set<string>();
  for await (const citation of citations) {
    if (met.has(citation.identity)) continue;
    met.add(citation.identity);
    yield citation;
  }
}

async function* allCited(items: AsyncIterable<ExportItem>): AsyncIterable<Citation> {
  // Notes of one article follow each other, so what it cites is worked out once.
  let last: string | null = null;
  for await (const { note, article } of items) {
    if (note.deleted !== null) continue;
    if (note.article !== last) yield article === null ? citationOfAddress(note.url) : citationOf(article);
    last = note.article;
    yield* (note.evidence?.accounts ?? []).filter(isNamed).map(({ source }) => citationOfEvidence(source));
  }
}

const isNamed = ({ source }: EvidenceAccount): boolean => source.title !== null || source.url !== null;
