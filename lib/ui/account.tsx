/** One source's telling: who, where, when, stance, quote, figures, and everything else the pack holds of it. */
import type { ComponentChildren } from 'preact';
import type { CardAccount } from '@/lib/card/card.ts';
import { AccountDetails } from './account-details.tsx';
import { figureInWords } from './figure-words.ts';
import { OutLink } from './out-link.tsx';
import { PackWords } from './pack-words.tsx';
import { sourceAndDate, sourceName, stanceInWords } from './source-words.ts';
import { joined, t, toldDateInFull } from './text.ts';

type AccountProps = {
  readonly account: CardAccount;
  /** What is folded beside its details. */
  readonly children?: ComponentChildren;
};

export function Account({ account, children }: AccountProps) {
  const { speaker, role, via, stance, said, figures, quote, source, here } = account;
  return (
    <div class="account">
      <p class="who">
        <b>
          <PackWords>{speaker}</PackWords>
        </b>{' '}
        {role !== null && <PackWords>{role}</PackWords>}
      </p>
      <p class="meta" dir="auto">
        {joined(stanceInWords(stance), said !== null && toldDateInFull(said), via !== null && t('accountVia', via))}
      </p>
      {here && <p class="here-tag">{t('accountHere')}</p>}
      {quote !== null && (
        <blockquote>
          <q lang={source.language} dir="auto">
            {quote}
          </q>
        </blockquote>
      )}
      {figures.map((figure) => (
        <p class="figure-line" dir="auto" key={figureInWords(figure)}>
          {figureInWords(figure)}
        </p>
      ))}
      <Where account={account} />
      <div class="folds">
        <AccountDetails account={account} />
        {children}
      </div>
    </div>
  );
}

/** The source and its date, with the link to the passage where there is an address. */
function Where({ account: { source, link } }: { readonly account: CardAccount }) {
  return (
    <p class="meta where">
      <span dir="auto">{t('accountIn', sourceAndDate(source))}</span>
      {link !== null && (
        <>
          {' · '}
          <OutLink href={link} text={t('openPassage')} about={sourceName(source)} />
        </>
      )}
    </p>
  );
}
