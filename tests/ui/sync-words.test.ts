import './i18n-stub.ts';
import { describe, expect, it } from 'vitest';
import { SYNC_FAULTS, type SyncProgress } from '@/lib/core/sync.ts';
import {
  FAULT_HELP,
  alarmInWords,
  durationInWords,
  moment,
  progressInWords,
  statusInShort,
  statusInWords,
} from '@/lib/ui/sync-words.ts';
import { t } from '@/lib/ui/text.ts';
import { ALARMS, DAY, HOUR, IN_STEP, MINUTE, NOW, failingFor } from './sample-sync.ts';

/** Some systems part hour and half-day by a narrow space. */
const plain = (words: string) => words.replace(/\s/g, ' ');

describe('how it stands', () => {
  it.each([
    [IN_STEP, 'In step, 2:05 PM', 'In step.'],
    [{ ...IN_STEP, lastSuccess: NOW - DAY }, 'In step, June 13 at 2:05 PM', 'In step.'],
    [{ ...IN_STEP, lastSuccess: null }, 'Not in step yet', ''],
    [{ ...IN_STEP, pending: 3 }, '3 changes waiting', 'Changes are waiting.'],
    [
      failingFor('auth'),
      'Failing since 9:05 AM: the server refuses the name or password. Next try: 2:40 PM.',
      'Failing: the server refuses the name or password.',
    ],
    [
      { ...IN_STEP, failing: { why: 'locked' as const, since: NOW - 40 * MINUTE, tries: 1, nextTry: null } },
      'Failing since 1:25 PM: the vault has new keys.',
      'Failing: the vault has new keys.',
    ],
  ])('%j', (status, words, short) => {
    expect(plain(statusInWords(status, NOW))).toBe(words);
    expect(statusInShort(status)).toBe(short);
  });

  it.each(SYNC_FAULTS)('“%s” says why within a sentence, and what can be done', (why) => {
    expect(plain(statusInWords(failingFor(why), NOW))).toMatch(
      /^Failing since 9:05 AM: [a-z].*[^.]\. Next try: 2:40 PM\.$/,
    );
    expect(t(FAULT_HELP[why])).toMatch(/^[A-Z].*\.$/);
  });

  it.each<[SyncProgress, string]>([
    [{ step: 'looking', done: 0, of: null }, 'Looking what is new…'],
    [{ step: 'fetching', done: 0, of: null }, 'Fetching…'],
    [{ step: 'fetching', done: 3, of: 1200 }, 'Fetching: 3 of 1,200 files'],
    [{ step: 'sending', done: 2, of: 5 }, 'Sending: 2 of 5 files'],
    [{ step: 'tidying', done: 2, of: 5 }, 'Tidying up…'],
  ])('%j', (progress, words) => expect(progressInWords(progress)).toBe(words));
});

it('a time of today is a time, of another day a day as well', () => {
  expect(plain(moment(NOW - HOUR, NOW))).toBe('1:05 PM');
  expect(plain(moment(NOW - 15 * HOUR, NOW))).toBe('June 13 at 11:05 PM');
});

it.each([
  [3 * DAY, '3 days'],
  [-3.2 * HOUR, '3 hours'],
  [6 * MINUTE, '6 minutes'],
  [100, '1 minute'],
])('%i milliseconds are about %s', (length, words) => expect(durationInWords(length)).toBe(words));

it('what it noticed is told in whole sentences, of a device by its name', () => {
  const told = ALARMS.map((alarm) => alarmInWords(alarm));
  for (const words of told) expect(words).toMatch(/^[A-Z].*\.$/);
  expect(new Set(told).size).toBe(ALARMS.length);
  const byId = (id: string) => told[ALARMS.findIndex((alarm) => alarm.id === id)];
  expect(byId('deleted')).toMatch(/^On Phone, much was deleted at once: 120 entries\./);
  expect(byId('missing')).toMatch(/what another device wrote/);
  expect(byId('damaged')).toMatch(/^Of what Phone wrote, 2 files cannot be read\./);
  expect(byId('clock')).toMatch(/^The clock of Phone is off by about 3 hours\./);
  expect(byId('here')).toMatch(/^The clock of this device is off by about 12 minutes\./);
});
