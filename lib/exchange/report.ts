/** One article for an editor: its text with what is marked and noted, and who says what. One HTML file, without a script. */
import type { Evidence } from '@/lib/core/note.ts';
import type { QuestionId } from '@/lib/core/ids.ts';
import { questionAgain, questionInFull } from './report-card.ts';
import { html, markupText, NOTHING, type Html } from './report-html.ts';
import { facts, languageTag, outLink } from './report-link.ts';
import { noteInFull, orphanQuote } from './report-note.ts';
import { partsOf, type ArticleReport, type NumberedPassage, type ReportNote } from './report-passages.ts';
import { PAGE_STYLE } from './report-style.ts';
import { PASSAGE_STYLE } from './report-passage-style.ts';
import { markedText } from './report-text.ts';
import type { Words } from './report-words.ts';

/** A question stands in full at the first passage that speaks to it. */
type Firsts = ReadonlyMap<QuestionId, number>;

/** A complete document. Whatever the article, the notes and the packs hold, only the report's own elements come out. */
export function articleReport(report: ArticleReport, words: Words): string {
  const { passages, whole, orphans } = partsOf(report);
  const firsts = firstPassages(passages);
  const isShown = ({ question }: Evidence): boolean => firsts.has(question);
  const inFull = (note: ReportNote): Html => noteInFull(note, isShown, words);
  const page = html`<!doctype html>
    <html lang="${languageTag(words.locale)}" dir="${words.direction}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width" />
        <title>${report.article.title ?? words.t('articleUntitled')}</title>
        ${PAGE_STYLE} ${PASSAGE_STYLE}
      </head>
      <body>
        <main>
          ${headInFull(report, words)} ${textInFull(report, passages, words)}
          ${passagesInFull(passages, { firsts, inFull, hasText: report.text !== null }, words)}
          ${wholeInFull(whole, inFull, words)} ${orphansInFull(orphans, inFull, words)}
        </main>
        <footer><p class="meta">${facts(words.t('reportMade', words.dayInFull(report.made)))}</p></footer>
      </body>
    </html> `;
  return markupText(page).trimStart();
}

function firstPassages(passages: readonly NumberedPassage[]): Firsts {
  const firsts = new Map<QuestionId, number>();
  for (const { number, mark } of passages)
    for (const { card } of mark?.questions ?? [])
      if (!firsts.has(card.question.id)) firsts.set(card.question.id, number);
  return firsts;
}

function headInFull({ article, sentences, marks, notes, packs }: ArticleReport, words: Words): Html {
  const { t, plural, dateInFull, dayInFull } = words;
  const { title, byline, outlet, url, published, updated, firstRead, lastRead, language } = article;
  const read = [dayInFull(firstRead), dayInFull(lastRead)] as const;
  const compared = packs.map((pack) => t('packVersionDate', pack.title, pack.version, dateInFull(pack.date)));
  const own = notes.filter(({ note }) => note.deleted === null).length;
  return html`<header>
    <p class="kicker">${t('reportKicker')}</p>
    <h1 dir="auto" lang="${languageTag(language)}">${title ?? t('articleUntitled')}</h1>
    <p dir="auto">${facts(outlet, byline)}</p>
    <p class="meta">
      ${facts(
        published === null ? t('articleUndated') : t('reportPublished', dateInFull(published)),
        updated !== null && t('reportUpdated', dateInFull(updated)),
        read[0] === read[1] ? t('reportRead', read[1]) : t('reportReadTwice', ...read),
      )}
    </p>
    <p class="meta address">${outLink(url, url)}</p>
    <p class="meta">
      ${facts(plural('sentencesRead', sentences), plural('marked', marks.length), plural('reportNotes', own))}
    </p>
    ${compared.length > 0 && html`<p class="meta" dir="auto">${t('reportComparedWith', words.listed(compared))}</p>`}
    <p class="unmarked">${t('unmarkedNotChecked')}</p>
  </header>`;
}

