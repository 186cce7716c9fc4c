import type { TypeMistakes } from '../locale/type-mistakes.ts';
import type { SchemaNode } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { knownFormats } from './compile-validator.ts';
import { contextMistakes } from './context-mistakes.ts';
import type { GuideTypeFile } from './guide-type-file.ts';
import { referenceMistakes } from './reference-mistakes.ts';
import { isRecord, schemaNodes } from './schema-nodes.ts';
import { parentPointer, stepsOf } from './schema-view.ts';
import { valueAt } from './value-at.ts';
import { choice, type TypeMistake, vocabularyChecker } from './vocabulary-mistakes.ts';

/** The dialect of JSON Schema that guide types are written in. */
export const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** True for the meta-schema itself, which an editor may be told as a file's `$schema`. */
export function isMetaSchema(reference: unknown): boolean {
  return typeof reference === 'string' && /(?:^|\/)guide-type\.schema\.json$/.test(reference);
}

/** A mistake with the offset it stands at. */
export interface PlacedMistake {
  readonly offset: number;
  readonly message: string;
}

/** To make one takes longer than to check a type. */
const checkers = new WeakMap<SchemaNode, ReturnType<typeof vocabularyChecker>>();

/** All mistakes of a guide type's file in the order they stand in; `metaSchema` is that of the vocabulary. */
export function checkGuideType(file: GuideTypeFile, metaSchema: SchemaNode, say: TypeMistakes): PlacedMistake[] {
  const { value, syntaxFault, duplicateKey } = file;
  if (syntaxFault) return [{ offset: syntaxFault.range.start, message: say.syntax(syntaxFault) }];
  if (!isRecord(value)) return [{ offset: 0, message: say.notAnObject }];
  const schema: SchemaNode = value;
  const checkVocabulary = checkers.get(metaSchema) ?? vocabularyChecker(metaSchema);
  checkers.set(metaSchema, checkVocabulary);
  const vocabulary = checkVocabulary(schema, say);
  const sound = without(schema, vocabulary);
  const references = referenceMistakes(sound, say);
  const mistakes = [
    ...dialectMistakes(schema, say),
    ...vocabulary,
    ...formatMistakes(sound, say),
    ...references,
    // Whoever follows a reference that leads nowhere, or back to itself, does not arrive.
    ...contextMistakes(without(sound, references), say),
  ];
  // One cause, one mistake: a misspelled "x-source" has been named already.
  if (mistakes.length === 0 && ![...schemaNodes(schema)].some(([, node]) => node['x-source'] !== undefined))
    mistakes.push({ pointer: '/properties', part: 'key', message: say.bindsNothing });
  const placed = mistakes.map(({ pointer, part, message }) => ({ offset: file.rangeAt(pointer, part).start, message }));
  if (duplicateKey) placed.push({ offset: duplicateKey.range.start, message: say.duplicateKey(duplicateKey) });
  return placed.sort((a, b) => a.offset - b.offset);
}

/** The schema without the values that are at fault, so that the others can be judged. */
function without(schema: SchemaNode, mistakes: readonly TypeMistake[]): SchemaNode {
  const pointers = mistakes.filter(({ part }) => part === 'value').map(({ pointer }) => pointer);
  if (pointers.length === 0) return schema;
  const copy = structuredClone(schema);
  for (const pointer of pointers) {
    const parent = valueAt(copy, parentPointer(pointer));
    if (Array.isArray(parent)) parent[Number(stepsOf(pointer).at(-1))] = undefined;
    else if (isRecord(parent)) Reflect.deleteProperty(parent, stepsOf(pointer).at(-1) ?? '');
  }
  return copy;
}

function* dialectMistakes({ $schema }: SchemaNode, say: TypeMistakes): Generator<TypeMistake> {
  if (typeof $schema !== 'string' || $schema.replace(/#$/, '') === dialect || isMetaSchema($schema)) return;
  yield { pointer: '/$schema', part: 'value', message: say.dialect({ dialect: $schema }) };
}

function* formatMistakes(schema: SchemaNode, say: TypeMistakes): Generator<TypeMistake> {
  const formats = knownFormats();
  for (const [at, { format }] of schemaNodes(schema)) {
    if (typeof format !== 'string' || formats.includes(format)) continue;
    const pointer = childPointer(at, 'format');
    yield { pointer, part: 'value', message: say.unknownFormat({ name: format, ...choice(format, formats) }) };
  }
}
