/** Joins screenshots into one picture, in the browser that took them. */
import type { Browser } from 'puppeteer-core';

/** PNG files in, one PNG file out, left to right with a gap on a neutral ground. */
export async function sideBySide(browser: Browser, pictures: readonly Uint8Array[]): Promise<Uint8Array> {
  const page = await browser.newPage();
  const images = pictures.map(
    (picture) => `<img src="data:image/png;base64,${Buffer.from(picture).toString('base64')}">`,
  );
  await page.setContent(
    `<body style="margin:0"><div id="all" style="display:inline-flex;gap:24px;padding:24px;background:#cfd3d8;align-items:flex-start">${images.join('')}</div>`,
  );
  const all = await page.waitForSelector('#all');
  const box = await all?.boundingBox();
  if (all === null || box === null || box === undefined) throw new Error('nothing to join');
  await page.setViewport({ width: Math.ceil(box.width) + 1, height: Math.ceil(box.height) + 1 });
  const joined = await all.screenshot({ type: 'png' });
  await page.close();
  return joined;
}
