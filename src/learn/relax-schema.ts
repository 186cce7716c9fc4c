import { bindGuide } from '../guide-types/bind-guide.ts';
import { guideTypeOf } from '../guide-types/guide-type.ts';
import { stepsOf } from '../guide-types/schema-view.ts';
import type { Document, Guide, SchemaNode, Violation } from '../model.ts';
import { always } from './learn-value.ts';

/** A learned type with the guides bound to it. */
export interface Fitted {
  readonly schema: SchemaNode;
  readonly guides: readonly Guide[];
}

/** Drops the constraints that most guides fail, until the type accepts nine in ten of the guides it was learned from. */
export function relaxSchema(learned: SchemaNode, documents: readonly Document[], fileName: string): Fitted {
  let schema = structuredClone(learned) as SchemaNode;
  for (;;) {
    const type = guideTypeOf(fileName, schema);
    const guides = documents.map((document) => bindGuide(document, type));
    const faulty = guides.filter((guide) => !isAccepted(guide));
    if (guides.length - faulty.length >= guides.length * always) return { schema, guides };
    let relaxed: SchemaNode | undefined;
    for (const violation of mostFailed(faulty, documents.length))
      relaxed = without(relaxed ?? schema, violation) ?? relaxed;
    if (!relaxed) return { schema, guides };
    schema = relaxed;
  }
}

/** True for a guide in which its type finds no error. */
export function isAccepted({ violations }: Guide): boolean {
  return violations.every(({ severity }) => severity === 'warning');
}

/** The constraints that fail in more than one guide in ten each; where there is none, the one that fails most. */
function mostFailed(faulty: readonly Guide[], guides: number): Violation[] {
  const counts = new Map<string, { violation: Violation; guides: Set<Guide> }>();
  for (const guide of faulty) {
    for (const violation of guide.violations) {
      if (violation.severity === 'warning') continue;
      const place = `${violation.pointer.replaceAll(/\/\d+/g, '/0')} ${violation.keyword}`;
      const entry = counts.get(place) ?? { violation, guides: new Set() };
      entry.guides.add(guide);
      counts.set(place, entry);
    }
  }
  const ranked = [...counts.values()].sort((a, b) => b.guides.size - a.guides.size);
  const often = ranked.filter((entry) => guides - entry.guides.size < guides * always);
  return (often.length > 0 ? often : ranked.slice(0, 1)).map(({ violation }) => violation);
}

/** The schema without one constraint; undefined when nothing could be taken away. */
function without(schema: SchemaNode, { keyword, pointer }: Violation): SchemaNode | undefined {
  const copy = structuredClone(schema) as Record<string, unknown>;
  const steps = stepsOf(pointer);
  const last = steps.at(-1) ?? '';
  const isMissing = keyword === 'required' || keyword === 'x-aliases';
  const node = nodeAt(copy, isMissing ? steps.slice(0, -1) : steps);
  if (!node) return undefined;
  if (isMissing) {
    const required = Array.isArray(node.required) ? node.required : [];
    if (!required.includes(last)) return undefined;
    node.required = required.filter((name) => name !== last);
    return copy;
  }
  if (keyword === 'x-parse') {
    for (const key of ['x-parse', 'required', 'properties', 'format']) Reflect.deleteProperty(node, key);
    node.type = 'string';
    return copy;
  }
  return Object.hasOwn(node, keyword) && Reflect.deleteProperty(node, keyword) ? copy : undefined;
}

function nodeAt(schema: Record<string, unknown>, steps: readonly string[]): Record<string, unknown> | undefined {
  let node: unknown = schema;
  for (const step of steps) {
    if (typeof node !== 'object' || node === null) return undefined;
    const { properties, items } = node as { properties?: Record<string, unknown>; items?: unknown };
    node = properties && Object.hasOwn(properties, step) ? properties[step] : items;
  }
  return typeof node === 'object' && node !== null ? (node as Record<string, unknown>) : undefined;
}
