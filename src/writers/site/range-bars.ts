import { html, type TrustedHtml } from '../../html-template.ts';
import type { Locale } from '../../model.ts';
import type { ChartData } from './charts-of.ts';
import { figure, type Measure, type Span, spanText } from './figures.ts';
import { percent, type Scale, scaleFor } from './scale.ts';

/** A figure with a bar for each row. What is seen of a row stands in its picture's text alternative. */
export function rangeChart({ title, measure, rows }: ChartData, language: Locale): TrustedHtml {
  const scale = scaleFor(rows);
  const items = rows.map((row) => {
    const text = spanText(row, measure, language);
    return html`<li>
<span class="chart-label" aria-hidden="true">${row.label}</span>
${barPicture([row], scale, `${row.label}: ${text}`)}
<span class="chart-figure" aria-hidden="true">${text}</span>
</li>
`;
  });
  return html`<figure class="chart">
<figcaption>${title}</figcaption>
<ol class="chart-rows">
${items}</ol>
${axis(scale, measure, language)}
</figure>
`;
}

/** The bars of one line, the later the stronger, over the marks of the scale. */
export function barPicture(spans: readonly Span[], scale: Scale, alternative: string): TrustedHtml {
  const marks = scale.ticks.map(
    (tick) =>
      html`<line class="chart-grid" x1="${percent(tick, scale)}" x2="${percent(tick, scale)}" y1="0" y2="100%"/>`,
  );
  const bars = spans.map((span, index) => bar(span, scale, (index + 1) / spans.length));
  return html`<svg class="chart-bar" role="img" aria-label="${alternative}" width="100%" height="28" focusable="false">${marks}${bars}</svg>`;
}

/** The marks of a scale in figures. */
export function axis(scale: Scale, measure: Measure, language: Locale): TrustedHtml {
  const last = scale.ticks.length - 1;
  const labels = scale.ticks.map((tick, index) => {
    const anchor = index === 0 ? 'start' : index === last ? 'end' : 'middle';
    const text = tick === 0 ? '0' : figure(tick, measure, language);
    return html`<text x="${percent(tick, scale)}" y="15" text-anchor="${anchor}">${text}</text>`;
  });
  return html`<svg class="chart-axis" aria-hidden="true" width="100%" height="20" focusable="false">${labels}</svg>`;
}

function bar({ min, max, isOpen }: Span, scale: Scale, strength: number): TrustedHtml {
  const start = min ?? 0;
  const end = max ?? start;
  const isEndless = isOpen || max === null;
  const opacity = Math.round((0.35 + 0.65 * strength) * 100) / 100;
  const width = percent(end - start, scale);
  const solid =
    end > start &&
    html`<rect x="${percent(start, scale)}" y="6" width="${width}" height="16" rx="3" fill="currentColor" fill-opacity="${opacity}"/>`;
  const rest = percent(scale.end - end, scale);
  const open =
    isEndless &&
    html`<rect x="${percent(end, scale)}" y="6" width="${rest}" height="16" rx="3" fill="currentColor" fill-opacity="0.22"/><svg x="${percent(end, scale)}" overflow="visible"><path d="M3 7 L11 14 L3 21" fill="none" stroke="currentColor" stroke-width="2.5"/></svg>`;
  return html`${open}${solid}`;
}
