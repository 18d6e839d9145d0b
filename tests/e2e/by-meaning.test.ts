/** Matching by meaning in real browsers: the marks that Node finds, whenever the background is killed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Site } from '@/scripts/drive/serve.ts';
import { until } from '@/scripts/drive/until.ts';
import { loadShippedPacks } from '@/scripts/eval/load-packs.ts';
import { loadMeaning } from '@/scripts/model/load-meaning.ts';
import { MODEL_FOLDER } from '@/scripts/model/load-model.ts';
import { openArticle } from '@/scripts/read/open-article.ts';
import { readWith } from '@/scripts/read/read-with.ts';
import { ROUNDS } from '@/tests/rounds.ts';
import { BROWSERS } from './browsers.ts';
import { marked, type Driver } from './driver.ts';

const FILE = 'public/sample-article.html';

describe.skipIf(!existsSync(join(MODEL_FOLDER, 'model.json')))(
  'with the model (skipped: public/model is empty)',
  () => {
    let wanted: string[];
    let byWords: string[];
    beforeAll(async () => {
      const opened = openArticle(FILE, null);
      if (opened.kind === 'no-article') throw new Error(opened.why);
      const { article } = opened;
      const meaning = await loadMeaning();
      const textsOf = async (engine: Parameters<typeof readWith>[2]) => {
        const { marks } = await readWith(loadShippedPacks(), article, engine);
        return marks.map(({ sentence }) => plain(article.sentences[sentence]?.text ?? '')).sort();
      };
      wanted = await textsOf({ meaning: () => Promise.resolve(meaning) });
      byWords = await textsOf({});
    });

    it('finds other sentences than words alone', () => {
      expect(wanted).not.toEqual(byWords);
      expect(wanted.length).toBeGreaterThan(8);
    });

    describe.each(BROWSERS.filter(({ missing }) => !missing))('$name', ({ launch }) => {
      let site: Site;
      let driver: Driver;
      beforeAll(async () => {
        site = await serve({ '/sample': readFileSync(FILE, 'utf8') });
        driver = await launch();
      });
      afterAll(async () => {
        await driver.close();
        await site.close();
      });
      const read = async (meanwhile: () => Promise<void>): Promise<string[]> => {
        const page = await driver.open(`${site.url}/sample`);
        await driver.clickAction(page);
        await meanwhile();
        const marks = await until(async () => {
          const now = (await marked(page)).map(plain).sort();
          return now.length === wanted.length ? now : null;
        }, 30_000);
        await page.close();
        return marks;
      };

      it('marks what Node marks', async () => {
        expect(await read(() => Promise.resolve())).toEqual(wanted);
      });

      it('and does when the background is killed in the midst of it', async () => {
        for (let round = 0; round < ROUNDS; round++) {
          const marks = await read(async () => {
            await new Promise((resolve) => setTimeout(resolve, 150 * (1 + (round % 8))));
            await driver.killBackground();
          });
          expect(marks).toEqual(wanted);
        }
      });
    });
  },
);

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
