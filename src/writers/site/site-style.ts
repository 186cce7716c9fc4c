/** The part of the style sheet for what a site adds to its articles: the way to a page and on, the list with its search, and charts. */
export const siteStyle = `
.site-header { background: var(--panel); font-size: .875rem; }
.breadcrumb { display: flex; flex-wrap: wrap; align-items: baseline; margin: 0; padding: 1rem 0 0; list-style: none; }
.breadcrumb li + li::before { content: "/"; margin-inline: .6rem; color: var(--soft); }
.breadcrumb [aria-current] { color: var(--soft); }
.breadcrumb a, .site-footer a { display: inline-block; padding-block: .25rem; }
.more { background: var(--panel); border-top: 1px solid var(--line); padding-block: 2.5rem; }
.more h2 { margin: 0 0 1rem; font-size: 1.125rem; }
.more ul { display: grid; gap: 1rem; margin: 0; padding: 0; list-style: none; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); }
.more li { display: flex; }
.more a { flex: 1; display: block; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--paper); color: inherit; text-decoration: none; line-height: 1.5; word-break: auto-phrase; }
.more a:hover { border-color: var(--accent); }
.more a:hover .link-title { color: var(--accent); text-decoration: underline; }
.link-label { display: block; margin-bottom: .25rem; color: var(--mark); font-size: .75rem; font-weight: 700; letter-spacing: .06em; }
.link-title { font-weight: 600; }
.related + .neighbours { margin-top: 1rem; }
.neighbours .link-label { color: var(--soft); }
.neighbours .previous .link-label::before { content: "← "; }
.neighbours .next .link-label::after { content: " →"; }
.neighbours .next { text-align: right; }
.neighbours .link-title { font-size: .9375rem; }
.site-footer { border-top: 1px solid var(--line); padding-block: 1.5rem; font-size: .875rem; }
.site-footer p { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: 0; }
.finder { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; padding-block: 1.75rem .5rem; }
.field { flex: 1 1 8rem; }
.field-wide { flex: 4 1 18rem; }
.field label { display: block; margin-bottom: .35rem; font-size: .8125rem; font-weight: 700; line-height: 1.4; }
.field :is(input, select) { width: 100%; min-height: 2.75rem; padding: .4rem .75rem; border: 1px solid var(--soft); border-radius: .4rem; background: var(--paper); color: var(--ink); font: inherit; font-size: 1rem; }
.field ::placeholder { color: var(--soft); opacity: 1; }
.finder-status { flex-basis: 100%; min-height: 1.5em; margin: 0; line-height: 1.5; color: var(--soft); font-size: .875rem; }
.nothing-found { padding: 2rem; border: 1px dashed var(--line); border-radius: .5rem; text-align: center; }
.guide-list { display: grid; gap: 1rem; margin: 0; padding: 1.25rem 0 2rem; list-style: none; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); }
.guide-list li { position: relative; padding: 1.25rem 1.5rem 1.5rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--card); }
.guide-list li:hover { border-color: var(--accent); }
.guide-list p { margin: 0; }
.guide-list .category { margin-bottom: .5rem; }
.guide-title { font-size: 1.0625rem; font-weight: 700; }
.guide-title a:not(:hover) { text-decoration: none; }
.guide-title a::after { content: ""; position: absolute; inset: 0; }
.guide-list .guide-description { margin-top: .6rem; color: var(--soft); font-size: .875rem; line-height: 1.75; }
.chart { margin: 1.5rem 0 2rem; padding: 1.25rem 1.5rem 1rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--card); font-size: .875rem; line-height: 1.5; }
.chart figcaption { margin-bottom: 1rem; font-weight: 700; }
.chart-rows { display: grid; gap: .35rem 1rem; margin: 0 !important; padding: 0 !important; list-style: none; }
.chart-rows > li { display: grid; gap: 0 1rem; align-items: center; margin: 0 !important; grid-template-columns: 10.5rem 1fr 10rem; }
.chart-label { word-break: auto-phrase; }
.chart-figure { text-align: right; text-autospace: no-autospace; font-variant-numeric: tabular-nums; }
.chart-bar { display: block; overflow: visible; color: var(--accent); }
.chart-grid { stroke: var(--line); stroke-width: 1; transform: scaleY(1.4); transform-origin: 0 14px; }
.chart-axis { display: block; width: calc(100% - 22.5rem); margin-left: 11.5rem; overflow: visible; font-size: .75rem; text-autospace: no-autospace; fill: var(--soft); font-variant-numeric: tabular-nums; }
.chart-note { margin: 1rem 0 0; color: var(--soft); font-size: .8125rem; }
.comparison { margin: 1rem 0 4rem; padding: 1.5rem clamp(1.25rem, 3vw, 2rem) 1.25rem; }
.comparison h2 { margin: 0 0 1.25rem; font-size: 1.25rem; }
.comparison a { padding-block: .2rem; }
@media (max-width: 40rem) {
  .chart { padding: 1rem 1.1rem .75rem; }
  .chart-rows { gap: .75rem; }
  .chart-rows > li { grid-template-columns: 1fr auto; }
  .chart-grid { transform: none; }
  .chart-bar { grid-row: 2; grid-column: 1 / -1; }
  .chart-axis { width: 100%; margin-left: 0; }
}
@media print {
  .chart, .guide-list li { break-inside: avoid; }
  .chart-bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`.trim();
