import { makeFolders, LOGIN, type Start } from './test-server.ts';
import { join } from 'node:path';
import { startProcess } from './start-process.ts';

/** The worst of them: without a cache an upload that is cut off leaves a torn file where a good one was. */
export const startRclone: Start = (folder, port) => {
  makeFolders(folder, 'root');
  const login = ['--user', LOGIN.user, '--pass', LOGIN.password];
  const address = ['--addr', `127.0.0.1:${port}`, '--baseurl', 'dav', '--config', '/dev/null'];
  const caching = ['--vfs-cache-mode', 'off', '--dir-cache-time', '0s'];
  return startProcess(
    '/usr/bin/rclone',
    ['serve', 'webdav', join(folder, 'root'), ...address, ...login, ...caching],
    port,
  );
};
