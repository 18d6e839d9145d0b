/** What a pack holds, in numbers, for the one who builds it. */
import type { Pack } from '@/lib/core/pack.ts';

export function countPack({ questions, sources }: Pack): string {
  const claims = questions.flatMap((question) => question.claims);
  const accounts = claims.flatMap((claim) => claim.accounts);
  const quotes = accounts.filter(({ quote }) => quote !== null);
  const locators = accounts.flatMap((account) => account.locators);
  return [
    `${questions.length} questions`,
    `${claims.length} claims`,
    `${accounts.length} accounts`,
    `${sources.length} sources`,
    `${quotes.length} quotes`,
    `${locators.length} locators`,
  ].join(', ');
}
