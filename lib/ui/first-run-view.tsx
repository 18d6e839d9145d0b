/** The first-run page: see it work on a sample, choose when it reads, know where things are kept. Skippable at any step. */
import type { ComponentChildren } from 'preact';
import { Embedded } from './embedded.ts';
import { READING_MODES, type ReadingMode } from './options-props.ts';
import { formatNumber, t, type MessageKey } from './text.ts';

export const FIRST_RUN_STEPS = ['sample', 'reading', 'keeping'] as const;
export type FirstRunStep = (typeof FIRST_RUN_STEPS)[number];

export type FirstRunProps = {
  readonly step: FirstRunStep;
  readonly mode: ReadingMode;
  /** The frame with the sample article, marked. */
  readonly sample: ComponentChildren;
  /** The panel for it. */
  readonly panel: ComponentChildren;
  readonly events: {
    readonly onStep: (step: FirstRunStep) => void;
    /** Within the reader's click: `everywhere` asks the browser for a permission. */
    readonly onMode: (mode: ReadingMode) => void;
    /** Skipped or finished. */
    readonly onDone: () => void;
  };
};

const TITLE = {
  sample: 'firstSampleTitle',
  reading: 'firstReadingTitle',
  keeping: 'firstKeepingTitle',
} as const satisfies Record<FirstRunStep, MessageKey>;

export function FirstRunView(props: FirstRunProps) {
  const { step, mode, sample, panel, events } = props;
  return (
    <div class={`first-run at-${step}`}>
      <header>
        <p class="brand">{t('extensionName')}</p>
        <StepList step={step} onStep={events.onStep} />
        <button type="button" class="plain" onClick={events.onDone}>
          {t('firstSkip')}
        </button>
      </header>
      <main>
        <h1>{t(TITLE[step])}</h1>
        {step === 'sample' && <SampleStep sample={sample} panel={panel} />}
        {step === 'reading' && <ReadingStep mode={mode} onMode={events.onMode} />}
        {step === 'keeping' && (
          <>
            <p>{t('firstKeepingDevice')}</p>
            <p>{t('firstKeepingNetwork')}</p>
          </>
        )}
      </main>
      <StepButtons step={step} events={events} />
    </div>
  );
}

function StepList({ step, onStep }: { readonly step: FirstRunStep; readonly onStep: (step: FirstRunStep) => void }) {
  return (
    <ol class="steps" aria-label={t('firstSteps')}>
      {FIRST_RUN_STEPS.map((each, at) => (
        <li key={each}>
          <button type="button" aria-current={each === step ? 'step' : undefined} onClick={() => onStep(each)}>
            <span class="number">{formatNumber(at + 1)}</span> {t(TITLE[each])}
          </button>
        </li>
      ))}
    </ol>
  );
}

function SampleStep({ sample, panel }: Pick<FirstRunProps, 'sample' | 'panel'>) {
  return (
    <>
      <p>{t('firstSampleText')}</p>
      <p class="meta">{t('unmarkedNotChecked')}</p>
      <div class="sample-and-panel">
        <div class="sample-page">{sample}</div>
        <div class="sample-panel">
          <Embedded.Provider value={true}>{panel}</Embedded.Provider>
        </div>
      </div>
    </>
  );
}

const MODE = {
  click: ['modeClick', 'modeClickText'],
  sites: ['modeSites', 'modeSitesText'],
  everywhere: ['modeEverywhere', 'modeEverywhereText'],
} as const satisfies Record<ReadingMode, readonly [MessageKey, MessageKey]>;

function ReadingStep({ mode, onMode }: { readonly mode: ReadingMode; readonly onMode: (mode: ReadingMode) => void }) {
  return (
    <fieldset class="modes">
      <legend>{t('firstReadingLegend')}</legend>
      {READING_MODES.map((each) => (
        <label class="check" key={each}>
          <input
            type="radio"
            name="mode"
            value={each}
            checked={each === mode}
            aria-describedby={`mode-${each}`}
            onChange={() => onMode(each)}
          />
          <span>{t(MODE[each][0])}</span>
          <span class="meta" id={`mode-${each}`}>
            {t(MODE[each][1])}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function StepButtons({ step, events }: Pick<FirstRunProps, 'step' | 'events'>) {
  const at = FIRST_RUN_STEPS.indexOf(step);
  const [before, after] = [FIRST_RUN_STEPS[at - 1], FIRST_RUN_STEPS[at + 1]];
  return (
    <footer class="buttons">
      {before !== undefined && (
        <button type="button" onClick={() => events.onStep(before)}>
          {t('firstBack')}
        </button>
      )}
      <button
        type="button"
        class="primary"
        onClick={() => (after === undefined ? events.onDone() : events.onStep(after))}
      >
        {after === undefined ? t('firstDone') : t('firstNext')}
      </button>
    </footer>
  );
}
