/** What must hold among a pack's named events. A mention may stand with several events, but with each only once. */
import type { StoryEvent } from '@/lib/core/pack.ts';
import { checkDistinct, checkNeutral, checkUniqueIds, checkWindow } from './check-fields.ts';
import type { Report } from './pack-problem.ts';

export function checkEvents(events: readonly StoryEvent[], report: Report): void {
  checkUniqueIds(
    events.map(({ id }, at) => ({ id, path: `/events/${at}` })),
    report,
  );
  events.forEach((event, at) => checkEvent(event, `/events/${at}`, report));
}

function checkEvent({ name, also, when }: StoryEvent, path: string, report: Report): void {
  const mentions = [
    { text: name, path: `${path}/name` },
    ...also.map((text, n) => ({ text, path: `${path}/also/${n}` })),
  ];
  for (const { text, path: at } of mentions) checkNeutral(text, at, report);
  checkDistinct(mentions, report);
  checkWindow(when, `${path}/when`, report);
}
