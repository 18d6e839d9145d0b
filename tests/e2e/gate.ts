/** The way between one browser and the network: open, or shut as when a device is offline. */
import { createServer, connect, type Socket } from 'node:net';

export type Gate = {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly setOpen: (isOpen: boolean) => void;
  readonly close: () => Promise<void>;
};

/** @param target Scheme, host and port of what lies behind. */
export async function openGate(target: string): Promise<Gate> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let isOpen = true;
  const server = createServer((socket) => {
    if (!isOpen) {
      socket.destroy();
      return;
    }
    const behind = connect(Number(port), hostname);
    for (const end of [socket, behind]) {
      open.add(end);
      end.on('error', () => end.destroy()).on('close', () => open.delete(end));
    }
    socket.on('close', () => behind.destroy());
    behind.on('close', () => socket.destroy());
    socket.pipe(behind).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const shut = () => open.forEach((socket) => socket.destroy());
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    setOpen: (next) => {
      isOpen = next;
      if (!next) shut();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        shut();
      }),
  };
}
