/** Words of a pack within the interface: in the pack's language and direction, whatever those of the interface are. */
import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';

/** BCP 47; undefined where no pack is open. */
export const PackLanguage = createContext<string | undefined>(undefined);

export function PackWords({ children }: { readonly children: ComponentChildren }) {
  return (
    <span lang={useContext(PackLanguage)} dir="auto">
      {children}
    </span>
  );
}
