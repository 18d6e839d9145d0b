/** By what else people speak to a question: one quiet folded line below its card in the library. */
import './i18n-stub.ts';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { parseRoute } from '@/lib/ui/library-route.ts';
import { PacksView } from '@/lib/ui/packs-view.tsx';
import { buildPack, type QuestionSketch } from '../build-pack.ts';
import { axeViolations } from './check-axe.ts';

afterEach(cleanup);

const CAME: QuestionSketch = { asks: 'Who came?', claims: { 'a-came': { says: 'Ada came.' } } };
const WHEN = { from: '2019-05-04', to: '2019-06' };

function show(question: QuestionSketch): HTMLElement {
  const pack = buildPack({ id: 'ball', language: 'de', questions: { 'q-came': question } });
  const nothing = (): void => undefined;
  const events = { onSwitch: nothing, onRemove: nothing, onImport: nothing };
  const entries = [{ pack, on: true, removable: false }];
  render(<PacksView packs={entries} route={parseRoute('#ball/q-came')} problems={[]} events={events} />);
  return screen.getByRole('main');
}

describe('below the card of a question', () => {
  it('stands nothing where the pack tells neither a time nor aspects', () => {
    expect(show(CAME).querySelector('.question-scope')).toBeNull();
  });

  it.each([
    ['the time', WHEN, 'Asked of the time: May 4, 2019 to June 2019'],
    ['a time of one month, once', { from: '2019-05', to: '2019-05' }, 'Asked of the time: May 2019'],
  ])('stands %s', (_what, when, words) => {
    expect(show({ ...CAME, when }).querySelector('.question-scope')?.textContent).toBe(words);
  });

  it('stand the aspects, folded, in the pack’s language, each with its own time if it has one', () => {
    const main = show({ ...CAME, aspects: [{ says: 'Nobody was asked.' }, { says: 'Ben stayed away.', when: WHEN }] });
    const fold = screen.getByText('People also speak to this question by 2 further points').closest('details');
    expect(fold?.open).toBe(false);
    const items = Array.from(fold?.querySelectorAll('li') ?? [], (item) => item.textContent);
    expect(items).toEqual(['Nobody was asked.', 'Ben stayed away. May 4, 2019 to June 2019']);
    expect(screen.getByText('Nobody was asked.').lang).toBe('de');
    expect(main.querySelectorAll('.account')).toHaveLength(1);
  });

  it('counts one aspect as one', () => {
    show({ ...CAME, aspects: [{ says: 'Nobody was asked.' }] });
    expect(screen.getByText('People also speak to this question by 1 further point')).toBeTruthy();
  });

  it('passes axe, unfolded', async () => {
    show({ ...CAME, when: WHEN, aspects: [{ says: 'Nobody was asked.', when: WHEN }] });
    document.querySelectorAll('details').forEach((fold) => (fold.open = true));
    expect(await axeViolations()).toEqual([]);
  });
});
