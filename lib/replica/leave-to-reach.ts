/** The browser's leave to reach the reader's own storage: for exactly that host, or that folder. */
import { browser } from 'wxt/browser';
import type { Place } from '@/lib/core/sync.ts';
import { originOf } from '@/lib/remote/check-place.ts';

type Folder = FileSystemDirectoryHandle | undefined;

export async function isAllowed(place: Place, folder: Folder): Promise<boolean> {
  const origin = originOf(place);
  if (origin !== null) return browser.permissions.contains({ origins: [origin] });
  return folder !== undefined && (await permissionOf(folder, 'queryPermission')) === 'granted';
}

/** Within a click, and before anything is awaited in it. */
export async function allow(place: Place, folder: () => Promise<Folder>): Promise<boolean> {
  const origin = originOf(place);
  if (origin !== null) return browser.permissions.request({ origins: [origin], ...ALSO_ASKED });
  const handle = await folder();
  return handle !== undefined && (await permissionOf(handle, 'requestPermission')) === 'granted';
}

/** Firefox asks the reader also for what leaves the browser, be it to storage of their own; Chrome knows no such word. */
const ALSO_ASKED: object = import.meta.env.FIREFOX ? { data_collection: ['websiteContent', 'browsingActivity'] } : {};

/** Chrome's; where there is none, no permission is asked for either. */
type Guarded = FileSystemDirectoryHandle &
  Partial<
    Record<
      'queryPermission' | 'requestPermission',
      (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>
    >
  >;

const permissionOf = async (folder: Guarded, verb: 'queryPermission' | 'requestPermission'): Promise<PermissionState> =>
  (await folder[verb]?.({ mode: 'readwrite' })) ?? 'granted';
