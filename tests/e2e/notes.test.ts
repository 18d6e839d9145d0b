/**
 * Notes and flags as a reader makes them, on a page that tells no known story, in both browsers: made, found again,
 * found on the edited page, attached anew, deleted and brought back, with the background killed before every step.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served, type Site } from '@/scripts/drive/serve.ts';
import { until } from '@/scripts/drive/until.ts';
import { BROWSERS } from './browsers.ts';
import { PAINTED, pointOn, select, type Driver, type Tab } from './driver.ts';
import { OTHER_TOPIC } from './pages.ts';

const SHADE = 'the first week it stands in the shade';
const RARELY =
  'A good terrarium is watered twice a year. The oldest in her shop has not been opened since the spring of 2014.';
const CACTI = 'Cacti do not: they rot within weeks';
const GRAVEL = 'two fingers deep';
/** Lets in no frame that does not say of itself that it may be embedded. */
const STRICT: Served = {
  body: OTHER_TOPIC.replace('<h1>', '<h1>Once more: '),
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-src 'none'",
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
  },
};
/** The gravel is gone, a number has changed, and a paragraph has come in before the rest. */
const EDITED = OTHER_TOPIC.replace(/<p>She begins with the gravel.*?<\/p>/s, '')
  .replace('watered twice a year', 'watered three times a year')
  .replace('<h1>', '<p>Updated on Sunday with what readers wrote to us about their own jars.</p><h1>');

/** On a page of ours, wherever it is scrolled to, once the button is there. */
const press = (tab: Tab, name: string) =>
  until(() =>
    tab.run<boolean>(
      `(name) => {
        const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
        button?.click();
        return button !== undefined;
      }`,
      name,
    ),
  );
const shows = (tab: Tab, words: string) => until(async () => (await tab.allText()).includes(words));
/** What is painted as the reader's own, by look and colour. */
async function painted(tab: Tab): Promise<Record<string, string[]>> {
  const all = await tab.run<Record<string, string[]>>(PAINTED);
  return Object.fromEntries(Object.entries(all).filter(([name]) => /^parallax-(?:note|flag)-/.test(name)));
}
const paints = (tab: Tab, expected: Record<string, readonly string[]>) =>
  until(async () => {
    const now = await painted(tab);
    const isSame = JSON.stringify(sorted(now)) === JSON.stringify(sorted(expected));
    return isSame ? now : null;
  });
