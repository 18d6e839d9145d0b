/** `npx tsx scripts/eval-attribution.ts`: how often the speaker and the stance of a labelled sentence are proposed rightly. */
import { parseArgs } from 'node:util';
import { readInvented, readLabels } from './eval/attribution-labels.ts';
import { scoreArticle, sharesOf } from './eval/attribution-score.ts';
import type { Scored } from './eval/attribution-score.ts';

const { values } = parseArgs({
  options: { errors: { type: 'boolean' }, 'held-out': { type: 'boolean' }, speakers: { type: 'boolean' } },
});
const real = readLabels().flatMap(scoreArticle);
const sets: readonly (readonly [string, readonly Scored[]])[] = [
  ['invented', readInvented().flatMap(scoreArticle)],
  ['dev', real.filter(({ label }) => label.split === 'dev')],
  // Looked at only when the rules are done.
  ...(values['held-out'] === true
    ? ([
        ['held out', real.filter(({ label }) => label.split === 'test')],
        ['later', real.filter(({ label }) => label.split === 'later')],
      ] as const)
    : []),
];
const percent = (share: number): string => share.toFixed(3).replace(/^0/, '');
for (const [name, scored] of sets) {
  if (scored.length === 0) continue;
  const isOutlet = ({ label }: Scored): boolean => label.readings[0]?.speaker === null;
  const isMarked = ({ label }: Scored): boolean => label.readings[0]?.stances[0] !== 'asserts';
  for (const [part, some, strict] of [
    ['all', scored, false],
    ['  first reading alone', scored, true],
    ['  somebody speaks', scored.filter((one) => !isOutlet(one)), false],
    ['  the outlet speaks', scored.filter(isOutlet), false],
    ['  denies, doubts, reports', scored.filter(isMarked), false],
  ] as const) {
    const { count, speaker, stance, both } = sharesOf(some, strict);
    console.log(
      `${name.padEnd(9)} ${part.padEnd(26)} ${String(count).padStart(4)}  speaker ${percent(speaker)}  stance ${percent(stance)}  both ${percent(both)}`,
    );
  }
  if (values.errors === true) for (const one of scored) if (!one.speaker || !one.stance) printError(one);
}

function printError({ label, text, proposal, speaker, stance }: Scored): void {
  const expected = label.readings
    .map((reading) => `${reading.speaker ?? '—'} ${reading.stances.join('/')}`)
    .join(' | ');
  const found = `${proposal?.speaker?.name ?? '—'} ${proposal?.stance ?? ''}${proposal?.cue == null ? '' : ` [${proposal.cue.text}]`}`;
  console.log(
    `  ${speaker ? '' : 'SPEAKER '}${stance ? '' : 'STANCE '}${label.file} ${label.sentence}: ${found}, not ${expected}\n    ${text}`,
  );
}
