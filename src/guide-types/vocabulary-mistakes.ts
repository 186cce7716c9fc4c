import type { ErrorObject } from 'ajv/dist/2020.js';
import type { TypeMistakes } from '../locale/type-mistakes.ts';
import type { JsonPointer, SchemaNode } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
import { childPointer } from '../parse/place-collector.ts';
import { spelled } from '../spelled.ts';
import { compileVocabulary } from './compile-vocabulary.ts';
import { shippedVocabulary } from './precompiled-validator.ts';
import { stepsOf } from './schema-view.ts';
import { valueAt } from './value-at.ts';

/** One mistake in a guide type's file; `part` is what to point at. */
export interface TypeMistake {
  readonly pointer: JsonPointer;
  readonly part: 'key' | 'value';
  readonly message: string;
}

/** A name that is not known, with all that are and the one that was probably meant. */
export function choice(written: string, names: readonly string[]): { names: readonly string[]; nearest?: string } {
  const nearest = nearestName(written, names);
  return { names, ...(nearest !== undefined && { nearest }) };
}

/** Makes a function that holds guide types against the meta-schema: unknown keywords, and values they do not take. */
export function vocabularyChecker(
  metaSchema: SchemaNode,
): (schema: unknown, say: TypeMistakes) => readonly TypeMistake[] {
  const { validate, keywords } = shippedVocabulary(metaSchema) ?? compileVocabulary(metaSchema);
  return (schema, say) => {
    validate(schema);
    const mistakes = new Map<string, TypeMistake>();
    // An `if` has failed where its `then` has, which says why.
    const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
    for (const error of errors.sort((a, b) => rank(a) - rank(b))) {
      const mistake = mistakeOf(error, schema, keywords, say);
      const place = `${mistake.pointer} ${mistake.part}`;
      if (!mistakes.has(place)) mistakes.set(place, mistake);
    }
    return [...mistakes.values()];
  };
}

/** Of several failures of one value, a choice of a word says most, and an alternative that failed as a whole says least. */
function rank({ keyword, data }: ErrorObject): number {
  if (keyword === 'enum') return typeof data === 'object' ? 2 : 0;
  return ['anyOf', 'oneOf', 'not'].includes(keyword) ? 3 : 1;
}

function mistakeOf(error: ErrorObject, schema: unknown, keywords: readonly string[], say: TypeMistakes): TypeMistake {
  const { keyword, instancePath, params, data } = error;
  const owner = ownerOf(instancePath, schema);
  const unknown = params.unevaluatedProperty ?? params.additionalProperty;
  if (typeof unknown === 'string') {
    const pointer = childPointer(instancePath, unknown);
    const names = keyword === 'unevaluatedProperties' ? keywords : Object.keys(error.parentSchema?.properties ?? {});
    const found = { name: unknown, owner, ...choice(unknown, names) };
    const message = keyword === 'unevaluatedProperties' ? say.unknownKeyword(found) : say.unknownKey(found);
    return { pointer, part: 'key', message };
  }
  const value = (message: string): TypeMistake => ({ pointer: instancePath, part: 'value', message });
  switch (keyword) {
    case 'enum':
      return value(
        say.unknownChoice({ value: spelled(data), ...choice(spelled(data), params.allowedValues.map(String)) }),
      );
    case 'type':
      return value(say.wrongKind({ owner, kinds: kindsOf(params.type) }));
    case 'const':
      return value(say.onlyValue({ owner, value: JSON.stringify(params.allowedValue) }));
    case 'not':
      return value(say.onlyValue({ owner, value: 'true' }));
    case 'required':
    case 'dependentRequired':
      return {
        pointer: instancePath,
        part: 'key',
        message: say.missingKey({ owner, key: String(params.missingProperty) }),
      };
    case 'minItems':
    case 'minProperties':
      return value(say.empty({ owner, least: Number(params.limit) }));
    case 'minLength':
      return value(say.blank({ owner }));
    case 'uniqueItems':
      return value(say.repeated({ owner }));
    case 'pattern':
      return value(isPointerPattern(error) ? say.noPointer({ value: spelled(data) }) : say.unsuitable({ owner }));
    default:
      return value(say.unsuitable({ owner }));
  }
}

/** A keyword that takes a schema takes `true` and `false` too, which nobody means who gets it wrong. */
function kindsOf(type: unknown): string[] {
  const kinds = [type].flat().map(String);
  return kinds.includes('object') && kinds.includes('boolean') ? ['schema'] : kinds;
}

function isPointerPattern({ schemaPath, parentSchema }: ErrorObject): boolean {
  return schemaPath.includes('/pointer/') || String(parentSchema?.description ?? '').startsWith('A JSON pointer');
}

/** The keyword, or the part of one, that a value belongs to. */
function ownerOf(pointer: JsonPointer, schema: unknown): string {
  const steps = stepsOf(pointer);
  while (steps.length > 1 && /^\d+$/.test(steps.at(-1) ?? '')) {
    const parent = `/${steps.slice(0, -1).join('/')}`;
    if (!Array.isArray(valueAt(schema, parent))) break;
    steps.pop();
  }
  return steps.at(-1) ?? 'guide type';
}
