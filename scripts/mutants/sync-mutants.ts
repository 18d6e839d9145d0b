/** Bugs that sync could have, each as a change of its text: every one of them must be found by tests/sync. */
export type Mutant = {
  readonly bug: string;
  /** Under lib/sync. */
  readonly file: string;
  /** Stands there once. */
  readonly find: string;
  readonly put: string;
};

export const SYNC_MUTANTS: readonly Mutant[] = [
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
    bug: 'the earlier write stands',
    file: 'merge-record.ts',
    find: `: a.stamp > b.stamp;`,
    put: `: a.stamp < b.stamp;`,
  },
  {
    bug: 'of equal stamps the first to come stands',
    file: 'merge-record.ts',
    find: `canonical(a.value) > canonical(b.value)`,
    put: `false`,
  },
  {
    bug: 'a deletion does not take what comes late',
    file: 'merge-record.ts',
    find: `.filter(([, cell]) => isAbove(floor, cell.stamp))`,
    put: ``,
  },
  {
    bug: 'a deletion leaves texts',
    file: 'merge-record.ts',
    find: `isAbove(floor, version.stamp) && `,
    put: ``,
  },
  {
    bug: 'a deletion takes what was written after it',
    file: 'merge-record.ts',
    find: `floor === null || stamp > floor.stamp`,
    put: `floor === null`,
  },
  {
    bug: 'what two texts have seen is not joined',
    file: 'merge-record.ts',
    find: `const seen = joinSeen(known.seen, incoming.seen);`,
    put: `const { seen } = known;`,
  },
  {
    bug: 'a text that was replaced stays',
    file: 'merge-record.ts',
    find: ` && !all.some((other) => hasSeen(other.seen, version.stamp))`,
    put: ``,
  },
  {
    bug: 'only the newest text is kept',
    file: 'merge-record.ts',
    find: `.sort((a, b) => (a.stamp < b.stamp ? 1 : -1));`,
    put: `.sort((a, b) => (a.stamp < b.stamp ? 1 : -1)).slice(0, 1);`,
  },
  {
    bug: 'an edit replaces texts that were never shown',
    file: 'written.ts',
    find: `seenApart(seen, stamp, others)`,
    put: `record.versions.map(seenWith).reduce(joinSeen, NOTHING_SEEN)`,
  },
  {
    bug: 'texts that are left standing are not named',
    file: 'seen.ts',
    find: `const staying = others.filter((other) => hasSeen(after, other.stamp)).map((other) => other.stamp);`,
    put: `const staying: Stamp[] = [];`,
  },
  {
    bug: 'texts that another left standing are forgotten',
    file: 'seen.ts',
    find: `  upTo: { ...upTo, [deviceOf(stamp)]: stamp },\n  except,`,
    put: `  upTo: { ...upTo, [deviceOf(stamp)]: stamp },\n  except: except.slice(0, 0),`,
  },
  {
    bug: 'an edit has the time of the clock, whatever it replaces',
    file: 'stamp.ts',
    find: `for (const stamp of replaced) time = Math.max(time, timeOf(stamp) + 1);`,
    put: `void replaced;`,
  },
  {
    bug: 'an edit has the same time as what it replaces',
    file: 'stamp.ts',
    find: `timeOf(stamp) + 1)`,
    put: `timeOf(stamp))`,
  },
  {
    bug: 'a text has one for its base that nobody else has',
    file: 'written.ts',
    find: `  if (replaced.home === UNSENT) return replaced.base;\n`,
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
    bug: 'what others publish is published again',
    file: 'apply-records.ts',
    find: `const merged = mergeRecord(known, change, null);`,
    put: `const merged = mergeRecord(known, change, UNSENT);`,
  },
  {
    bug: 'what came is shown over what the reader wrote meanwhile',
    file: 'apply-records.ts',
    find: `const before = await collectFrom(tx, library, ids, writer);`,
    put: `const before = new Map((await tx.getMany('records', ids)).map((row, index) => [ids[index] ?? '', row]));`,
  },
  {
    bug: 'a note that was written on after an unseen deletion comes back by half',
    file: 'apply-records.ts',
    find: `|| !hasOwnAbove(floor, known, self)) return merged;`,
    put: `|| hasOwnAbove(floor, known, self)) return merged;`,
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
    bug: 'a copy does not read what the other wrote',
    file: 'pull.ts',
    find: `devices.delete(run.device);`,
    put: `devices.delete(run.device);\n  for (const { formerly } of [await transact(run, selfOf)]) for (const old of formerly) devices.delete(old);`,
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
    bug: 'an empty place is taken for a new one',
    file: 'sync-run.ts',
    find: `  if (run.parts.mayStartAnew !== true) throw failed('vault-gone');\n`,
    put: ``,
  },
  {
    bug: 'where files are gone, records are',
    file: 'peers.ts',
    find: `  if (amiss !== RUNS) return;`,
    put: `  if (amiss > 0) await tx.drop('records', (await tx.all('records')).filter((row) => row.homes.length === 0).map((row) => row.id));\n  if (amiss !== RUNS) return;`,
  },
  {
    bug: 'missing files go unnoticed',
    file: 'peers.ts',
    find: `const isAmiss = !peer.adopted && (`,
    put: `const isAmiss = peer.adopted && (`,
  },
  {
    bug: 'what others say of a device is not heard',
    file: 'peers.ts',
    find: `Math.max(known.claimed, claims.get(other) ?? 0)`,
    put: `known.claimed`,
  },
  {
    bug: 'one old listing is an alarm',
    file: 'peers.ts',
    find: `const RUNS = 3;`,
    put: `const RUNS = 1;`,
  },
  {
    bug: 'a file is applied before all of it is',
    file: 'pull.ts',
    find: `      if (start + PORTION < records.length) return;\n`,
    put: ``,
  },
  {
    bug: 'files are fetched again and again',
    file: 'peers.ts',
    find: `const applied = [...peer.applied.filter((name) => name !== file.name), file.name];`,
    put: `const applied = peer.applied.filter((name) => name !== file.name);`,
  },
  {
    bug: 'a file that was packed up meanwhile is not looked for',
    file: 'pull.ts',
    find: `=== 'absent') {\n`,
    put: `=== 'absent') {\n      continue;\n`,
  },
  {
    bug: 'one fault with one file ends everything',
    file: 'pull.ts',
    find: `(error.kind !== 'odd' && error.kind !== 'server')`,
    put: `error.kind !== 'odd'`,
  },
  {
    bug: 'a file that could not be read is not tried again',
    file: 'bad-files.ts',
    find: `  tries >= TRIES && why`,
    put: `  tries >= 1 && why`,
  },
  {
    bug: 'what a removed device writes counts',
    file: 'pull.ts',
    find: `.filter((file) => file.to <= limit)`,
    put: `.filter((file) => file.to > 0 || file.to <= limit)`,
  },
  {
    bug: 'numbers are used twice',
    file: 'push.ts',
    find: `nextSeq: Math.max(self.nextSeq, place.to + 1)`,
    put: `nextSeq: self.nextSeq`,
  },
  {
    bug: 'many deletions go unnoticed',
    file: 'undo-deletes.ts',
    find: `if (deleted > MANY || (`,
    put: `if (deleted < 0 && (`,
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
