import { valueAt } from '../guide-types/value-at.ts';
import type { TableMessages } from '../locale/table-messages.ts';
import { isSameValue } from '../revise/leaves.ts';
import type { CellChange, TableChanges } from './table-changes.ts';

/** Values that no text holds: who made the guide's value set them. */
const computed = new Set(['/type', '/path']);

/** The changes that can be asked for: each value once, and none that two cells want to be different. */
export function withoutContradictions(changes: readonly CellChange[], say: TableMessages): TableChanges {
  const first = new Map<string, CellChange>();
  const problems: TableChanges['problems'][number][] = [];
  const contradicted = new Set<CellChange>();
  for (const change of changes) {
    const { place, column, key } = change;
    const id = `${change.guide.document.source.path}\n${change.pointer}`;
    const other = first.get(id);
    if (computed.has(change.pointer)) {
      problems.push({ severity: 'error', message: say.computed({ place, column, guide: key }) });
    } else if (other && !isSameValue(other.value, change.value)) {
      contradicted.add(other);
      problems.push({ severity: 'error', message: say.twice({ place, column, guide: key, other: other.place }) });
    } else if (!other) first.set(id, change);
  }
  const isNews = ({ guide, pointer, value }: CellChange): boolean => !isSameValue(valueAt(guide.value, pointer), value);
  return { changes: [...first.values()].filter((change) => !contradicted.has(change) && isNews(change)), problems };
}
