import '../ui/i18n-stub.ts';
import { expect, it } from 'vitest';
import { deviceName } from '@/lib/beside/device-name.ts';

const ENGINE = 'AppleWebKit/537.36 (KHTML, like Gecko)';
it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox on Linux'],
  ['Mozilla/5.0 (Android 16; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0', 'Firefox on Android'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${ENGINE} Chrome/156.0.0.0 Safari/537.36`, 'Chrome on Windows'],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${ENGINE} Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0`,
    'Edge on Windows',
  ],
  [
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${ENGINE} Chrome/156.0.0.0 Safari/537.36 OPR/120.0`,
    'Opera on macOS',
  ],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${ENGINE} Chrome/156.0.0.0 Safari/537.36`, 'Chrome on ChromeOS'],
  [`Mozilla/5.0 (Linux; Android 16; K) ${ENGINE} Chrome/156.0.0.0 Mobile Safari/537.36`, 'Chrome on Android'],
  ['something else', 'This device'],
  ['Firefox/153.0', 'Firefox'],
])('%s', (userAgent, name) => expect(deviceName(userAgent)).toBe(name));
