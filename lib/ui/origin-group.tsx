/** The accounts that come from one origin: the earliest stands open, its copies are folded under it. */
import type { CardOrigin, LineageNode } from '@/lib/card/card.ts';
import { Account } from './account.tsx';
import { Lineage } from './lineage.tsx';
import { sourceName } from './source-words.ts';
import { listed, plural, t } from './text.ts';

export function OriginGroup({ group }: { readonly group: CardOrigin }) {
  const [first, ...others] = group.accounts;
  const summary = foldSummary(group);
  if (first === undefined) return null;
  return (
    <li class="origin">
      <Account account={first}>
        {summary !== null && (
          <details class="fold">
            <summary dir="auto">{summary}</summary>
            {others.map((account) => (
              <Account key={account.id} account={account} />
            ))}
            <Lineage roots={[group.lineage]} />
          </details>
        )}
      </Account>
    </li>
  );
}

/** What the fold holds, in one line; null where there is nothing more than the account that stands open. */
export function foldSummary({ accounts, articles, origin, lineage }: CardOrigin): string | null {
  const name = sourceName(origin);
  if (articles > 1) return t('foldArticles', plural('articles', articles), plural('origins', 1), name);
  if (accounts.length > 1) return t('foldArticles', plural('accounts', accounts.length), plural('origins', 1), name);
  if (accounts[0]?.source.id !== origin.id) return t('foldTakenFrom', name);
  const copies = printedAgain(lineage);
  return copies.length > 0 ? t('foldAlsoPrinted', listed(copies)) : null;
}

const printedAgain = ({ children }: LineageNode): string[] => children.map((child) => sourceName(child));
