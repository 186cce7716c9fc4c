import type { Problem } from '../model.ts';
import { fingerprintsOf } from './fingerprints-of.ts';

/** Known problems: their fingerprints by file (relative to the baseline's folder, `/` between folders) and rule. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** A file as a baseline sees it. */
export interface BaselineFile {
  readonly path: string;
  readonly text: string;
  /** Those of all severities, sorted by place. */
  readonly problems: readonly Problem[];
}

/** The problems of a file that a baseline does not know, and how many of its entries found theirs or none. */
export function hideKnown(
  { path, text, problems }: BaselineFile,
  baseline: Baseline,
  wasChecked: (rule: string) => boolean,
): { readonly left: readonly Problem[]; readonly hidden: number; readonly obsolete: number } {
  const entries = baseline.get(path);
  if (!entries) return { left: problems, hidden: 0, obsolete: 0 };
  const expected = new Set([...entries].flatMap(([rule, prints]) => prints.map((print) => `${rule} ${print}`)));
  const prints = fingerprintsOf(problems, text);
  const left = problems.filter(({ rule }, index) => !expected.delete(`${rule} ${prints[index]}`));
  const obsolete = [...expected].filter((entry) => wasChecked(entry.slice(0, entry.indexOf(' '))));
  return { left, hidden: problems.length - left.length, obsolete: obsolete.length };
}

/** The entries of a baseline that knows all problems of a file. */
export function entriesOf({ text, problems }: BaselineFile): ReadonlyMap<string, readonly string[]> {
  const entries = new Map<string, string[]>();
  const prints = fingerprintsOf(problems, text);
  for (const [index, { rule }] of problems.entries()) {
    entries.set(rule, [...(entries.get(rule) ?? []), prints[index] ?? '']);
  }
  return entries;
}

/** The text of a baseline file: everything sorted, one fingerprint a line, so that two branches merge. */
export function baselineText(baseline: Baseline): string {
  const files = sorted(baseline)
    .filter(([, entries]) => entries.size > 0)
    .map(([path, entries]) => [
      path,
      Object.fromEntries(sorted(entries).map(([rule, prints]) => [rule, [...prints].sort()])),
    ]);
  return `${JSON.stringify({ version: baselineVersion, problems: Object.fromEntries(files) }, undefined, 2)}\n`;
}

/** The form of baseline files that this program reads and writes. */
export const baselineVersion = 1;

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
