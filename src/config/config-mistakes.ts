import { fileURLToPath } from 'node:url';
import { compileValidator, type SchemaError, type Validate } from '../guide-types/compile-validator.ts';
import { ownErrors } from '../guide-types/own-errors.ts';
import { shippedValidator } from '../guide-types/precompiled-validator.ts';
import type { Host } from '../host.ts';
import type { Messages } from '../locale/messages.ts';
import type { JsonPointer, SchemaNode } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
import { childPointer } from '../parse/place-collector.ts';
import type { Rule } from '../rules/rule.ts';
import type { ConfigFile, ConfigMistake } from './config-file.ts';
import { isRecord, mergedOptions } from './merged-options.ts';
import { schemaMistake } from './schema-mistake.ts';

const schemaFile = fileURLToPath(new URL('../../schemas/config.schema.json', import.meta.url));

/** The validator of config files, from the schema that editors use too. */
export async function loadConfigValidator(host: Host): Promise<Validate> {
  const text = new TextDecoder().decode(await host.files.readFile(schemaFile));
  return shippedValidator('config', text, JSON.parse(text) as SchemaNode);
}

/** What is wrong with a config by itself: broken text, unknown keys and rules, wrong types, unknown severities. */
export function configMistakes(
  file: ConfigFile,
  { validate, rules, messages }: { validate: Validate; rules: readonly Rule[]; messages: Messages },
): ConfigMistake[] {
  const { syntaxFault, duplicateKey } = file;
  if (syntaxFault) {
    const message = messages.configBroken({ reason: messages.typeMistakes.syntax(syntaxFault) });
    return [{ offset: syntaxFault.range.start, message }];
  }
  if (duplicateKey)
    return [{ offset: duplicateKey.range.start, message: messages.configKeyTwice({ key: duplicateKey.key }) }];
  const value = file.value ?? {};
  const inSchema = misspelledOnce(ownErrors(validate(value))).map((error) => schemaMistake(error, '', file, messages));
  return [...inSchema, ...ruleMistakes(value, file, rules, messages)];
}

/** A key that is misspelled is not missing as well. */
function misspelledOnce(errors: readonly SchemaError[]): SchemaError[] {
  const unknown = errors.filter(({ keyword }) => keyword === 'additionalProperties');
  return errors.filter(
    ({ keyword, instancePath, params }) =>
      keyword !== 'required' ||
      !unknown.some(
        (error) =>
          error.instancePath === instancePath &&
          nearestName(String(error.params.additionalProperty), [String(params.missingProperty)]) !== undefined,
      ),
  );
}

function ruleMistakes(config: unknown, file: ConfigFile, rules: readonly Rule[], messages: Messages): ConfigMistake[] {
  return ruleMapsOf(config).flatMap(([parent, map]) =>
    Object.entries(map).flatMap(([id, setting]) => {
      const pointer = childPointer(parent, id);
      const rule = rules.find((candidate) => candidate.id === id);
      if (!rule) {
        const nearest = nearestName(
          id,
          rules.map((candidate) => candidate.id),
        );
        const message = messages.unknownRule({ id, ...(nearest && { nearest }) });
        return [{ offset: file.rangeAt(pointer, 'key').start, message }];
      }
      if (!Array.isArray(setting) || setting.length < 2) return [];
      const at = childPointer(pointer, 1);
      if (!rule.options)
        return [{ offset: file.rangeAt(at, 'value').start, message: messages.ruleWithoutOptions({ id }) }];
      const options = mergedOptions(rule.options.defaults, setting[1]);
      const errors = ownErrors(compileValidator(rule.options.schema)(options));
      return errors.map((error) => schemaMistake(error, at, file, messages));
    }),
  );
}

/** `rules` and those of each override, where they are maps at all, with their pointers. */
function ruleMapsOf(config: unknown): [JsonPointer, Record<string, unknown>][] {
  if (!isRecord(config)) return [];
  const overrides = Array.isArray(config.overrides) ? config.overrides : [];
  const maps: [JsonPointer, unknown][] = [
    ['/rules', config.rules],
    ...overrides.map((override, index): [JsonPointer, unknown] => [
      `/overrides/${index}/rules`,
      isRecord(override) ? override.rules : undefined,
    ]),
  ];
  return maps.filter((entry): entry is [JsonPointer, Record<string, unknown>] => isRecord(entry[1]));
}
