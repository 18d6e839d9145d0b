/** “Export everything” of versions before there were notes: settings, answers about marks, switched-off packs. */
import { ParseError, flag, list, record, text } from '@/lib/core/parse.ts';
import type { BackupRow } from '@/lib/exchange/backup.ts';
import { json } from '@/lib/core/parse-note.ts';

export const OLD_FORMAT = 'parallax-data/1';

/** Null where the file is none. Packs of the reader's own are not in a form that can be read back. */
export function oldBackupRows(file: string): readonly BackupRow[] | null {
  try {
    const data = record(JSON.parse(file), 'file');
    if (data.format !== OLD_FORMAT) return null;
    const settings = Object.entries(record(data.settings, 'settings')).map(([key, value]): BackupRow => ({
      section: 'settings',
      row: { key, value: json(value, key) },
    }));
    const switches = list(data.switches, 'switches', (entry, path) => {
      const { id, on } = record(entry, path);
      return { id: text(id, `${path}.id`, 80), on: flag(on, `${path}.on`) };
    });
    const off = switches.filter(({ on }) => !on).map(({ id }): BackupRow => ({ section: 'switchedOff', row: id }));
    const answers = list(data.answers, 'answers', json).map((row): BackupRow => ({ section: 'feedback', row }));
    const packs = list(data.packs, 'packs', json).map((row): BackupRow => ({ section: 'packs', row }));
    return [...settings, ...off, ...answers, ...packs];
  } catch (cause) {
    if (cause instanceof ParseError || cause instanceof SyntaxError) return null;
    throw cause;
  }
}
