/** What this device is called before the reader gives it a name: “Firefox on Linux”. */
import { t } from '@/lib/ui/text.ts';

const BROWSERS = [
  ['Firefox', /\bFirefox\//],
  ['Edge', /\bEdg(?:A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Chrome', /Chrome\//],
  ['Safari', /\bSafari\//],
] as const;
const SYSTEMS = [
  ['Android', /\bAndroid\b/],
  ['iPad', /\biPad\b/],
  ['iPhone', /\biPhone\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac(?:intosh| OS)\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const;

export function deviceName(userAgent: string): string {
  const first = (list: typeof BROWSERS | typeof SYSTEMS) => list.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const [program, system] = [first(BROWSERS), first(SYSTEMS)];
  if (program === undefined || system === undefined) return program ?? system ?? t('syncThisDevice');
  return t('syncDeviceOn', program, system);
}
