import { siteStyle } from './site-style.ts';

/** The style sheet of every page: light and dark, phone to desktop, and print; fonts of the reader's system only. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --panel: #f3f0e8; --card: #fff; --ink: #1f2328; --soft: #5b6169; --line: #dfdacd;
  --accent: #0b5c66; --accent-soft: #d9ebea; --mark: #a5451f;
  --sans: system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Hiragino Kaku Gothic ProN", "BIZ UDPGothic", "Yu Gothic UI", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", sans-serif;
  --serif: Charter, "Iowan Old Style", Georgia, "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif JP", "Noto Serif CJK JP", serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "BIZ UDGothic", "Noto Sans Mono CJK JP", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b; --panel: #1d2226; --card: #1a1e22; --ink: #e4e4df; --soft: #a0a7ad; --line: #343b41;
    --accent: #7cc7cb; --accent-soft: #1f3b3f; --mark: #e39a73;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.7 var(--sans); overflow-wrap: anywhere; text-autospace: normal;
}
body:lang(ja), .collected:lang(ja) { line-height: 1.9; line-break: strict; }
h1, h2, h3, h4, h5, h6, dt, th, .lead, .guide-title { line-height: 1.4; text-wrap: balance; word-break: auto-phrase; }
a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .2em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; border-radius: 2px; }
main:focus-visible { outline: none; }
[hidden] { display: none !important; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
caption.visually-hidden { display: block; }
.inner { max-width: 72rem; margin-inline: auto; padding-inline: clamp(1.25rem, 4vw, 3rem); }
.skip-link { position: absolute; left: -100rem; z-index: 1; padding: .5rem 1rem; background: var(--ink); color: var(--paper); }
.skip-link:focus { left: 1rem; top: 1rem; }
.page-header { background: var(--panel); border-bottom: 1px solid var(--line); padding-block: clamp(2rem, 6vw, 4.5rem) clamp(1.75rem, 4vw, 3rem); }
.page-header h1, .collected > header h2 { font-family: var(--serif); font-weight: 700; letter-spacing: .01em; }
.page-header h1 { margin: 0; max-width: 22em; font-size: clamp(1.75rem, 1.2rem + 2.6vw, 3rem); line-height: 1.35; }
.category { margin: 0 0 .75rem; color: var(--mark); font-size: .8125rem; font-weight: 700; letter-spacing: .08em; }
.lead { margin: 1.25rem 0 0; max-width: 46rem; color: var(--soft); font-size: 1.125rem; line-height: 1.8; text-wrap: pretty; }
.facts { display: grid; gap: .5rem; margin: 1.75rem 0 0; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: .875rem; line-height: 1.6; }
.facts > div { display: grid; grid-template-columns: 7.5rem 1fr; gap: 1rem; }
.facts dt { color: var(--soft); line-height: inherit; }
.facts dd { margin: 0; }
.facts ul { display: flex; flex-wrap: wrap; margin: 0; padding: 0; list-style: none; }
.facts li:not(:last-child)::after { content: "・"; color: var(--soft); }
.facts:lang(en) li:not(:last-child)::after { content: "\\00a0·\\00a0 "; }
.contents { padding-block: 1.75rem; font-size: .9375rem; line-height: 1.5; }
.contents h2 { margin: 0 0 .75rem; color: var(--soft); font-size: .8125rem; letter-spacing: .08em; }
.contents ol { margin: 0; padding: 0; list-style: none; }
.contents a { display: block; padding: .4rem 0 .4rem 1rem; border-left: 2px solid var(--line); color: inherit; text-decoration: none; word-break: auto-phrase; text-wrap: pretty; }
.contents a:hover { border-color: var(--accent); color: var(--accent); }
@media (min-width: 62rem) {
  .columns { display: grid; grid-template-columns: minmax(0, 1fr) 15.5rem; gap: 4rem; }
  .contents { grid-column: 2; grid-row: 1; align-self: start; position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding-top: 3.25rem; }
  .columns > .prose { grid-column: 1; grid-row: 1; min-width: 0; }
}
.prose { max-width: 46rem; padding-block: 1rem 5rem; }
.prose h2, .prose h3 { scroll-margin-top: 1rem; }
.prose h2 { margin: 3.5rem 0 1.25rem; padding-top: 1.25rem; border-top: 3px solid var(--ink); font-size: 1.5rem; }
.prose h3 { margin: 2.5rem 0 .75rem; font-size: 1.1875rem; }
.prose h4, .prose h5, .prose h6 { margin: 2rem 0 .5rem; font-size: 1.0625rem; }
.prose > :first-child { margin-top: 1.5rem; }
.prose p, .prose ul, .prose ol, .prose blockquote, .prose pre { margin: 0 0 1.1em; }
.prose ul, .prose ol { padding-left: 1.5em; }
.prose li > ul, .prose li > ol { margin: .35em 0; }
.prose li { margin-block: .35em; }
.prose li::marker { color: var(--mark); }
.prose li:has(> input) { list-style: none; margin-left: -1.5em; }
.prose blockquote { margin-inline: 0; padding: .25rem 0 .25rem 1.25rem; border-left: 3px solid var(--accent); color: var(--soft); }
.prose img { max-width: 100%; height: auto; }
.prose hr { width: 4rem; margin: 3rem auto; border: 0; border-top: 1px solid var(--soft); }
.prose code { padding: .1em .4em; border-radius: .3em; background: var(--accent-soft); font: .875em var(--mono); }
.prose pre { padding: 1rem 1.25rem; overflow-x: auto; border-radius: .5rem; background: var(--panel); line-height: 1.6; }
.prose pre code { padding: 0; background: none; overflow-wrap: normal; }
.prose .footnotes { margin-top: 4rem; color: var(--soft); font-size: .9375rem; }
.prose .footnotes :is(h2, h3) { padding: 0; border: 0; font-size: 1rem; }
.table-scroll {
  overflow-x: auto; margin: 1.5rem 0 2rem; border-block: 1px solid var(--line);
  background: linear-gradient(to right, var(--paper) 30%, transparent) 0 0 / 3rem 100% no-repeat local,
    linear-gradient(to left, var(--paper) 30%, transparent) 100% 0 / 3rem 100% no-repeat local,
    linear-gradient(to right, #0003, transparent) 0 0 / .8rem 100% no-repeat scroll,
    linear-gradient(to left, #0003, transparent) 100% 0 / .8rem 100% no-repeat scroll;
}
table { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.65; }
table:has(th:nth-child(3)) { min-width: 38rem; }
th, td { min-width: 7.5em; overflow-wrap: break-word; padding: .75rem 1rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th:first-child, td:first-child { padding-left: .25rem; }
tbody th, td:first-child { font-weight: 600; word-break: auto-phrase; }
thead th { border-bottom: 2px solid var(--line); color: var(--soft); font-size: .8125rem; vertical-align: bottom; }
tbody tr:last-child > * { border-bottom: 0; }
.align-right { text-align: right; font-variant-numeric: tabular-nums; }
.align-center { text-align: center; }
.collected { padding-top: 3rem; border-top: 1px solid var(--line); }
.collected > header h2 { margin: 0; max-width: 24em; font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2.25rem); }
.collected .prose h3 { margin-top: 3rem; padding-top: 1rem; border-top: 2px solid var(--ink); font-size: 1.375rem; }
${siteStyle}
@media (max-width: 40rem) {
  body { font-size: 1rem; }
  .lead { font-size: 1rem; }
  .facts > div { grid-template-columns: 1fr; gap: .1rem; }
  .contents { border-bottom: 1px solid var(--line); }
  .prose h2 { font-size: 1.3125rem; }
  th, td { padding-inline: .75rem; }
}
@media print {
  :root { --paper: #fff; --panel: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999; --accent: #000; --accent-soft: #fff; --mark: #000; }
  @page { margin: 18mm 16mm; }
  body { font-size: 10pt; }
  .skip-link, .contents, .site-header, .site-footer, .more, .finder { display: none; }
  .inner { max-width: none; padding-inline: 0; }
  .columns { display: block; }
  .page-header { padding-block: 0 1.5rem; }
  .page-header h1 { font-size: 20pt; }
  .prose { max-width: none; padding-bottom: 0; }
  .table-scroll { overflow: visible; background: none; }
  table, th, td { min-width: 0 !important; }
  thead { display: table-header-group; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  tr, blockquote, pre { break-inside: avoid; }
  .prose a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; }
  .collected { break-before: page; border-top: 0; }
}
`.trim();