const sorted = (by: Record<string, readonly string[]>) =>
  Object.entries(by)
    .map(([name, texts]) => [name, texts.toSorted()] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

/**
 * Selects words until the bar is there: our script may not be in the page yet. A popup that closes too early has not put
 * it there; then the button is clicked again.
 */
const offeredOn = (driver: Driver, tab: Tab, words: string) =>
  until(async () => {
    for (let look = 0; look < 4; look += 1) {
      // A press on words that are selected would drag them away.
      await tab.run('() => getSelection().removeAllRanges()');
      await select(tab, words);
      await new Promise((resolve) => setTimeout(resolve, 700));
      if ((await tab.allText()).includes('Flag…')) return true;
    }
    await driver.clickAction(tab);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return false;
  }, 40_000);

describe.each(BROWSERS.filter(({ missing }) => !missing))('$name', ({ launch }) => {
  const pages: Record<string, Served> = { '/jars': OTHER_TOPIC, '/strict': STRICT };
  let site: Site;
  let driver: Driver;
  let page: Tab;
  beforeAll(async () => {
    site = await serve(pages);
    driver = await launch();
    page = await driver.open(`${site.url}/jars`);
    await read();
    // Our script must be in the page before the background is killed for the first time.
    await offered(SHADE);
  });
  afterAll(async () => {
    await driver.close();
    await site.close();
  });
  const read = () => driver.clickAction(page);
  const offered = (words: string) => offeredOn(driver, page, words);
  const step = async (name: string, run: () => Promise<unknown>) => {
    await driver.killBackground();
    await run().catch((cause: unknown) => {
      throw new Error(name, { cause });
    });
  };

  it('makes them, with the pointer and by keys alone, and the page hears none of it', async () => {
    await page.run(`() => { globalThis.heard = []; addEventListener('keydown', ({ key }) => heard.push(key), true); }`);
    await step('a highlight', async () => {
      await offered(SHADE);
      await page.clickOn('Highlight');
      await shows(page, 'Highlighted.');
      await paints(page, { 'parallax-note-yellow-light': [SHADE] });
    });
    await step('a note by keys', async () => {
      await offered(GRAVEL);
      await driver.command(page, 'note');
      await until(() => page.run<boolean>(`() => document.activeElement?.localName === 'parallax-notes'`));
      await page.press('Enter');
      const editor = await page.frame('note.html');
      await until(() => editor.run(`() => document.activeElement?.localName === 'textarea'`));
      await driver.killBackground();
      await page.type('Zanzibar?');
      await page.press('Control+Enter');
      await paints(page, { 'parallax-note-yellow-light': [SHADE, GRAVEL] });
    });
    await step('a flag', async () => {
      await offered(RARELY);
      await page.clickOn('Flag…');
      await page.clickOn('figure');
      await shows(page, 'Flagged: figure.');
    });
    expect((await page.run<string[]>('() => heard')).join('')).not.toMatch(/[Zz]/);
  });

  const ALL = {
    'parallax-note-yellow-light': [SHADE, GRAVEL],
    'parallax-flag-yellow-light': [RARELY],
  };

  it('finds them again when the page is loaded again', async () => {
    await step('reload', async () => {
      await page.reload();
      await read();
      await paints(page, ALL);
    });
  });

  it('finds them on the edited page, says what has changed and what has gone', async () => {
    pages['/jars'] = EDITED;
    await step('the edited page', async () => {
      await page.reload();
      await read();
      await paints(page, {
        'parallax-note-yellow-light': [SHADE],
        'parallax-flag-yellow-light': [RARELY.replace('twice', 'three times')],
      });
    });
    await step('the panel', async () => {
      const panel = await driver.panelBeside(page);
      await shows(panel, 'Zanzibar?');
      await shows(panel, 'three times');
      await shows(panel, GRAVEL);
      await panel.close();
    });
  });

  it('attaches what has gone to words that the reader selects', async () => {
    await step('attach', async () => {
      await select(page, CACTI);
      const panel = await driver.panelBeside(page);
      await panel.clickOn(`Attach to the selected words: ${GRAVEL}`);
      await paints(page, {
        'parallax-note-yellow-light': [SHADE, CACTI],
        'parallax-flag-yellow-light': [RARELY.replace('twice', 'three times')],
      });
      await panel.close();
    });
  });

  it('deletes one beside its words, and brings it back', async () => {
    const { x, y } = await pointOn(page, SHADE);
    await step('delete', async () => {
      await page.click(x, y);
      await page.clickOn('Delete');
      await shows(page, 'Deleted.');
      await paints(page, {
        'parallax-note-yellow-light': [CACTI],
        'parallax-flag-yellow-light': [RARELY.replace('twice', 'three times')],
      });
    });
    await step('undo', async () => {
      await page.clickOn('Undo');
      await paints(page, {
        'parallax-note-yellow-light': [SHADE, CACTI],
        'parallax-flag-yellow-light': [RARELY.replace('twice', 'three times')],
      });
    });
  });

  it('leaves as a backup, is wiped, and comes back to the byte', async () => {
    const options = await driver.openOwn('options.html');
    const backUp = async (): Promise<string> => {
      await options.run(`() => {
        globalThis.made = [];
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (file) => { made.push(file); return make(file); };
      }`);
      await press(options, 'Back up everything');
      const file = await until(() => options.run<string | null>('async () => (await made[0]?.text()) ?? null'));
      await press(options, 'Close');
      return file;
    };
    let before = '';
    await step('back up', async () => {
      before = await backUp();
      expect(before).toContain('Zanzibar?');
    });
    await step('wipe', async () => {
      await press(options, 'Delete everything…');
      await until(() => options.run<boolean>(`() => document.querySelector('[role="alert"]') !== null`));
      await press(options, 'Delete everything');
      await paints(page, {});
    });
    await step('restore', async () => {
      await press(options, 'Import…');
      await until(() => options.run<boolean>(`() => document.querySelector('input[type="file"]') !== null`));
      await options.run(
        `(text) => {
          const input = document.querySelector('input[type="file"]');
          const files = new DataTransfer();
          files.items.add(new File([text], 'backup.json', { type: 'application/json' }));
          input.files = files.files;
          input.dispatchEvent(new Event('change', { bubbles: true }));
        }`,
        before,
      );
      await shows(options, 'All of it was read.');
      await paints(page, {
        'parallax-note-yellow-light': [SHADE, CACTI],
        'parallax-flag-yellow-light': [RARELY.replace('twice', 'three times')],
      });
      await press(options, 'Close');
    });
    await step('the same', async () => expect(await backUp()).toBe(before));
    await options.close();
  });

  it('writes all the same where the page lets no frame in: Chrome in a window of its own, Firefox does not ask the page', async () => {
    const strict = await driver.open(`${site.url}/strict`);
    await driver.clickAction(strict);
    await offeredOn(driver, strict, CACTI);
    await strict.clickOn('Note');
    const apart = driver.name === 'Chromium' ? await driver.opened('note.html?tab=') : null;
    const editor = apart ?? (await strict.frame('note.html'));
    await until(() => editor.run(`() => document.activeElement?.localName === 'textarea'`));
    await (apart ?? strict).type('All the same');
    await (apart ?? strict).press('Control+Enter');
    await paints(strict, { 'parallax-note-yellow-light': [CACTI] });
    await strict.close();
  });

  it('leaves nothing of it in the page’s console', () => {
    // A page without an icon, and one that forbids itself to load one.
    expect(driver.pageErrors().filter((error) => !/404|favicon/.test(error))).toEqual([]);
  });
});
