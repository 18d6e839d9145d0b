/** A note or flag of the reader's, with what it rests on and how the passage has changed since. */
import type { AnchorState, Evidence, EvidenceAccount, Note } from '@/lib/core/note.ts';
import { STANCES } from '@/lib/core/pack.ts';
import { bodyInFull } from './report-body.ts';
import { html, NOTHING, type Html } from './report-html.ts';
import { facts, outLink } from './report-link.ts';
import type { ReportNote } from './report-passages.ts';
import type { Words } from './report-words.ts';

/** `isShown`: the question stands in full elsewhere in the report, so its accounts are not repeated. */
export function noteInFull({ note, state }: ReportNote, isShown: (evidence: Evidence) => boolean, words: Words): Html {
  const { t, noteKindInWords, writtenInWords } = words;
  const { evidence, imported, replyTo, body, tags, flag, colour } = note;
  return html`<div class="note">
    <p class="kind"><span class="own ${colour}${flag === null ? '' : ' flag'}">${noteKindInWords(note)}</span></p>
    ${bodyInFull(body, words)} ${whatChanged(state, note, words)}
    ${evidence !== null && evidenceInFull(evidence, isShown(evidence), words)}
    <p class="meta" dir="auto">
      ${facts(
        replyTo !== null && t('reportReply'),
        imported?.author != null && t('reportWrittenBy', imported.author),
        writtenInWords(note),
        tags.length > 0 && t('reportTags', words.listed(tags)),
      )}
    </p>
  </div> `;
}

/** The words as noted, where the page has others now. */
function whatChanged(state: AnchorState, { passage }: Note, { t, plural }: Words): Html {
  if (passage === null) return NOTHING;
  if (state.kind === 'ambiguous') return html`<p class="meta">${plural('reportPlaces', state.places)}</p>`;
  if (state.kind !== 'changed') return NOTHING;
  return html`<dl class="changed">
    <dt>${t('reportNotedWords')}</dt>
    <dd dir="auto">“${passage.exact}”</dd>
    <dt>${t('reportWordsNow')}</dt>
    <dd dir="auto">“${state.now}”</dd>
  </dl>`;
}

/** A passage that is gone, in the words noted, with those around it that tell where it stood. */
export function orphanQuote({ exact, prefix, suffix, heading }: NonNullable<Note['passage']>, { t }: Words): Html {
  return html`<blockquote dir="auto">
      <span class="around">${prefix === '' ? '' : `…${prefix}`}</span><b class="noted">${exact}</b
      ><span class="around">${suffix === '' ? '' : `${suffix}…`}</span>
    </blockquote>
    ${heading !== null && html`<p class="meta" dir="auto">${t('reportUnder', heading)}</p>`}`;
}

function evidenceInFull(evidence: Evidence, isShown: boolean, words: Words): Html {
  const { asks, says, sentence, packTitle, packVersion, accounts } = evidence;
  const { t, plural } = words;
  return html`<div class="evidence">
    <p class="here">${t('reportEvidence')}</p>
    <p dir="auto"><b>${asks}</b></p>
    ${says !== null && html`<p dir="auto">${says}</p>`}
    <p class="meta" dir="auto">${t('reportFlaggedSentence', sentence)}</p>
    ${
      isShown
        ? NOTHING
        : html`<ul class="accounts">
            ${accounts.map((account) => evidenceAccount(account, words))}
          </ul>`
    }
    <p class="meta" dir="auto">
      ${facts(plural('accounts', accounts.length), t('reportPackVersion', packTitle, packVersion))}
    </p>
  </div>`;
}

function evidenceAccount({ claim, speaker, role, stance, said, quote, source }: EvidenceAccount, words: Words): Html {
  const { t, dateInFull } = words;
  const known = STANCES.find((each) => each === stance);
  const { outlet, title, author, url, published } = source;
  const where = facts(outlet, title !== null && t('titleQuoted', title), author, published && dateInFull(published));
  return html`<li>
    <p dir="auto"><b>${speaker}</b>${role !== null && html`, ${role}`}</p>
    <p class="meta" dir="auto">
      ${facts(known === undefined ? stance : words.stanceInWords(known), said && dateInFull(said), claim)}
    </p>
    ${quote !== null && html`<blockquote dir="auto">“${quote}”</blockquote>`}
    <p class="meta" dir="auto">${where} ${url !== null && html`· ${outLink(t('openSource'), url)}`}</p>
  </li> `;
}
