/** The alarms of sync: what wakes the background when nobody else does. */
import { browser } from 'wxt/browser';

export const EVERY = 'sync-every';
export const SOON = 'sync-soon';
const EVERY_MINUTES = 15;
/** Browsers allow no earlier alarm: it stands in for a timer that died with its worker. */
const STAND_IN_MINUTES = 0.5;
const RUN_STAND_IN_MINUTES = 1;

export async function followAlarms(on: boolean): Promise<void> {
  const every: unknown = await browser.alarms.get(EVERY);
  if (on && every == null) await browser.alarms.create(EVERY, { periodInMinutes: EVERY_MINUTES });
  if (!on && every != null) await browser.alarms.clear(EVERY);
  if (!on) await browser.alarms.clear(SOON);
}

export const standIn = (): Promise<void> => browser.alarms.create(SOON, { delayInMinutes: STAND_IN_MINUTES });

/** While a run is at work: should it die with its worker, another goes on from there. */
export const standInForRun = (): Promise<void> => browser.alarms.create(SOON, { delayInMinutes: RUN_STAND_IN_MINUTES });

/** Null: when the regular one comes. */
export async function wakeAt(time: number | null): Promise<void> {
  if (time === null) await browser.alarms.clear(SOON);
  else await browser.alarms.create(SOON, { when: time });
}
