import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '@/lib/reading/watch-page.ts';

const LONG =
  'A paragraph that is as long as one of an article would be, with words enough to matter to a reader. '.repeat(3);
let controller: AbortController;
let address: string;
let roots: Element[];
let different: boolean;
const onChange = vi.fn(() => Promise.resolve(different));

function build(): HTMLElement {
  document.body.replaceChildren();
  const article = document.body.appendChild(document.createElement('article'));
  article.appendChild(document.createElement('p')).textContent = LONG;
  document.body.appendChild(document.createElement('aside')).textContent = 'Ticker';
  return article;
}
/** Lets the observer speak, then the pause pass. */
async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

beforeEach(() => {
  vi.useFakeTimers();
  onChange.mockClear();
  controller = new AbortController();
  address = 'https://news.example/a';
  different = true;
  roots = [build()];
  watchPage(document, { roots: () => roots, address: () => address }, onChange, controller.signal);
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
});

const paragraph = (): Element => document.querySelector('article p') ?? document.body;
const ticker = (): Element => document.querySelector('aside') ?? document.body;

describe('watchPage asks for a new reading', () => {
  it.each<[string, () => void]>([
    ['when a paragraph is edited', () => (paragraph().textContent = `${LONG} More.`)],
    ['when a paragraph is added', () => roots[0]?.append(document.createElement('p'))],
    ['when the article is taken away', () => roots[0]?.remove()],
    ['when much text arrives elsewhere', () => document.body.append(LONG)],
    [
      'when the address changes with any change of the page',
      () => {
        address = 'https://news.example/b';
        ticker().textContent = 'x';
      },
    ],
    [
      'when the reader goes back',
      () => {
        address = 'https://news.example/b';
        window.dispatchEvent(new PopStateEvent('popstate'));
      },
    ],
  ])('%s', async (_name, change) => {
    change();
    await pass(500);
    expect(onChange).toHaveBeenCalledTimes(1);
  });
});

describe('watchPage keeps still', () => {
  it.each<[string, () => void]>([
    ['when nothing happens', () => undefined],
    ['when a ticker ticks', () => (ticker().textContent = 'Ticker 2')],
    ['when an attribute of the article changes', () => roots[0]?.setAttribute('class', 'seen')],
    ['when the reader goes back to the same address', () => window.dispatchEvent(new PopStateEvent('popstate'))],
  ])('%s', async (_name, change) => {
    change();
    await pass(60_000);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('after it was stopped', async () => {
    controller.abort();
    paragraph().textContent = 'gone';
    await pass(60_000);
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe('watchPage on a page that never stops', () => {
  const churn = async (seconds: number) => {
    for (let step = 0; step < seconds * 10; step++) {
      paragraph().textContent = `${LONG}${step}`;
      await pass(100);
    }
  };
  it('asks less and less while readings come out the same', async () => {
    different = false;
    await churn(60);
    const first = onChange.mock.calls.length;
    expect(first).toBeGreaterThan(3);
    expect(first).toBeLessThan(9);
    await churn(60);
    expect(onChange.mock.calls.length - first).toBeLessThanOrEqual(3);
  });
  it('keeps up while they differ', async () => {
    await churn(10);
    expect(onChange.mock.calls.length).toBeGreaterThan(15);
  });
  it('does not start a reading while one is running', async () => {
    let finish: (value: boolean) => void = () => undefined;
    onChange.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)));
    await churn(5);
    expect(onChange.mock.calls.length).toBe(1);
    finish(true);
    await churn(1);
    expect(onChange.mock.calls.length).toBeGreaterThan(1);
  });
});

it('sees an article that appears late, where there was none', async () => {
  roots = [];
  document.body.replaceChildren();
  await pass(500);
  onChange.mockClear();
  document.body.append('short');
  await pass(500);
  expect(onChange).not.toHaveBeenCalled();
  const late = document.body.appendChild(document.createElement('main'));
  late.textContent = LONG;
  await pass(500);
  expect(onChange).toHaveBeenCalled();
});
