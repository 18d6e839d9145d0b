/** What an administrator does with the members of a space. Each writes a state of its own, signed. */
import { isLess, type Role } from './roles.ts';
import type { Space } from './space-chain.ts';
import type { Former, Member } from './space-file.ts';
import { changeSpace, type ChangedSpace, type SpaceDraft } from './space-keyring.ts';
import type { MemberCard } from './member-card.ts';
import type { DeviceKeys } from './vault.ts';

export type NewMember = {
  /** Twelve letters and digits. Of somebody who is in it already: a further device of theirs. */
  readonly id: string;
  readonly card: MemberCard;
  readonly role: Role;
  readonly admin: boolean;
};

/** After both have compared the card's fingerprint, by a way that the server has no part in. */
export function addMember(space: Space, self: DeviceKeys, { id, card, role, admin }: NewMember): Promise<ChangedSpace> {
  const keys = { exchange: card.exchange, signing: card.signing };
  const withKeys = ({ members, former, names }: SpaceDraft): SpaceDraft => {
    const known = members.find((member) => member.id === id);
    const member: Member =
      known === undefined ? { id, role, admin, keys: [keys] } : { ...known, keys: [...known.keys, keys] };
    return {
      members: [...members.filter((each) => each.id !== id), member],
      former,
      names: { ...names, [id]: names[id] ?? card.name },
    };
  };
  return changeSpace(space, self, (draft) => (isFormerKey(draft, card) ? null : withKeys(draft)), { newEpoch: false });
}

/**
 * Who may do less than before keeps what they have written: `files` are the hashes of all their files so far, which go
 * on counting as those of their old role.
 */
export function setRole(
  space: Space,
  self: DeviceKeys,
  { id, role, admin, files }: Pick<Member, 'id' | 'role' | 'admin'> & Pick<Former, 'files'>,
): Promise<ChangedSpace> {
  return changeSpace(
    space,
    self,
    ({ members, former, names }) => {
      const member = members.find((each) => each.id === id);
      if (member === undefined) return null;
      const before = isLess(role, member.role) ? [formerly(member, files)] : [];
      const changed = members.map((each) => (each === member ? { ...member, role, admin } : each));
      return { members: changed, former: [...former, ...before], names };
    },
    { newEpoch: false },
  );
}

/**
 * With new keys, so that what is written after is closed to them; what they have read they have. `files`: as above.
 * `only`: one device of theirs, by its public key for signing; the member stays, with the others.
 */
export function removeMember(
  space: Space,
  self: DeviceKeys,
  { id, files, only = null }: Pick<Former, 'id' | 'files'> & { readonly only?: string | null },
): Promise<ChangedSpace> {
  return changeSpace(
    space,
    self,
    ({ members, former, names }) => {
      const member = members.find((each) => each.id === id);
      const gone = member?.keys.filter(({ signing }) => only === null || signing === only) ?? [];
      if (member === undefined || gone.length === 0) return null;
      const left = { ...member, keys: member.keys.filter((each) => !gone.includes(each)) };
      return {
        members: members.flatMap((each) => (each !== member ? [each] : left.keys.length > 0 ? [left] : [])),
        former: [...former, formerly({ ...member, keys: gone }, files)],
        names,
      };
    },
    { newEpoch: true },
  );
}

const formerly = ({ id, role, keys }: Member, files: readonly string[]): Former => ({
  id,
  role,
  signing: keys.map(({ signing }) => signing),
  files,
});

/** Who was removed comes back with new keys: of the old ones nobody knows who has them. */
const isFormerKey = ({ former }: SpaceDraft, { signing }: MemberCard): boolean =>
  former.some((each) => each.signing.includes(signing));
