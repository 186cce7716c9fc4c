import type { JsonPointer, SchemaNode } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { isRecord } from './schema-nodes.ts';

/** What stands at a place of the schema file. */
type Placed = readonly [JsonPointer, unknown];

/** What `x-view` and `x-jsonld` of a node refer to. */
export interface ViewReferences {
  /** Pointers that count from the whole guide. */
  readonly wholes: readonly Placed[];
  /** Pointers that count from an item of the node. */
  readonly inItem: readonly Placed[];
  /** Regular expressions whose group `value` is taken. */
  readonly patterns: readonly Placed[];
}

/** Collects the references of a node's `x-view` and `x-jsonld`; what is no reference is left to the meta-schema. */
export function viewReferences(at: JsonPointer, node: SchemaNode): ViewReferences {
  const wholes: Placed[] = [];
  const inItem: Placed[] = [];
  const patterns: Placed[] = [];
  const view = node['x-view'];
  if (isRecord(view)) {
    const place = childPointer(at, 'x-view');
    const placed = (key: string): Placed => [childPointer(place, key), view[key]];
    wholes.push(placed('currency'));
    inItem.push(...['label', 'min', 'max', 'openEnded'].map(placed));
    patterns.push(placed('pattern'));
  }
  for (const [place, part] of recordsIn(node['x-jsonld'], childPointer(at, 'x-jsonld'))) {
    const placed = (key: string): Placed => [childPointer(place, key), part[key]];
    // What `item` names depends on the `each` around it, which is not followed here.
    wholes.push(placed('from'), placed('each'), ...('item' in part ? [] : [placed('unless')]));
    patterns.push(placed('pattern'));
  }
  return { wholes, inItem, patterns };
}

function* recordsIn(
  value: unknown,
  place: JsonPointer,
): Generator<readonly [JsonPointer, Readonly<Record<string, unknown>>]> {
  if (typeof value !== 'object' || value === null) return;
  if (isRecord(value)) yield [place, value];
  for (const [key, inner] of Object.entries(value)) yield* recordsIn(inner, childPointer(place, key));
}
