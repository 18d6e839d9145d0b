import { resolve } from 'node:path';
import { startProcess } from './start-process.ts';
import type { Start } from './test-server.ts';

const PACKAGES = resolve('.cache/servers/couch');
const SERVE = resolve('tests/servers/couch/serve.mjs');

/** It keeps everything in memory. */
export const startCouch: Start = (_folder, port) =>
  startProcess(process.execPath, [SERVE, PACKAGES, String(port)], port);
