/** The keys of one device: to be handed roots (X25519), and to sign (Ed25519). The private halves never leave the browser. */
import type { DeviceId } from '@/lib/sync/stamp.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import type { Bytes } from './bytes.ts';
import type { DeviceCard, DeviceKeys } from './vault.ts';

/** `exchange` or `signing` is null where this browser does not know the curve. */
export async function createDeviceKeys(): Promise<DeviceKeys> {
  const [exchange, signing] = await Promise.all([
    pairOrNull('X25519', ['deriveBits']),
    pairOrNull('Ed25519', ['sign', 'verify']),
  ]);
  return { exchange, signing };
}

export async function cardOf(device: DeviceId, keys: DeviceKeys): Promise<DeviceCard> {
  return { device, ...(await publicHalves(keys)) };
}

export async function publicHalves({ exchange, signing }: DeviceKeys): Promise<Omit<DeviceCard, 'device'>> {
  return { exchange: await publicText(exchange), signing: await publicText(signing) };
}

/** Null where this device has no key to sign with. */
export async function signWith({ signing }: DeviceKeys, content: Bytes): Promise<Bytes | null> {
  return signing === null ? null : new Uint8Array(await crypto.subtle.sign('Ed25519', signing.privateKey, content));
}

/** `signing`: a public key as base64url; never throws. */
export async function isSignedBy(signing: string | null, signature: Bytes, content: Bytes): Promise<boolean> {
  const raw = signing === null ? null : fromBase64url(signing);
  if (raw === null) return false;
  try {
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature, content);
  } catch {
    return false;
  }
}

async function pairOrNull(name: 'X25519' | 'Ed25519', usages: KeyUsage[]): Promise<CryptoKeyPair | null> {
  try {
    const made = await crypto.subtle.generateKey({ name }, false, usages);
    return 'privateKey' in made ? made : null;
  } catch {
    return null;
  }
}

const publicText = async (pair: CryptoKeyPair | null): Promise<string | null> =>
  pair === null ? null : toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
