/** What a question covers beyond its claims: its time, and by what else people speak to it. Quiet: these are nobody's accounts. */
import type { Pack, Question, TimeWindow } from '@/lib/core/pack.ts';
import { dateInFull, plural, t } from './text.ts';

type QuestionScopeProps = { readonly question: Question; readonly language: Pack['language'] };

export function QuestionScope({ question: { when, aspects }, language }: QuestionScopeProps) {
  if (when === null && aspects.length === 0) return null;
  return (
    <div class="question-scope">
      {when !== null && <p class="meta">{t('questionTime', windowInWords(when))}</p>}
      {aspects.length > 0 && (
        <details class="help">
          <summary>{plural('aspects', aspects.length)}</summary>
          <p>{t('aspectsHelp')}</p>
          <ul>
            {aspects.map(({ says, when: own }) => (
              <li key={says}>
                <span lang={language} dir="auto">
                  {says}
                </span>
                {own !== null && <span class="meta"> {windowInWords(own)}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** “29 March 2022 to April 2022”, and of one day or month only that. */
const windowInWords = ({ from, to }: TimeWindow): string =>
  from === to ? dateInFull(from) : t('fromTo', dateInFull(from), dateInFull(to));
