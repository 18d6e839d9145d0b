/** A search field that “/” anywhere on the page puts the cursor into. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type SearchFieldProps = {
  readonly label: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Enter and arrow down: on to what was found. */
  readonly onLeave?: () => void;
  /** The id of a text that says what can be searched for. */
  readonly describedBy?: string;
};

export function SearchField({ label, query, onQuery, onLeave, describedBy }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useSlash(field);
  return (
    <label class="search">
      <span>{label}</span>
      <input
        ref={field}
        type="search"
        dir="auto"
        value={query}
        aria-describedby={describedBy}
        aria-keyshortcuts="/"
        onInput={({ currentTarget }) => onQuery(currentTarget.value)}
        onKeyDown={(event) => {
          if (onLeave === undefined || (event.key !== 'Enter' && event.key !== 'ArrowDown') || event.isComposing)
            return;
          event.preventDefault();
          onLeave();
        }}
      />
    </label>
  );
}

function useSlash(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const stop = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea') !== null;
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', onKey, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}
