/** After an update the old content script is cut off from its extension: it must end without a word, and a new one take over. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM } from '@/scripts/drive/chromium.ts';
import { serve, type Site } from '@/scripts/drive/serve.ts';
import { until } from '@/scripts/drive/until.ts';
import { chromeBuild } from './browsers.ts';
import { chromiumDriver, type ChromiumDriver } from './chromium-driver.ts';
import { marked } from './driver.ts';
import { GROWING } from './pages.ts';

describe.skipIf(CHROMIUM === null)('Chromium: an extension that goes away under a page', () => {
  let site: Site;
  let driver: ChromiumDriver;
  beforeAll(async () => {
    site = await serve({ '/live': GROWING });
    driver = await chromiumDriver(chromeBuild);
  });
  afterAll(async () => {
    await driver.close();
    await site.close();
  });

  it('leaves no error behind, and the page can be read again', async () => {
    const page = await driver.open(`${site.url}/live`);
    await driver.clickAction(page);
    await until(async () => (await marked(page)).length >= 3);
    const { browser, id } = driver.chromium;
    await browser.uninstallExtension(id);
    // Everything that wakes the old script: the page changes, the pointer moves, a mark is clicked, keys are pressed.
    await page.run(
      `() => addParagraph('Dmitry Peskov, the spokesman of the Kremlin, said that the talks had brought nothing promising and no breakthrough at all.')`,
    );
    await page.hover(300, 300);
    await page.click(300, 300);
    await page.press('Escape');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(driver.pageErrors().filter((text) => !/404|favicon/.test(text))).toEqual([]);
    await browser.installExtension(chromeBuild);
    // Its first-run page opens and takes the focus; only then is the reader back at the article.
    await browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
    await driver.clickAction(page);
    await until(async () => (await marked(page)).some((text) => text.endsWith('at all.')));
    expect(driver.pageErrors().filter((text) => !/404|favicon/.test(text))).toEqual([]);
  });
});
