/** What keys do in a long list. */
export type ListKeys = {
  readonly activate: (place: number) => void;
  readonly open: (place: number) => void;
  /** Takes into the selection or out of it. */
  readonly toggle: (place: number) => void;
  /** Selects all from where the selection began to here. */
  readonly extend: (place: number) => void;
  readonly selectAll: () => void;
  readonly remove: () => void;
  readonly undo: () => void;
  readonly leave: () => void;
};

type ListPlace = { readonly active: number; readonly count: number; readonly page: number };
type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether the key was one of the list's. */
export function keyAction({ key, ctrlKey, metaKey, altKey, shiftKey }: Key, place: ListPlace, on: ListKeys): boolean {
  const { active, count } = place;
  if (altKey) return false;
  if (ctrlKey || metaKey) {
    if (key === 'a') on.selectAll();
    else if (key === 'z') on.undo();
    else return false;
    return true;
  }
  const to = destination(key, place);
  if (to !== null) {
    const within = Math.max(0, Math.min(count - 1, to));
    if (count === 0) return true;
    if (shiftKey) on.extend(within);
    else on.activate(within);
    return true;
  }
  return act(key, active, on);
}

function act(key: string, active: number, on: ListKeys): boolean {
  if (key === 'Enter' && active >= 0) on.open(active);
  else if (key === ' ' && active >= 0) on.toggle(active);
  else if (key === 'Delete') on.remove();
  else if (key === 'Escape') on.leave();
  else return false;
  return true;
}

function destination(key: string, { active, count, page }: ListPlace): number | null {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + page;
    case 'PageUp':
      return active - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
