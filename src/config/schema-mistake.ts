import type { SchemaError } from '../guide-types/compile-validator.ts';
import type { Messages } from '../locale/messages.ts';
import type { JsonPointer } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
import { childPointer } from '../parse/place-collector.ts';
import { spelled } from '../spelled.ts';
import type { ConfigFile, ConfigMistake } from './config-file.ts';
import { dottedPath } from './dotted-path.ts';

const ruleSetting = /^(?:\/overrides\/\d+)?\/rules\/[^/]+$/;
const levels = ['off', 'warn', 'error'];

/** One failed constraint of a config in words; `base` is where the validated value stands in it. */
export function schemaMistake(
  error: SchemaError,
  base: JsonPointer,
  file: ConfigFile,
  messages: Messages,
): ConfigMistake {
  const { keyword, params, data: written } = error;
  const pointer = base + error.instancePath;
  const name = dottedPath(pointer);
  const at = (message: string) => ({ offset: file.rangeAt(pointer, 'value').start, message });
  if (keyword === 'additionalProperties') {
    const key = String(params.additionalProperty);
    const keys = Object.keys(error.parentSchema?.properties ?? {});
    const message = messages.unknownConfigKey({ key, keys, ...nearest(key, keys) });
    return { offset: file.rangeAt(childPointer(pointer, key), 'key').start, message };
  }
  if (keyword === 'required') return at(messages.configKeyMissing({ key: String(params.missingProperty), name }));
  // A number or `false` for a rule is a level in other programs' spelling, not a wrong type.
  if (keyword === 'enum' || (keyword === 'type' && ruleSetting.test(pointer))) {
    const choices = keyword === 'enum' ? [params.allowedValues].flat().map(String) : levels;
    return at(messages.notAChoice({ name, written, choices, ...nearest(spelled(written), choices) }));
  }
  if (keyword === 'type')
    return at(messages.wrongConfigType({ name, wanted: [params.type].flat().map(String), written }));
  if ((keyword === 'minItems' || keyword === 'minLength') && error.schema === 1)
    return at(messages.configEmpty({ name }));
  return at(messages.configValueRefused({ name, keyword, limit: error.schema, written }));
}

function nearest(written: string, names: readonly string[]): { nearest?: string } {
  const name = nearestName(written, names);
  return name === undefined ? {} : { nearest: name };
}