function textInFull({ article, text }: ArticleReport, passages: readonly NumberedPassage[], words: Words): Html {
  const { t } = words;
  if (text === null) return html`<p class="meta">${t('reportNoText')}</p>`;
  return html`<section class="text" aria-labelledby="text">
    <h2 id="text">${t('reportText')}</h2>
    ${legend(passages, words)}
    <div class="words" dir="auto" lang="${languageTag(article.language)}">
      ${markedText(text.text, passages, words)}
    </div>
    <p class="meta hash">${t('reportHash', text.hash)}</p>
  </section>`;
}

/** Only the patterns that the text shows. */
function legend(passages: readonly NumberedPassage[], { t }: Words): Html {
  const kinds = new Set(passages.flatMap(({ mark }) => mark?.questions[0].card.kind ?? []));
  const notes = passages.flatMap((passage) => passage.notes.map(({ note }) => note));
  const sample = (shown: boolean, names: string, meaning: string) =>
    shown ? [html`<li><span class="${names}">${meaning}</span></li> `] : [];
  const samples = [
    ...sample(kinds.has('differ'), 'mark differ', t('kindDiffer')),
    ...sample(kinds.has('agree'), 'mark agree', t('kindAgree')),
    ...sample(kinds.has('single'), 'mark single', t('kindSingle')),
    ...sample(
      notes.some(({ flag }) => flag === null),
      'own yellow',
      t('reportOwnPattern'),
    ),
    ...sample(
      notes.some(({ flag }) => flag !== null),
      'own yellow flag',
      t('reportFlagPattern'),
    ),
  ];
  return samples.length === 0
    ? html`<p class="meta">${t('reportNothing')}</p>`
    : html`<ul class="legend">
        ${samples}
      </ul>`;
}

type InFull = (note: ReportNote) => Html;
type Shown = { readonly firsts: Firsts; readonly inFull: InFull; readonly hasText: boolean };

function passagesInFull(passages: readonly NumberedPassage[], { firsts, inFull, hasText }: Shown, words: Words): Html {
  if (passages.length === 0) return NOTHING;
  const sections = passages.map(({ number, mark, notes }) => {
    const questions = mark?.questions.map((question) => {
      const first = firsts.get(question.card.question.id) ?? number;
      return first === number ? questionInFull(question, words) : questionAgain(question, first, words);
    });
    const quote = mark?.text ?? notes[0]?.note.passage?.exact ?? '';
    return html`<section class="passage" id="passage-${number}">
      <h3>
        ${hasText ? backToText(number, words) : html`<span class="number">${number}</span>`}
        <q dir="auto">${quote}</q>
      </h3>
      ${notes.map(inFull)} ${questions ?? NOTHING}
    </section> `;
  });
  return html`<section aria-labelledby="passages">
    <h2 id="passages">${words.t('reportPassages')}</h2>
    ${sections}
  </section>`;
}

const backToText = (number: number, { t }: Words): Html =>
  html`<a class="number" href="#text-${number}" aria-label="${t('reportToText', String(number))}">${number}</a>`;

function wholeInFull(notes: readonly ReportNote[], inFull: InFull, { t }: Words): Html {
  if (notes.length === 0) return NOTHING;
  return html`<section aria-labelledby="whole">
    <h2 id="whole">${t('reportWhole')}</h2>
    ${notes.map(inFull)}
  </section>`;
}

function orphansInFull(notes: readonly ReportNote[], inFull: InFull, words: Words): Html {
  if (notes.length === 0) return NOTHING;
  const quoted = notes.map(
    (each) =>
      html`<section class="orphan">
        ${each.note.passage !== null && orphanQuote(each.note.passage, words)} ${inFull(each)}
      </section> `,
  );
  return html`<section aria-labelledby="orphans">
    <h2 id="orphans">${words.t('reportOrphans')}</h2>
    <p class="meta">${words.t('reportOrphansText')}</p>
    ${quoted}
  </section>`;
}
