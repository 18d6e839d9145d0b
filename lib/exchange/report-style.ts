/** How the report looks: the tokens of lib/ui/tokens.css, for a file that has no other. No red, no green. */
import { html } from './report-html.ts';

export const PAGE_STYLE = html`<style>
  :root {
    color-scheme: light dark;
    --paper: #fdfcf9;
    --ink: #1c1b19;
    --ink-2: #57534c;
    --hair: #e4dfd5;
    --line: #8a8478;
    --accent: #1f4e8c;
    --mark: #0a5fa8;
    --yellow: #7a6a00;
    --orange: #9a5b00;
    --sky: #1b74a8;
    --blue: #00578a;
    --purple: #96497a;
    --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Source Serif 4', Georgia, serif;
    --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  }
  @media screen and (prefers-color-scheme: dark) {
    :root {
      --paper: #161719;
      --ink: #ece9e2;
      --ink-2: #b3aea3;
      --hair: #303338;
      --line: #7c7a74;
      --accent: #9cc0f0;
      --mark: #7db7ee;
      --yellow: #f0e442;
      --orange: #e69f00;
      --sky: #56b4e9;
      --blue: #6fa8dc;
      --purple: #d58fb6;
    }
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  html {
    font: 100%/1.5 var(--sans);
    color: var(--ink);
    background: var(--paper);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  body {
    max-width: 44rem;
    margin: 0 auto;
    padding: 3rem 1.25rem 4rem;
    overflow-wrap: anywhere;
  }
  a {
    color: var(--accent);
    text-underline-offset: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .meta,
  .kicker,
  .here,
  .figure,
  .legend {
    font-size: 0.8125rem;
    line-height: 1.5;
    color: var(--ink-2);
  }
  .kicker {
    letter-spacing: 0.04em;
    margin-block-end: 0.5rem;
  }
  .unmarked {
    margin-block-start: 0.75rem;
    font-size: 0.9375rem;
  }
  .on-paper {
    display: none;
  }
  header {
    padding-block-end: 1.5rem;
    border-block-end: 1px solid var(--hair);
  }
  header > .meta:not(.address) + .meta {
    margin-block-start: 0.125rem;
  }
  h1 {
    font: 600 1.75rem/1.25 var(--serif);
    margin-block-end: 0.5rem;
    text-wrap: balance;
  }
  h2 {
    font: 600 1.125rem/1.35 var(--sans);
    margin-block: 2.5rem 0.75rem;
  }
  h3 {
    position: relative;
    font: 400 1.0625rem/1.5 var(--serif);
    margin-block-end: 0.75rem;
  }
  h4 {
    font: 600 1rem/1.4 var(--sans);
    margin-block: 1.25rem 0.125rem;
  }
  h5 {
    font: 600 0.9375rem/1.45 var(--sans);
  }
  h6 {
    font: 600 0.8125rem/1.5 var(--sans);
    margin-block-start: 0.75rem;
  }
  q {
    quotes: '“' '”' '‘' '’';
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    list-style: none;
    margin-block-end: 1.25rem;
  }
  .words {
    font: 1.0625rem/1.65 var(--serif);
  }
  .words p + p {
    margin-block-start: 0.85em;
  }
  footer {
    margin-block-start: 2.5rem;
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--hair);
  }
</style>`;
