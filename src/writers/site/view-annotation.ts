import type { JsonPointer, Locale, SchemaNode } from '../../model.ts';

/** The part that a value plays on a page. */
export type Role = 'title' | 'name' | 'description' | 'category' | 'slug' | 'image' | 'date' | 'hidden' | 'fact';

/** A value's part, and for a value that only holds it a regular expression whose group `value` is it. */
export interface RoleView {
  readonly as: Role;
  readonly pattern?: string;
  /** What people read in place of a value, by language. */
  readonly labels?: Readonly<Record<string, Readonly<Partial<Record<Locale, string>>>>>;
}

/** A bar a row, from one figure to another; pointers count from the row, `currency` from the whole guide. */
export interface RangeChart {
  readonly chart: 'range';
  readonly label: JsonPointer;
  /** Without it bars begin at zero. */
  readonly min?: JsonPointer;
  readonly max: JsonPointer;
  /** Whether the range goes on above `max`. */
  readonly openEnded?: JsonPointer;
  readonly currency?: JsonPointer;
  readonly unit?: Readonly<Partial<Record<Locale, string>>>;
}

/** The part that the schema gives to a value in `x-view`. */
export function roleView(node: SchemaNode | undefined): RoleView | undefined {
  const view = node?.['x-view'];
  if (typeof view === 'string') return { as: view as Role };
  return isRecord(view) && 'as' in view ? (view as unknown as RoleView) : undefined;
}

/** The chart that the schema asks for in `x-view`. */
export function chartView(node: SchemaNode | undefined): RangeChart | undefined {
  const view = node?.['x-view'];
  return isRecord(view) && view.chart === 'range' ? (view as unknown as RangeChart) : undefined;
}

/** What the group `value` of a regular expression takes from a text; without one the whole text. */
export function partOf(text: string, pattern: string | undefined): string | undefined {
  return pattern === undefined ? text : new RegExp(pattern, 'u').exec(text)?.groups?.value;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
