/** Library, options, first run. */
import './i18n-stub.ts';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FIRST_RUN_STEPS, FirstRunView } from '@/lib/ui/first-run-view.tsx';
import { parseRoute } from '@/lib/ui/library-route.ts';
import { PacksView, type PacksProps } from '@/lib/ui/packs-view.tsx';
import { OptionsView } from '@/lib/ui/options-view.tsx';
import { PanelView } from '@/lib/ui/panel-view.tsx';
import { HARBOUR } from '../card/harbour-pack.ts';
import { axeViolations } from './check-axe.ts';
import { OPTIONS, readerProps } from './sample-props.ts';

afterEach(cleanup);

const packEvents = () => ({ onSwitch: vi.fn(), onRemove: vi.fn(), onImport: vi.fn() });
const library = (hash: string, change: Partial<PacksProps> = {}) => (
  <PacksView
    packs={[{ pack: HARBOUR, on: true, removable: true }]}
    route={parseRoute(hash)}
    problems={[]}
    events={packEvents()}
    {...change}
  />
);

describe('the library', () => {
  it('shows what a pack covers, of what date, and what it holds', () => {
    render(library(''));
    const main = within(screen.getByRole('main'));
    expect(main.getByRole('heading', { level: 2 }).textContent).toBe('Harbour talks 2021');
    expect(main.getByText('February 2021 to April 30, 2021')).toBeTruthy();
    expect(main.getByText('1.2.0 of May 1, 2021', { selector: 'dd' })).toBeTruthy();
    expect(main.getByText('4 questions · 8 claims · 14 accounts · 6 sources from 5 origins')).toBeTruthy();
  });

  it('leads from pack to question to its card', () => {
    const { rerender } = render(library(''));
    const link = screen.getByRole('link', { name: /How many cranes stood still/ });
    expect(link.getAttribute('href')).toBe('#harbour-2021/q-cranes');
    rerender(library('#harbour-2021/q-cranes'));
    expect(screen.getByRole('article', { name: 'How many cranes stood still?' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /cranes stood/ }).getAttribute('aria-current')).toBe('page');
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  it.each(['', '#harbour-2021/q-cranes'])('leaves the focus alone when it opens: %j', (hash) => {
    render(library(hash));
    expect(document.activeElement).toBe(document.body);
  });

  it('says when a question is gone', () => {
    render(library('#harbour-2021/q-none'));
    expect(screen.getByRole('main').textContent).toContain('no longer holds this question');
  });

  it('searches', () => {
    render(library(''));
    const field = screen.getByRole('searchbox', { name: 'Search questions, claims and speakers' });
    fireEvent.input(field, { target: { value: 'lindqvist' } });
    expect(screen.getByText('1 question', { selector: '[role=status]' })).toBeTruthy();
    expect(screen.getAllByRole('link').filter((link) => link.closest('.question-list'))).toHaveLength(1);
  });

  it('puts the cursor into the search by “/”, but not while typing', () => {
    render(library(''));
    const field = screen.getByRole('searchbox');
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(field);
    field.blur();
    fireEvent.keyDown(document.body, { key: '/', ctrlKey: true });
    expect(document.activeElement).toBe(document.body);
    expect(fireEvent.keyDown(field, { key: '/' })).toBe(true);
  });

  it('switches a pack off and on, and removes what the reader added', () => {
    const events = packEvents();
    const { rerender } = render(library('', { events }));
    const toggle = screen.getByRole<HTMLInputElement>('switch', { name: 'Use the pack “Harbour talks 2021”' });
    expect(toggle.checked).toBe(true);
    fireEvent.click(toggle);
    expect(events.onSwitch).toHaveBeenCalledWith('harbour-2021', false);
    fireEvent.click(screen.getByRole('button', { name: 'Remove the pack “Harbour talks 2021”' }));
    expect(events.onRemove).toHaveBeenCalledWith('harbour-2021');
    rerender(library('', { packs: [{ pack: HARBOUR, on: true, removable: false }] }));
    expect(screen.queryByRole('button', { name: /^Remove the pack/ })).toBeNull();
  });

  it('takes a pack from a file, and says what is wrong with a bad one', () => {
    const events = packEvents();
    const file = new File(['{}'], 'pack.json', { type: 'application/json' });
    render(library('', { events, problems: [{ path: '/sources/0/url', message: 'expected an address' }] }));
    const field = screen.getByLabelText<HTMLInputElement>('Add a pack from a file');
    Object.defineProperty(field, 'files', { value: [file] });
    fireEvent.change(field);
    expect(events.onImport).toHaveBeenCalledWith(file);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('The file was refused; the library is as it was. 1 problem');
    expect(alert.textContent).toContain('/sources/0/url expected an address');
  });

  it('stands empty without packs', () => {
    render(library('', { packs: [] }));
    expect(screen.getByText('No packs yet.')).toBeTruthy();
  });

  it.each(['', '#harbour-2021/q-outcome'])('passes axe at %j', async (hash) => {
    const { container } = render(library(hash));
    container.querySelectorAll('details').forEach((fold) => (fold.open = true));
    expect(await axeViolations()).toEqual([]);
  });
});

describe('the options', () => {
  const spies = () => ({
    onSettings: vi.fn(),
    onEverywhere: vi.fn(),
    onRemoveSite: vi.fn(),
    onShortcuts: vi.fn(),
    onTakeBack: vi.fn(),
    onWipe: vi.fn(),
  });

  it.each([
    ['switch', 'Read on every site', 'onEverywhere', [true]],
    ['button', 'Remove news.example', 'onRemoveSite', ['news.example']],
    ['button', 'Remove quiet.example', 'onSettings', [{ offSites: [] }]],
    ['radio', 'Dark', 'onSettings', [{ theme: 'dark' }]],
    ['switch', 'Overview strip', 'onSettings', [{ overview: true }]],
    ['switch', 'Offer flag and note beside selected words', 'onSettings', [{ toolbar: false }]],
    ['switch', 'Keep the text of what I read', 'onSettings', [{ keepRead: false }]],
    ['button', 'Change keys', 'onShortcuts', []],
    ['button', 'Take back all my answers about marks', 'onTakeBack', []],
    ['radio', 'Few and sure', 'onSettings', [{ level: 'few' }]],
    ['radio', 'More', 'onSettings', [{ level: 'more' }]],
  ] as const)('%s “%s” calls %s', (role, name, event, expected) => {
    const events = spies();
    render(<OptionsView {...OPTIONS} events={events} />);
    fireEvent.click(screen.getByRole(role, { name }));
    const calls: readonly (readonly unknown[])[] = events[event].mock.calls;
    expect(calls.map((call) => call.filter((part) => !(part instanceof Event)))).toEqual([expected]);
  });

  it('asks once more before it deletes everything', () => {
    const events = spies();
    render(<OptionsView {...OPTIONS} events={events} />);
    fireEvent.click(screen.getByRole('button', { name: 'Delete everything…' }));
    expect(screen.getByRole('alert').textContent).toMatch(
      /notes and flags, the articles that you have read.*cannot be undone/,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(events.onWipe).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Delete everything…' }));
    fireEvent.click(screen.getByRole('button', { name: 'Delete everything' }));
    expect(events.onWipe).toHaveBeenCalledOnce();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows the keys as the browser has them, and what is stored', () => {
    render(<OptionsView {...OPTIONS} />);
    expect(screen.getByText('Alt+J', { selector: 'kbd' })).toBeTruthy();
    expect(screen.getByText('none')).toBeTruthy();
    expect(screen.getByText('Read this page with Parallax')).toBeTruthy();
    expect(
      screen.getByText('12 notes · 1 article · 1 pack · 2 marks hidden by you · 1 mark confirmed by you · 1.4 MB'),
    ).toBeTruthy();
    expect(screen.getByText(/browser may clear it/)).toBeTruthy();
  });

  it.each([
    [0, 0, false],
    [1, 0, true],
    [0, 1, true],
  ])('of %i hidden and %i confirmed marks, offers to take answers back: %s', (hiddenMarks, confirmedMarks, offers) => {
    render(<OptionsView {...OPTIONS} stored={{ ...OPTIONS.stored, hiddenMarks, confirmedMarks }} />);
    const button = screen.queryByRole('button', { name: 'Take back all my answers about marks' });
    expect(button !== null).toBe(offers);
  });

  it.each([
    ['few', 'Few and sure', 'about 91 were right; it found 40 of 100'],
    ['balanced', 'Balanced', 'about 80 were right; it found 62 of 100'],
    ['more', 'More', 'about 66 were right; it found 79 of 100'],
  ] as const)('tells what the level “%s” was measured to give', (level, name, words) => {
    render(<OptionsView {...OPTIONS} settings={{ ...OPTIONS.settings, level }} />);
    const group = within(screen.getByRole('radiogroup', { name: 'How many marks' }));
    const chosen = group.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked);
    expect(chosen).toEqual([group.getByRole('radio', { name })]);
    const text = document.getElementById(chosen[0]?.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(text).toBe(`Of 100 marks in articles it had not seen, ${words} sentences that needed one.`);
  });

  it('lets the level be chosen before the figures are known', () => {
    render(<OptionsView {...OPTIONS} levels={null} />);
    const radio = screen.getByRole('radio', { name: 'Balanced' });
    expect(radio.hasAttribute('aria-describedby')).toBe(false);
    expect(screen.queryByText(/articles it had not seen/)).toBeNull();
  });

  it('says when there are no sites', () => {
    const settings = { ...OPTIONS.settings, offSites: [] };
    render(<OptionsView {...OPTIONS} settings={settings} reading={{ everywhere: true, sites: [] }} />);
    expect(screen.getByText(/Choose “Always here”/)).toBeTruthy();
    expect(screen.getByText(/Choose “Off”/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Read on every site' }).checked).toBe(true);
  });

  it('passes axe', async () => {
    render(<OptionsView {...OPTIONS} />);
    fireEvent.click(screen.getByRole('button', { name: 'Delete everything…' }));
    expect(await axeViolations()).toEqual([]);
  });
});

describe('the first run', () => {
  const draw = (step: (typeof FIRST_RUN_STEPS)[number]) => {
    const events = { onStep: vi.fn(), onMode: vi.fn(), onDone: vi.fn() };
    render(<FirstRunView step={step} mode="click" sample={<p>sample</p>} panel={<p>panel</p>} events={events} />);
    return events;
  };

  it('shows the sample beside its panel', () => {
    draw('sample');
    expect(screen.getByText('sample')).toBeTruthy();
    expect(screen.getByText('panel')).toBeTruthy();
    expect(screen.getByText(/written for Parallax/)).toBeTruthy();
    expect(screen.getByText('Unmarked does not mean checked.')).toBeTruthy();
  });

  it.each([
    ['sample', ['Next'], 'onStep', 'reading'],
    ['reading', ['Back', 'Next'], 'onStep', 'keeping'],
    ['keeping', ['Back', 'Done'], 'onDone', undefined],
  ] as const)('goes on from “%s”', (step, buttons, event, target) => {
    const events = draw(step);
    const foot = within(screen.getByRole('contentinfo'));
    expect(foot.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(buttons);
    fireEvent.click(foot.getByRole('button', { name: /Next|Done/ }));
    expect(vi.mocked(events[event]).mock.calls[0]?.[0]).toBe(target);
  });

  it.each(FIRST_RUN_STEPS)('can be skipped at “%s”, and every step reached', (step) => {
    const events = draw(step);
    fireEvent.click(screen.getByRole('button', { name: 'Skip' }));
    expect(events.onDone).toHaveBeenCalledOnce();
    const steps = within(screen.getByRole('list', { name: 'Steps' })).getAllByRole('button');
    expect(steps.filter((each) => each.getAttribute('aria-current') === 'step')).toHaveLength(1);
    steps.forEach((each) => fireEvent.click(each));
    expect(events.onStep.mock.calls.flat()).toEqual([...FIRST_RUN_STEPS]);
  });

  it('says of each way of reading what the browser makes of it', () => {
    const events = draw('reading');
    const everywhere = screen.getByRole('radio', { name: /^Everywhere/ });
    const text = document.getElementById(everywhere.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(text).toContain('all websites');
    fireEvent.click(everywhere);
    expect(events.onMode).toHaveBeenCalledWith('everywhere');
  });

  it.each(FIRST_RUN_STEPS)('passes axe at “%s”', async (step) => {
    const events = { onStep: vi.fn(), onMode: vi.fn(), onDone: vi.fn() };
    const panel = <PanelView {...readerProps(0)} />;
    const sample = <iframe title="Sample article" />;
    render(<FirstRunView step={step} mode="click" sample={sample} panel={panel} events={events} />);
    expect(await axeViolations()).toEqual([]);
  });
});
