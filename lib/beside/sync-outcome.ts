/** What the desk answers, in words. */
import type { RemoteFault } from '@/lib/core/sync.ts';
import type { Fault, NotOpened, NoVault } from '@/lib/replica/sync-desk.ts';
import { FAULT, FAULT_HELP } from '@/lib/ui/sync-words.ts';
import { t } from '@/lib/ui/text.ts';

/** “That did not work: the server refuses the name or password.”, and what can be done. */
export const faultInWords = (why: RemoteFault | 'library'): string =>
  `${t('syncNotDone', t(FAULT[why]))} ${t(FAULT_HELP[why])}`;

/** Null for `wrong`, which is said beside the field. */
export function failureInWords(outcome: NotOpened | NoVault | Fault): string | null {
  switch (outcome.kind) {
    case 'wrong':
      return null;
    case 'refused':
      return t('secretRefused');
    case 'cannot':
      return t('secretCannot');
    case 'no-vault':
      return t('syncNoVault');
    case 'fault':
      return faultInWords(outcome.why);
  }
}
