import { valueAt } from '../../guide-types/value-at.ts';
import type { Guide, JsonPointer, Locale, SchemaNode } from '../../model.ts';
import { childPointer } from '../../parse/place-collector.ts';
import { spelled } from '../../spelled.ts';
import type { Measure, Span } from './figures.ts';
import { plainText } from './plain-text.ts';
import { chartView, type RangeChart } from './view-annotation.ts';

/** One bar. */
export interface ChartRow extends Span {
  readonly label: string;
}

/** The figures of a guide that its type wants drawn. */
export interface ChartData {
  /** Of the array whose elements are the rows. */
  readonly pointer: JsonPointer;
  readonly title: string;
  readonly measure: Measure;
  readonly rows: readonly ChartRow[];
}

/** The charts of a guide, by its schema's `x-view`; one without a single figure is left out. */
export function chartsOf(guide: Guide, language: Locale): ChartData[] {
  return [...chartNodes(guide, '', guide.type.schema)].flatMap(([pointer, view]) => {
    const elements = valueAt(guide.value, pointer);
    const rows = (Array.isArray(elements) ? elements : []).flatMap((element): ChartRow[] => rowOf(element, view));
    if (rows.length === 0) return [];
    return [{ pointer, title: guide.type.titleOf(pointer, language), measure: measureOf(guide, view, language), rows }];
  });
}

function* chartNodes(guide: Guide, at: JsonPointer, from: SchemaNode): Generator<readonly [JsonPointer, RangeChart]> {
  const node = guide.type.resolve(from);
  const view = chartView(node);
  if (view) yield [at, view];
  for (const [key, property] of Object.entries(node.properties ?? {}))
    yield* chartNodes(guide, childPointer(at, key), property);
}

function rowOf(element: unknown, view: RangeChart): ChartRow[] {
  const max = numberAt(element, view.max);
  const min = view.min === undefined ? (max === null ? null : 0) : numberAt(element, view.min);
  if (min === null && max === null) return [];
  const isOpen = view.openEnded !== undefined && valueAt(element, view.openEnded) === true;
  const label = valueAt(element, view.label);
  return [{ label: plainText(spelled(label ?? '')), min, max, isOpen }];
}

function measureOf(guide: Guide, view: RangeChart, language: Locale): Measure {
  const currency = view.currency === undefined ? undefined : valueAt(guide.value, view.currency);
  const unit = view.unit?.[language];
  return {
    ...(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) && { currency }),
    ...(unit !== undefined && { unit }),
  };
}

function numberAt(element: unknown, pointer: JsonPointer): number | null {
  const value = valueAt(element, pointer);
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
