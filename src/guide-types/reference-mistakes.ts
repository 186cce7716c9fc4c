import type { TypeMistakes } from '../locale/type-mistakes.ts';
import type { JsonPointer, SchemaNode } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { isRecord, schemaNodes } from './schema-nodes.ts';
import { pointerIn } from './schema-view.ts';
import { valueAt } from './value-at.ts';
import { choice, type TypeMistake } from './vocabulary-mistakes.ts';

/** References that lead out of the file, to nothing, or back to themselves. */
export function referenceMistakes(schema: SchemaNode, say: TypeMistakes): readonly TypeMistake[] {
  return [...schemaNodes(schema)].flatMap(([at, node]) => [...mistakesOf(schema, at, node, say)]);
}

function* mistakesOf(schema: SchemaNode, at: JsonPointer, node: SchemaNode, say: TypeMistakes): Generator<TypeMistake> {
  const { $ref: reference } = node;
  if (typeof reference !== 'string') return;
  const mistake = (message: string): TypeMistake => ({ pointer: childPointer(at, '$ref'), part: 'value', message });
  if (!reference.startsWith('#')) yield mistake(say.remoteReference({ reference }));
  else if (target(schema, reference) === undefined) {
    const names = Object.keys(schema.$defs ?? {}).map((name) =>
      `#${childPointer('/$defs', name)}`.replaceAll('%', '%25'),
    );
    yield mistake(say.noSuchReference({ reference, ...choice(reference, names) }));
  } else if (isEndless(schema, node)) yield mistake(say.endlessReference({ reference }));
}

function target(schema: SchemaNode, reference: string): unknown {
  const pointer = pointerIn(reference);
  return pointer === undefined ? undefined : valueAt(schema, pointer);
}

/** True when references lead from a node back to it without an `items` between, where a document would end it. */
function isEndless(schema: SchemaNode, start: SchemaNode): boolean {
  const seen = new Set<unknown>();
  const waiting: unknown[] = [target(schema, String(start.$ref))];
  for (let node = waiting.pop(); isRecord(node); node = waiting.pop()) {
    if (node === start) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    if (typeof node.$ref === 'string') waiting.push(target(schema, node.$ref));
    if (isRecord(node.properties)) waiting.push(...Object.values(node.properties));
  }
  return false;
}
