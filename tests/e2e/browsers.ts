/** The browsers of this machine, each with the build for it. */
import { resolve } from 'node:path';
import { outputOf } from '@/scripts/build-for.ts';
import { CHROMIUM } from '@/scripts/drive/chromium.ts';
import { FIREFOX } from '@/scripts/drive/firefox.ts';
import { chromiumDriver } from './chromium-driver.ts';
import type { Driver } from './driver.ts';
import { firefoxDriver } from './firefox-driver.ts';

export const chromeBuild = resolve(outputOf('chrome'));
export const firefoxBuild = resolve(outputOf('firefox'));

export type Browser = { readonly name: string; readonly missing: boolean; readonly launch: () => Promise<Driver> };

export const BROWSERS: readonly Browser[] = [
  { name: named('Chromium', CHROMIUM), missing: CHROMIUM === null, launch: () => chromiumDriver(chromeBuild) },
  { name: named('Firefox', FIREFOX), missing: FIREFOX === null, launch: () => firefoxDriver(firefoxBuild) },
];

function named(name: string, path: string | null): string {
  return path === null ? `${name} (skipped: not found on this machine)` : name;
}
