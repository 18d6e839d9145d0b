/** A question with all its accounts, as the card has them, laid out to be read on paper: nothing is folded away. */
import type {
  Card,
  CardAccount,
  CardClaim,
  CardOrigin,
  FigureAxis,
  FigurePoint,
  Side,
  Tally,
} from '@/lib/card/card.ts';
import { html, NOTHING, type Html } from './report-html.ts';
import { facts, languageTag, outLink } from './report-link.ts';
import type { ReportQuestion } from './report-passages.ts';
import { HERE_KEY, KIND_KEY, type Words } from './report-words.ts';

export function questionInFull({ card, relation }: ReportQuestion, words: Words): Html {
  const { question, kind, pack, claims, figures } = card;
  const { t } = words;
  return html`<h4 dir="auto" lang="${languageTag(card.language)}">${question.asks}</h4>
    <p class="meta">
      ${facts(
        t('kindAndTally', t(KIND_KEY[kind]), tallyInWords(card, words)),
        t('packVersionDate', pack.title, pack.version, words.dateInFull(pack.date)),
      )}
    </p>
    ${claims.some(({ here }) => here) ? NOTHING : html`<p class="here">${t(HERE_KEY[relation])}</p>`}
    ${claims.map((claim) => claimInFull(claim, card, relation, words))} ${figuresInFull(figures, words)}`;
}

/** What a further passage says of a question that stands in full elsewhere. */
export function questionAgain({ card, relation }: ReportQuestion, number: number, words: Words): Html {
  const meant = card.claims.filter(({ here }) => here).map(({ says }) => html`<p dir="auto">${says}</p>`);
  return html`<h4 dir="auto" lang="${languageTag(card.language)}">${card.question.asks}</h4>
    <p class="here">${words.t(HERE_KEY[relation])}</p>
    ${meant}
    <p class="meta"><a href="#passage-${number}">${words.t('reportSeePassage', String(number))}</a></p>`;
}

function claimInFull(claim: CardClaim, card: Card, relation: ReportQuestion['relation'], words: Words): Html {
  const { says, here, tells, disputes } = claim;
  return html`<section class="claim${here ? ' meant' : ''}">
    ${here && html`<p class="here">${words.t(HERE_KEY[relation])}</p>`}
    <h5 dir="auto" lang="${languageTag(card.language)}">${says}</h5>
    ${sideInFull(claim, 'tells', tells, words)} ${disputes.accounts > 0 && html`<h6>${words.t('disputedBy')}</h6>`}
    ${sideInFull(claim, 'disputes', disputes, words)}
  </section> `;
}

function sideInFull({ origins }: CardClaim, side: Side, tally: Tally, words: Words): Html {
  const groups = origins.filter((group) => group.side === side);
  if (groups.length === 0) return NOTHING;
  return html`<p class="meta">${tallyInWords(tally, words)}</p>
    <ul class="accounts">
      ${groups.map((group) => originInFull(group, words))}
    </ul>`;
}

/** Copies stand under the first of them, so that they do not look like more voices. */
function originInFull(group: CardOrigin, words: Words): Html {
  const [first, ...others] = group.accounts;
  if (first === undefined) return NOTHING;
  const same = originInWords(group, words);
  const copies = others.map((account) => html`<li>${accountInFull(account, words)}</li> `);
  return html`<li>
    ${accountInFull(first, words)} ${same !== null && html`<p class="meta" dir="auto">${same}</p>`}
    ${
      copies.length > 0 &&
      html`<ul class="copies">
        ${copies}
      </ul>`
    }
  </li> `;
}

function accountInFull(account: CardAccount, words: Words): Html {
  const { speaker, role, via, stance, said, quote, figures, note, source, link } = account;
  const { t, stanceInWords, toldDateInFull, figureInWords } = words;
  return html`<p dir="auto"><b>${speaker}</b>${role !== null && html`, ${role}`}</p>
    <p class="meta" dir="auto">
      ${facts(stanceInWords(stance), said && toldDateInFull(said), via !== null && t('accountVia', via))}
    </p>
    ${quote !== null && html`<blockquote dir="auto" lang="${languageTag(source.language)}">“${quote}”</blockquote>`}
    ${figures.map((figure) => html`<p class="figure" dir="auto">${figureInWords(figure)}</p>`)}
    ${note !== null && html`<p class="meta" dir="auto">${note}</p>`}
    <p class="meta" dir="auto">
      ${sourceInFull(source, words)} ${link !== null && html`· ${outLink(t('openPassage'), link)}`}
    </p>`;
}

function sourceInFull(source: CardAccount['source'], { t, sourceName, publishedInWords }: Words): Html[] {
  const { outlet, title, author } = source;
  return facts(
    sourceName(source),
    outlet !== null && title !== null && t('titleQuoted', title),
    author,
    publishedInWords(source) ?? t('articleUndated'),
  );
}

/** Null for a text of one's own that nobody copied. */
function originInWords({ accounts, articles, origin, lineage }: CardOrigin, words: Words): string | null {
  const { t, plural, listed, sourceName } = words;
  if (articles > 1) return t('foldArticles', plural('articles', articles), plural('origins', 1), sourceName(origin));
  if (accounts[0]?.source.id !== origin.id) return t('foldTakenFrom', sourceName(origin));
  const copies = lineage.children.map(sourceName);
  return copies.length > 0 ? t('foldAlsoPrinted', listed(copies)) : null;
}

function figuresInFull(axes: readonly FigureAxis[], words: Words): Html {
  if (axes.length === 0) return NOTHING;
  return html`<section class="claim">
    <h5>${words.t('figuresTitle')}</h5>
    ${axes.map((axis) => axisInFull(axis, words))}
  </section>`;
}

/** One table for one thing in one unit for one date: what may be compared, and nothing else. */
function axisInFull({ name, of, asOf, points }: FigureAxis, words: Words): Html {
  const by = asOf === null ? null : words.t('figuresBy', words.dateInFull(asOf));
  const rows = points.map((point) => {
    const amount = words.t('amountWithUnit', words.amountInWords(point.figure), point.figure.unit);
    return html`<tr>
      <th scope="row" dir="auto">${amount}</th>
      <td dir="auto">${tellersInWords(point, words)}</td>
    </tr> `;
  });
  return html`<table>
    <caption dir="auto">
      <b>${name}</b>
      ${facts(of, by)}
    </caption>
    <tbody>
      ${rows}
    </tbody>
  </table> `;
}

function tellersInWords({ tellers, says }: FigurePoint, { t, listed, sourceName }: Words): string {
  if (tellers.length === 0) return says;
  const bySpeaker = Map.groupBy(tellers, ({ speaker }) => speaker);
  return listed(
    [...bySpeaker].map(([speaker, own]) => t('speakerIn', speaker, listed([...new Set(own.map(sourceName))]))),
  );
}

const tallyInWords = ({ accounts, origins }: Tally, { t, plural }: Words): string =>
  t('tally', plural('accounts', accounts), plural('origins', origins));
