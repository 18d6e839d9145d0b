/** Bugs in what a device does with its own files. */
import type { Mutant } from './mutant.ts';

export const SENDING_MUTANTS: readonly Mutant[] = [
  {
    bug: 'what was sent is not read back',
    file: 'deliver.ts',
    find: `    found = await look(run, file);\n  }`,
    put: `    found = 'whole';\n  }`,
  },
  {
    bug: 'a file counts as arrived when it is only queued',
    file: 'push.ts',
    find: `state: 'outgoing'`,
    put: `state: 'there'`,
  },
  {
    bug: 'what lies there broken is written over',
    file: 'deliver.ts',
    find: `if (found === 'nothing') {`,
    put: `if (found === 'nothing' || tries === 0) {\n      tries += 1;`,
  },
  {
    bug: 'sent again without a look at what is there',
    file: 'deliver.ts',
    find: `await deliver(run, file, 'look-first')`,
    put: `await deliver(run, file, 'new')`,
  },
  {
    bug: 'what is read back is compared by its length alone',
    file: 'deliver.ts',
    find: ` && found.every((byte, index) => byte === bytes[index])`,
    put: ``,
  },
  {
    bug: 'old files are deleted before the pack is there',
    file: 'tidy.ts',
    find: `  await send(run, draft);\n`,
    put: `  for (const file of files) await run.parts.store.del(pathOf(run.device, file.name));\n  await send(run, draft);\n`,
  },
  {
    bug: 'files are packed while something of ours is still to be sent',
    file: 'tidy.ts',
    find: `((await hasAllArrived(tx)) ? draftOf(tx, run, files) : null)`,
    put: `draftOf(tx, run, files)`,
  },
  {
    bug: 'a pack leaves a record out',
    file: 'tidy.ts',
    find: `const records = await tx.homedIn([...names]);`,
    put: `const records = (await tx.homedIn([...names])).slice(1);`,
  },
  {
    bug: 'a pack has the number of its last file only',
    file: 'tidy.ts',
    find: `const from = Math.min(...files.map((file) => file.from));`,
    put: `const from = Math.max(...files.map((file) => file.from));`,
  },
  {
    bug: 'nothing is ever packed',
    file: 'tidy.ts',
    find: `if (there.length <= (hadSent ? atMost : enough)) return;`,
    put: `return;`,
  },
  {
    bug: 'a deleted file is forgotten at once',
    file: 'tidy.ts',
    find: `tx.put('ownFiles', [{ ...file, state: 'gone' }])`,
    put: `tx.drop('ownFiles', [file.name])`,
  },
  {
    bug: 'files of ours are never read again',
    file: 'tidy.ts',
    find: `if (first !== undefined && !run.hasSent && mayTakeFile(run)) await markIfLost(run, first);`,
    put: ``,
  },
  {
    bug: 'a field edited during a run counts as sent',
    file: 'record-homes.ts',
    find: `const isSame = sent?.stamp === cell.stamp && canonical(sent.value) === canonical(cell.value);`,
    put: `const isSame = sent !== undefined;`,
  },
  {
    bug: 'a text edited during a run counts as sent',
    file: 'record-homes.ts',
    find: `stamps.has(version.stamp) && isMeant(version.home)`,
    put: `isMeant(version.home)`,
  },
  {
    bug: 'a copy of the profile goes unnoticed',
    file: 'own-folder.ts',
    find: `if (opened?.kind === 'opened') return true;`,
    put: `if (opened?.kind === 'opened') return false;`,
  },
  {
    bug: 'a copy does not send again what it had',
    file: 'own-folder.ts',
    find: `    records.map((record) => rowOf(movedTo(record, UNSENT, release))),`,
    put: `    records.map((record) => rowOf(movedTo(record, null, release))),`,
  },
  {
    bug: 'a lost file is not missed by its owner',
    file: 'own-folder.ts',
    find: `{ ...file, state: 'lost' }`,
    put: `{ ...file, checked }`,
  },
  {
    bug: 'a listing is believed: what is not in it is lost',
    file: 'own-folder.ts',
    find: `const isWhole = (await isThere(run, file)) || (await isThere(run, file));`,
    put: `const isWhole = (await isThere(run, file)) && false;`,
  },
  {
    bug: 'numbers are used twice',
    file: 'push.ts',
    find: `nextSeq: Math.max(self.nextSeq, place.to + 1)`,
    put: `nextSeq: self.nextSeq`,
  },
  {
    bug: 'a folder is emptied before its notes are safe',
    file: 'adopt.ts',
    find: `if (run.isCut || !(await transact(run, hasAllArrived))) {`,
    put: `if (taken.length < 0) {`,
  },
  {
    bug: 'what a device had taken over is not taken over with it',
    file: 'adopt.ts',
    find: `fetchFile(run, device, file, claim)`,
    put: `fetchFile(run, device, file)`,
  },
];
