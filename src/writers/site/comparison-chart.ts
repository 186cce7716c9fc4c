import { html, type TrustedHtml } from '../../html-template.ts';
import type { Locale } from '../../model.ts';
import { type ChartData, chartsOf } from './charts-of.ts';
import { entryOf } from './entry-of.ts';
import { type Span, spanText } from './figures.ts';
import type { GuideCard } from './guide-card.ts';
import { pageWords } from './page-words.ts';
import { axis, barPicture } from './range-bars.ts';
import { scaleFor } from './scale.ts';

interface Compared {
  readonly index: number;
  readonly card: GuideCard;
  readonly chart: ChartData;
  readonly whole: Span;
}

/** A chart for each value that the guide types want drawn and two guides have, the highest guide first. */
export function comparisons(cards: readonly GuideCard[], language: Locale): TrustedHtml[] {
  const values = new Map<string, Map<string, Compared[]>>();
  for (const [index, card] of cards.entries()) {
    for (const chart of chartsOf(card.guide, language)) {
      const groups = entryOf(values, JSON.stringify([card.guide.type.name, chart.pointer]), () => new Map());
      // Figures in different currencies cannot share a scale.
      const group = entryOf(groups, JSON.stringify(chart.measure), (): Compared[] => []);
      group.push({ index, card, chart, whole: wholeSpan(chart.rows) });
    }
  }
  return [...values.values()].flatMap((groups, value) => {
    const all = [...groups.values()];
    const single = all.flatMap((group) => (group.length === 1 ? group : []));
    return all
      .filter((group) => group.length > 1)
      .map((group, index) =>
        comparison(group, index === 0 ? single : [], language, `page-comparison-${value}-${index}`),
      );
  });
}

function comparison(
  group: readonly Compared[],
  leftOut: readonly Compared[],
  language: Locale,
  id: string,
): TrustedHtml {
  const [first] = group;
  const measure = first?.chart.measure ?? {};
  const scale = scaleFor(group.flatMap(({ chart }) => chart.rows));
  const rows = [...group].sort((a, b) => topOf(b.whole) - topOf(a.whole) || a.index - b.index);
  const items = rows.map(({ index, card, chart, whole }) => {
    const details = chart.rows
      .map((row) => `${row.label}: ${spanText(row, measure, language)}`)
      .join(language === 'ja' ? '、' : ', ');
    return html`<li data-guide="${index}">
<a class="chart-label" href="${card.href}"${langOf(card, language)}>${card.name}</a>
${barPicture(chart.rows, scale, details)}
<span class="chart-figure">${spanText(whole, measure, language)}</span>
</li>
`;
  });
  const note =
    leftOut.length > 0 &&
    html`<p class="chart-note">${pageWords[language].notCompared}${leftOut.map(
      ({ card }, index) => html`${index > 0 && ', '}<a href="${card.href}"${langOf(card, language)}>${card.name}</a>`,
    )}</p>
`;
  return html`<section class="comparison chart" aria-labelledby="${id}">
<h2 id="${id}">${pageWords[language].compared(first?.chart.title ?? '')}</h2>
<ol class="chart-rows">
${items}</ol>
${axis(scale, measure, language)}
${note}</section>
`;
}

const langOf = (card: GuideCard, language: Locale): TrustedHtml | false =>
  card.language !== language && html` lang="${card.language}"`;

/** From the lowest to the highest figure of all rows. */
function wholeSpan(rows: readonly Span[]): Span {
  const figures = rows.flatMap(({ min, max }) => [min, max]).filter((figure) => figure !== null);
  const max = Math.max(...figures);
  const top = rows.filter((row) => (row.max ?? row.min) === max);
  return { min: Math.min(...figures), max, isOpen: top.some((row) => row.isOpen || row.max === null) };
}

const topOf = ({ min, max }: Span): number => max ?? min ?? 0;
