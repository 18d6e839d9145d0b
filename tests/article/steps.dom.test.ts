import { expect, it } from 'vitest';
import { findMainText } from '@/lib/article/main-text.ts';
import { isHidden } from '@/lib/article/hidden.ts';
import { runAtOnce, runInSlices, type Steps } from '@/lib/article/steps.ts';
import { HARBOUR_TALKS } from '../fixtures/pages/harbour-talks.ts';
import { openPage } from './open-page.ts';

const { signal } = new AbortController();
const busy = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

function* work(steps: readonly ('pause' | 'rest' | number)[]): Steps<string> {
  for (const step of steps) {
    if (typeof step === 'number') busy(step);
    else yield step;
  }
  return 'done';
}

async function pausesOf(steps: readonly ('pause' | 'rest' | number)[]): Promise<number> {
  let pauses = 0;
  const pause = (): Promise<void> => {
    pauses += 1;
    return Promise.resolve();
  };
  expect(await runInSlices(work(steps), { signal, pause })).toBe('done');
  return pauses;
}

it('goes on while a slice is short, rests when told to, and pauses when it is long', async () => {
  expect(await pausesOf(['pause', 'pause', 'pause'])).toBe(0);
  expect(await pausesOf(['pause', 'rest', 'pause'])).toBe(1);
  expect(await pausesOf([20, 'pause', 'pause', 20, 'pause'])).toBe(2);
  expect(runAtOnce(work(['pause', 20, 'rest']))).toBe('done');
});

it('lets the page have its turn', async () => {
  const order: string[] = [];
  setTimeout(() => order.push('page'), 0);
  await runInSlices(work(['rest', 'rest', 5, 'rest', 'rest', 'rest']), { signal });
  order.push('done');
  expect(order).toEqual(['page', 'done']);
});

it('has nothing to give when it was stopped', async () => {
  expect(await runInSlices(work(['rest']), { signal: AbortSignal.abort() })).toBeNull();
});

it('asks Readability once where once is enough', () => {
  const paragraphs = HARBOUR_TALKS.paragraphs.map((text) => `<p>${text}</p>`).join('');
  const rests = (html: string): number =>
    Array.from(findMainText(openPage(html), '')).filter((step) => step === 'rest').length;
  expect(rests(`<body><article>${paragraphs}</article></body>`)).toBe(1);
  expect(rests('<body><p>Too little, but all there is.</p></body>')).toBeGreaterThan(4);
});

it.each([
  ['<p hidden>', true],
  ['<p style="color: red; DISPLAY : none">', true],
  ['<p style="visibility:hidden">', true],
  ['<p aria-modal="true">', true],
  ['<p aria-hidden="true">', true],
  ['<div aria-hidden="true"><p>a<p>b<p>c</div>', false],
  ['<p aria-hidden="false">', false],
  ['<p style="display: block">', false],
  ['<p>', false],
])('%s hides: %s', (html, hides) => {
  const element = openPage(html).body.firstElementChild;
  expect(element && isHidden(element, element.getAttributeNames())).toBe(hides);
});
