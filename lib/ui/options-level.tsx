/** How sure Parallax must be before it marks; each choice with what was measured of it. */
import type { LevelFigures } from '@/lib/core/match.ts';
import { MARK_LEVELS, type MarkLevel } from '@/lib/core/settings.ts';
import type { OptionsEvents } from './options-props.ts';
import { formatNumber, t, type MessageKey } from './text.ts';

const LABEL = { few: 'levelFew', balanced: 'levelBalanced', more: 'levelMore' } as const satisfies Record<
  MarkLevel,
  MessageKey
>;

type OptionsLevelProps = {
  readonly level: MarkLevel;
  /** Null until they are known: the choice does not wait for them. */
  readonly figures: LevelFigures | null;
  readonly onSettings: OptionsEvents['onSettings'];
};

export function OptionsLevel({ level, figures, onSettings }: OptionsLevelProps) {
  return (
    <section aria-labelledby="level">
      <h2 id="level">{t('levelLegend')}</h2>
      <div role="radiogroup" aria-labelledby="level" class="levels">
        {MARK_LEVELS.map((each) => (
          <div key={each}>
            <label class="check">
              <input
                type="radio"
                name="level"
                value={each}
                checked={level === each}
                aria-describedby={figures === null ? undefined : `level-${each}`}
                onChange={() => onSettings({ level: each })}
              />
              <span>{t(LABEL[each])}</span>
            </label>
            {figures !== null && (
              <p id={`level-${each}`} class="meta">
                {t('levelFigures', ofHundred(figures[each].precision), ofHundred(figures[each].recall))}
              </p>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

const ofHundred = (share: number): string => formatNumber(Math.round(share * 100));
