/** How passages look, in the text and by number; and what paper and a wide window change, which comes last to have its way. */
import { html } from './report-html.ts';

export const PASSAGE_STYLE = html`<style>
  mark {
    color: inherit;
    background: none;
  }
  .mark {
    text-decoration: underline 1.5px var(--mark);
    text-underline-offset: 3px;
  }
  .mark.differ {
    text-decoration-style: double;
    text-decoration-thickness: 1px;
  }
  .mark.single {
    text-decoration-style: dotted;
    text-decoration-thickness: 2px;
  }
  .own {
    --own: var(--yellow);
    padding-block-end: 1px;
    border-block-end: 3px solid var(--own);
    background: color-mix(in srgb, var(--own) 14%, transparent);
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  .own.flag {
    border-block-end-style: dashed;
  }
  .own.orange {
    --own: var(--orange);
  }
  .own.sky {
    --own: var(--sky);
  }
  .own.blue {
    --own: var(--blue);
  }
  .own.purple {
    --own: var(--purple);
  }
  sup {
    line-height: 0;
    font: 600 0.6875rem var(--sans);
  }
  sup a {
    padding: 0.25rem 0.0625rem;
    text-decoration: none;
  }
  .hash {
    margin-block-start: 1.25rem;
    font-size: 0.75rem;
  }
  .passage,
  .orphan {
    padding-block: 1.25rem;
    border-block-start: 1px solid var(--hair);
  }
  .number {
    display: inline-block;
    min-width: 1.75rem;
    font: 600 0.9375rem/1.6 var(--sans);
    text-decoration: none;
  }
  :target {
    background: color-mix(in srgb, var(--accent) 8%, transparent);
  }
  .claim {
    margin-block-start: 0.75rem;
    padding-inline-start: 1rem;
    border-inline-start: 1px solid var(--hair);
  }
  .claim.meant {
    padding-inline-start: calc(1rem - 2px);
    border-inline-start: 3px solid var(--accent);
  }
  .here {
    font-weight: 600;
    color: var(--accent);
  }
  .accounts,
  .copies {
    list-style: none;
    font-size: 0.875rem;
  }
  .accounts > li {
    margin-block-start: 0.5rem;
    break-inside: avoid;
  }
  .copies > li {
    margin-block-start: 0.375rem;
    padding-inline-start: 1rem;
  }
  blockquote {
    margin-block: 0.125rem;
    font: 0.9375rem/1.5 var(--serif);
    white-space: pre-line;
  }
  table {
    width: 100%;
    margin-block-start: 0.5rem;
    border-collapse: collapse;
    font-size: 0.8125rem;
    font-variant-numeric: lining-nums tabular-nums;
  }
  caption {
    text-align: start;
    color: var(--ink-2);
  }
  caption b {
    color: var(--ink);
  }
  th,
  td {
    padding: 0.1875rem 0;
    border-block-start: 1px solid var(--hair);
    text-align: start;
    vertical-align: baseline;
  }
  th {
    width: 42%;
    padding-inline-end: 1rem;
    font-weight: 600;
  }
  .note {
    margin-block-start: 1rem;
    padding-inline-start: 1rem;
    border-inline-start: 1px solid var(--line);
  }
  .kind {
    font-size: 0.8125rem;
    font-weight: 600;
    margin-block-end: 0.25rem;
  }
  .body p,
  .body pre {
    white-space: pre-wrap;
  }
  .body > * + *,
  .body blockquote > * + *,
  .body li > p + * {
    margin-block-start: 0.375rem;
  }
  .body blockquote {
    padding-inline-start: 1rem;
    border-inline-start: 3px solid var(--hair);
    white-space: normal;
  }
  .body ul,
  .body ol {
    padding-inline-start: 1.75rem;
  }
  .body ul > li:has(> .box) {
    margin-inline-start: -1.25rem;
    list-style: none;
  }
  .body .box + p {
    display: inline;
  }
  .body code {
    font:
      0.875em/1.4 ui-monospace,
      'SFMono-Regular',
      Menlo,
      Consolas,
      monospace;
  }
  .body pre {
    padding: 0.5rem;
    border: 1px solid var(--hair);
  }
  .body th,
  .body td {
    width: auto;
    padding-inline-end: 1rem;
  }
  .body hr {
    border: 0;
    border-block-start: 1px solid var(--line);
  }
  .evidence,
  .changed {
    margin-block: 0.5rem;
    font-size: 0.875rem;
  }
  .changed dt {
    font-size: 0.8125rem;
    color: var(--ink-2);
  }
  .changed dd {
    font-family: var(--serif);
    margin-block-end: 0.25rem;
  }
  .around {
    color: var(--ink-2);
  }
  .noted {
    font-weight: 600;
  }
  @media screen and (min-width: 54rem) {
    h3 .number {
      position: absolute;
      inset-inline-start: -2.25rem;
    }
  }
  @media print {
    @page {
      margin: 20mm 18mm;
    }
    html {
      font-size: 10pt;
      background: none;
    }
    body {
      max-width: none;
      padding: 0;
    }
    h2,
    h3,
    h4,
    h5,
    h6 {
      break-after: avoid;
    }
    .own {
      print-color-adjust: exact;
    }
    .on-paper {
      display: inline;
    }
    .out {
      display: none;
    }
    a {
      color: inherit;
      text-decoration: none;
    }
    p {
      orphans: 3;
      widows: 3;
    }
  }
</style>`;
