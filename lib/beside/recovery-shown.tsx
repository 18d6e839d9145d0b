/** The recovery sheet, with the printer and the clipboard behind its buttons. */
import { RecoverySheet, type RecoverySheetProps } from '@/lib/ui/sync-recovery-sheet.tsx';
import { useCopy } from './use-copy.ts';

type RecoveryShownProps = Pick<RecoverySheetProps, 'code' | 'place'>;

export function RecoveryShown({ code, place }: RecoveryShownProps) {
  const { isCopied, copy } = useCopy();
  return (
    <RecoverySheet
      code={code}
      place={place}
      made={Date.now()}
      isCopied={isCopied}
      onCopy={() => copy(code)}
      onPrint={() => window.print()}
    />
  );
}
