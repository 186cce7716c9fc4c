/** The style sheet of the report's page: phone to desktop, light and dark, print; fonts of the reader's system only. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --panel: #f3f0e8; --ink: #1f2328; --soft: #5b6169; --line: #dfdacd;
  --accent: #0b5c66; --error: #a8261f; --warning: #8a5200; --mark: #fbdcb0; --good: #1f6b3a;
  --sans: system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "BIZ UDGothic", "Noto Sans Mono CJK JP", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b; --panel: #1d2226; --ink: #e4e4df; --soft: #a0a7ad; --line: #343b41;
    --accent: #7cc7cb; --error: #ff9d94; --warning: #f0b860; --mark: #67441a; --good: #7fcf9a;
  }
}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--sans); overflow-wrap: anywhere; }
:lang(ja) { line-break: strict; }
header, main, footer { max-width: 64rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
header { padding-block: 2rem 1.25rem; }
h1 { margin: 0 0 .5rem; font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2.125rem); line-height: 1.3; }
h2 { margin: 2.5rem 0 1rem; font-size: 1.125rem; line-height: 1.4; }
h2 .type { color: var(--soft); font-weight: 400; font-size: .875rem; }
p { margin: 0 0 .75rem; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1.25rem 0 0; }
.counts div { display: flex; flex-direction: column-reverse; }
.counts dt { color: var(--soft); font-size: .875rem; }
.counts dd { margin: 0; font-size: 2rem; font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums; }
.counts .error dd, .severity.error { color: var(--error); }
.counts .warning dd, .severity.warning { color: var(--warning); }
.filters { display: grid; gap: .75rem 1rem; align-items: end; padding: 1rem; border-radius: .5rem; background: var(--panel); }
@media (min-width: 40rem) { .filters { grid-template-columns: 1fr 2fr 2fr; } }
label { display: grid; gap: .25rem; min-width: 0; color: var(--soft); font-size: .875rem; }
select { width: 100%; min-height: 2.75rem; padding: .25rem .5rem; border: 1px solid var(--soft); border-radius: .375rem; background: var(--paper); color: var(--ink); font: inherit; font-size: 1rem; }
output { grid-column: 1 / -1; font-size: .875rem; }
.problem { margin: 0 0 1rem; padding: .875rem 1rem 1rem; border: 1px solid var(--line); border-left: 4px solid var(--warning); border-radius: .375rem; }
.problem.error { border-left-color: var(--error); }
.problem h3 { margin: .25rem 0 .75rem; font-size: 1rem; line-height: 1.5; }
.problem > :last-child { margin-bottom: 0; }
.place { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; font-size: .875rem; color: var(--soft); }
.severity { font-weight: 700; }
.frame { margin: 0 0 .75rem; padding: .5rem 0; border-radius: .375rem; background: var(--panel); }
.frame code { display: block; font: .875rem/1.7 var(--mono); }
.line { display: grid; grid-template-columns: 3.5rem 1fr; padding-right: .75rem; white-space: pre-wrap; tab-size: 4; }
.number { padding-right: .75rem; color: var(--soft); text-align: right; user-select: none; }
.rest { display: block; padding-left: 3.5rem; color: var(--soft); }
mark { padding-block: .1em; background: var(--mark); color: inherit; text-decoration: underline 2px var(--error); text-underline-offset: .25em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.warning mark { text-decoration-color: var(--warning); }
mark.empty { padding: .1em .2em; border-left: 2px solid currentColor; }
.fix { color: var(--good); }
.fix span { color: var(--soft); }
dl.rules dt { font-weight: 700; }
dl.rules dd { margin: 0 0 1rem; color: var(--soft); }
.clean summary { padding-block: .75rem; cursor: pointer; }
footer { padding-block: 2.5rem; color: var(--soft); font-size: .875rem; }
@media print {
  .filters { display: none; }
  .problem { break-inside: avoid; }
}
`.trim();
