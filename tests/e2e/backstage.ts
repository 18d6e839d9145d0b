/** The background itself, in both browsers: what can be asked of it only from within. */
import { chromiumExtensionPid, firefoxExtensionPid } from '@/scripts/drive/extension-process.ts';
import { until } from '@/scripts/drive/until.ts';
import { CHROMIUM } from '@/scripts/drive/chromium.ts';
import { FIREFOX } from '@/scripts/drive/firefox.ts';
import { chromeBuild, firefoxBuild } from './browsers.ts';
import { chromiumDriver } from './chromium-driver.ts';
import type { Driver } from './driver.ts';
import { firefoxDriver } from './firefox-driver.ts';

export type Backstage = {
  readonly driver: Driver;
  /** Runs an async function's body in the background, woken if need be. */
  readonly ask: <T>(body: string) => Promise<T>;
  readonly pid: () => Promise<number>;
};
export type BackstageBrowser = {
  readonly name: string;
  readonly missing: boolean;
  readonly build: string;
  readonly launch: (build: string) => Promise<Backstage>;
};

export const BACKSTAGES: readonly BackstageBrowser[] = [
  { name: 'Chromium', missing: CHROMIUM === null, build: chromeBuild, launch: inChromium },
  { name: 'Firefox', missing: FIREFOX === null, build: firefoxBuild, launch: inFirefox },
];

async function inChromium(build: string): Promise<Backstage> {
  const driver = await chromiumDriver(build);
  const { chromium } = driver;
  const wake = async () => {
    if (chromium.workerRuns()) return;
    const desk = await chromium.openOwn('options.html');
    await desk.evaluate(`chrome.runtime.sendMessage({ to: 'background', name: 'page.settings' })`);
    await until(() => chromium.inWorker<boolean>('globalThis.__parallaxReady === true'));
    await desk.close();
  };
  return {
    driver,
    async ask(body) {
      await wake();
      return chromium.inWorker(`(async () => { ${body} })()`);
    },
    pid: () => chromiumExtensionPid(chromium),
  };
}

async function inFirefox(build: string): Promise<Backstage> {
  const driver = await firefoxDriver(build);
  const desk = await driver.openOwn('options.html');
  return {
    driver,
    // The function is made by the background's own constructor, so that it runs there and not on the page.
    ask: (body) =>
      desk.run(`async () => {
        const globalThis = await browser.runtime.getBackgroundPage();
        const { performance, setTimeout } = globalThis;
        ${body}
      }`),
    pid: () => firefoxExtensionPid(driver.firefox),
  };
}
