/** Whatever happens to devices and server: everything comes together, and nothing that was acknowledged is ever lost. */
import { afterAll, describe, expect, it } from 'vitest';
import { ROUNDS } from '../rounds.ts';
import { comeTogether, live } from './schedule.ts';
import { seeded } from './seeded.ts';

const RATES = [0.03, 0.12, 0.25];
const IN_EACH = 50 * ROUNDS;
const STEPS = 70;
const FIRST = Number(process.env.PARALLAX_SEED ?? 1);
const AT_ONCE = 25;
const sums = { schedules: 0, checks: 0, crashes: 0, clones: 0, restores: 0, destroyed: 0, adopted: 0 };

async function problemsOf(seed: number, rate: number): Promise<string[]> {
  const life = await live(seeded(seed), rate, STEPS);
  const problems = await comeTogether(life);
  const { world, counts } = life;
  sums.schedules += 1;
  sums.checks += world.witness.checks;
  sums.crashes += world.crashes;
  for (const kind of ['clones', 'restores', 'destroyed', 'adopted'] as const) sums[kind] += counts[kind];
  return problems.map((problem) => `seed ${seed}, rate ${rate}: ${problem}`);
}

describe.each(RATES)('with a fault in %f of all calls', (rate) => {
  const starts = Array.from({ length: Math.ceil(IN_EACH / AT_ONCE) }, (_, index) => FIRST + index * AT_ONCE);
  it.each(starts)(
    'schedules from %i',
    async (start) => {
      for (let seed = start; seed < start + AT_ONCE; seed += 1) expect(await problemsOf(seed, rate)).toEqual([]);
    },
    300_000,
  );
});

afterAll(() => {
  if (ROUNDS > 1) console.info(`sync: ${JSON.stringify(sums)}`);
});
