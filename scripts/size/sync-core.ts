/** What a device needs to sync over WebDAV, to measure its size: the engine, the adapter and the encryption. */
export { createWebdav } from '@/lib/remote/webdav.ts';
export { adoptDevice } from '@/lib/sync/adopt.ts';
export { runSync } from '@/lib/sync/sync-run.ts';
export { undoDeletes } from '@/lib/sync/undo-deletes.ts';
export { startEpoch, unlockByDevice } from '@/lib/vault/epochs.ts';
export { changePassphrase, createVault, readKeyring, unlock } from '@/lib/vault/keyring.ts';
export { createHttp } from '@/lib/remote/http.ts';
export { createSealer } from '@/lib/vault/seal.ts';
