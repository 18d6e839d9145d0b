/** What a view of the reader's may call, each to be watched. */
import { vi } from 'vitest';

export const spies = () => ({
  onRead: vi.fn(),
  onGrant: vi.fn(),
  onStop: vi.fn(),
  onSite: vi.fn(),
  onPick: vi.fn(),
  onWalk: vi.fn(),
  onAsk: vi.fn(),
  onReject: vi.fn(),
  onConfirm: vi.fn(),
  onRestore: vi.fn(),
  onPanel: vi.fn(),
  onLibrary: vi.fn(),
  onOptions: vi.fn(),
});
