/** What happened, was said and was published when. */
import type { TimelineEntry } from '@/lib/card/card.ts';
import { sourceName } from './source-words.ts';
import { dateInFull, listed, t, type MessageKey } from './text.ts';

const WHAT = {
  event: 'timelineEvent',
  said: 'timelineSaid',
  published: 'timelinePublished',
} as const satisfies Record<TimelineEntry['what'], MessageKey>;

export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const days = [...Map.groupBy(entries, ({ date }) => date)];
  return (
    <ol class="timeline">
      {days.map(([date, ofDay]) => (
        <li key={date}>
          <time datetime={date}>{dateInFull(date)}</time>
          {ofDay.map((entry) => (
            <p key={entry.what} class={`timeline-${entry.what}`} dir="auto">
              {t(WHAT[entry.what], tellersInWords(entry))}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** Who says so, each once; of an event, the outlets that date it. */
function tellersInWords({ what, tellers }: TimelineEntry): string {
  const names = tellers.map(({ given, certain, ...teller }) => {
    const name = what === 'said' ? teller.speaker : sourceName(teller);
    if (!certain) return t('dateInferred', name);
    return given === null ? name : t('dateAsGiven', name, given);
  });
  return listed([...new Set(names)]);
}
