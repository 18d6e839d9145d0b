/**
 * A list of any length of which only what is in view is drawn, worked by keyboard as one stop: the list has the focus
 * and names its active row. Rows are all of one height, so that a place in the list is a place on the screen.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keyAction, type ListKeys } from './list-keys.ts';
import { windowOf } from './list-window.ts';

export type VirtualListProps = {
  readonly label: string;
  readonly count: number;
  /** The row that keys act on. */
  readonly active: number;
  readonly isSelected: (place: number) => boolean;
  readonly isOpen: (place: number) => boolean;
  readonly keyOf: (place: number) => string;
  readonly row: (place: number) => ComponentChildren;
  readonly on: ListKeys & {
    /** What is drawn now. */
    readonly window: (from: number, to: number) => void;
  };
};

/** In CSS pixels; until the style sheet's own is known. */
const ROW_HEIGHT = 84;
const VIEW_HEIGHT = 800;

export function VirtualList({ label, count, active, on, ...of }: VirtualListProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const size = useSizes(list, probe);
  const { from, to } = windowOf({ top, ...size, count });
  useEffect(() => on.window(from, to), [from, to, count]);
  useKeptInView(list, active, size.row);
  const places = Array.from({ length: to - from }, (_, step) => from + step);
  // The active row is named by the list, so it is there even when it has been scrolled away.
  if (active >= 0 && active < count && (active < from || active >= to)) places.push(active);
  return (
    <div
      ref={list}
      class="virtual-list"
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={active >= 0 && active < count ? `${id}-${active}` : undefined}
      tabIndex={0}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
      onKeyDown={(event) => {
        const page = Math.max(1, Math.floor(size.view / size.row) - 1);
        if (keyAction(event, { active, count, page }, on)) event.preventDefault();
      }}
    >
      <div ref={probe} class="row-probe" role="presentation" />
      <div role="presentation" style={{ blockSize: `${count * size.row}px` }}>
        {places.map((place) => (
          <Option
            key={of.keyOf(place)}
            id={`${id}-${place}`}
            at={place}
            top={place * size.row}
            {...{ count, active, on }}
            {...of}
          />
        ))}
      </div>
    </div>
  );
}

type OptionProps = Omit<VirtualListProps, 'label'> & { readonly id: string; readonly at: number; readonly top: number };

function Option({ id, at, top, count, active, on, isSelected, isOpen, row }: OptionProps) {
  const state = `${at === active ? ' active' : ''}${isOpen(at) ? ' open' : ''}`;
  return (
    // Keys are the list's, which has the focus.
    <div
      id={id}
      class={`virtual-row${state}`}
      role="option"
      aria-selected={isSelected(at)}
      aria-current={isOpen(at) ? 'true' : undefined}
      aria-setsize={count}
      aria-posinset={at + 1}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => {
        const ticks = event.target instanceof Element && event.target.closest('.tick') !== null;
        if (event.shiftKey) on.extend(at);
        else if (ticks || event.ctrlKey || event.metaKey) on.toggle(at);
        else on.open(at);
      }}
    >
      <span class="tick" aria-hidden="true" />
      {row(at)}
    </div>
  );
}

/** Of one row, by the style sheet and so in step with the reader's size of type, and of what is in view; in pixels. */
function useSizes(list: { current: HTMLElement | null }, probe: { current: HTMLElement | null }) {
  const [size, setSize] = useState({ row: ROW_HEIGHT, view: VIEW_HEIGHT });
  useLayoutEffect(() => {
    const measure = () =>
      setSize((before) => {
        const row = probe.current?.offsetHeight ?? 0;
        const view = list.current?.clientHeight ?? 0;
        const next = { row: row > 0 ? row : ROW_HEIGHT, view: view > 0 ? view : VIEW_HEIGHT };
        return next.row === before.row && next.view === before.view ? before : next;
      });
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    for (const { current } of [list, probe]) if (current !== null) observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return size;
}

function useKeptInView(list: { current: HTMLElement | null }, active: number, row: number): void {
  useLayoutEffect(() => {
    const { current } = list;
    if (current === null || active < 0) return;
    const [start, end] = [active * row, (active + 1) * row];
    if (start < current.scrollTop) current.scrollTop = start;
    else if (end > current.scrollTop + current.clientHeight && current.clientHeight > 0)
      current.scrollTop = end - current.clientHeight;
  }, [active]);
}
