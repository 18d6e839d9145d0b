import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayWrite, ownRecordId, ROLES } from '@/lib/vault/roles.ts';

const BEN = 'ben000000000';

describe('who may write what', () => {
  it.each([
    ['reader', 'notes/ben000000000.1', {}, false],
    ['reader', 'comments/ben000000000.1', { body: 'x' }, false],
    ['contributor', 'notes/ben000000000.1', { flag: 'check' }, true],
    ['contributor', 'notes/ben000000000.1', {}, true],
    ['contributor', 'flags/ben000000000.1', { flag: 'check' }, true],
    ['contributor', 'comments/ben000000000.1', { author: 'ben000000000' }, true],
    ['contributor', 'comments/ben000000000.1', { author: 'ada000000000' }, false],
    ['contributor', 'comments/ada000000000.1', {}, false],
    ['contributor', 'notes/ada000000000.1', {}, false],
    ['contributor', 'notes/ben000000000', {}, false],
    ['contributor', 'notes/ben0000000001', {}, false],
    ['contributor', 'packs/ben000000000.1', {}, false],
    ['contributor', 'packs/lindmouth', { title: 'x' }, false],
    ['contributor', 'notes', {}, false],
    ['editor', 'packs/lindmouth', { title: 'x' }, true],
    ['editor', 'notes/ada000000000.1', {}, true],
    ['editor', 'comments/ada000000000.1', { author: 'ada000000000' }, true],
  ] as const)('a %s, %s with %j: %s', (role, record, fields, may) => {
    expect(mayWrite(role, BEN, record, fields)).toBe(may);
  });
  it('a contributor writes nothing that is named as another’s, and all that is named as their own', () => {
    const member = fc.stringMatching(/^[a-z0-9]{12}$/);
    const kind = fc.constantFrom('notes', 'flags', 'comments');
    fc.assert(
      fc.property(member, member, kind, fc.string(), (one, other, of, key) => {
        expect(mayWrite('contributor', one, ownRecordId(of, other, key), {})).toBe(one === other);
      }),
    );
  });
  it('nobody without a name writes as one', () => {
    expect(mayWrite('contributor', '', 'notes/.1', {})).toBe(false);
  });
  it('what a role may, the next may, too', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (author, record) => {
        const may = ROLES.map((role) => mayWrite(role, author, record, {}));
        expect(may).toEqual([...may].sort());
      }),
    );
  });
});
