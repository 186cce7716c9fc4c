import { resolve } from 'node:path';
import type { Host } from '../host.ts';
import type { Rule } from '../rules/rule.ts';
import type { Config, ConfiguredType, ConfigValue, RuleValue } from './config.ts';
import type { ConfigFile } from './config-file.ts';
import { globMatcher } from './glob-matcher.ts';
import { mergedOptions } from './merged-options.ts';
import { isSchemaFile } from './path-mistakes.ts';
import { type Preset, presetLevel } from './presets.ts';
import type { RuleLevel, RuleSetting } from './rule-settings.ts';

/** One source of settings; later layers win. */
export type ConfigLayer =
  | { readonly preset: Preset; readonly origin: string }
  | { readonly file: ConfigFile; readonly value: ConfigValue };

/** What one layer, or one override of it, says of rules; without `matches` it holds for all files. */
interface RuleLayer {
  readonly matches?: (absolutePath: string) => boolean;
  apply(settings: Map<string, RuleSetting>): void;
}

/** Puts the layers of a config, the rules' own settings below and `--rule` above them, into one. */
export function resolveConfig(
  layers: readonly ConfigLayer[],
  options: { readonly rules: readonly Rule[]; readonly flags: ReadonlyMap<string, RuleLevel>; readonly path?: string },
  host: Host,
): Config {
  const { rules, flags, path } = options;
  const files = layers.flatMap((layer) => ('file' in layer ? [layer] : []));
  const last = <Value>(pick: (layer: (typeof files)[number]) => Value | undefined): Value | undefined =>
    files.map(pick).findLast((value) => value !== undefined);
  const locale = last(({ value }) => value.locale);
  const baseline = last(({ value, file }) => value.baseline && resolve(file.folder, value.baseline));
  const wanted = last(({ value, file }) => value.files && { folder: file.folder, patterns: value.files });
  const types = files.flatMap(({ file, value }) => typesOf(file, value));
  const ruleLayers = [...layers.flatMap((layer) => ruleLayersOf(layer, rules)), flagLayer(flags)];
  const known = new Map<string, ReadonlyMap<string, RuleSetting>>();

  return {
    ...(path !== undefined && { path }),
    ...(locale && { locale }),
    ...(baseline && { baseline }),
    ...(wanted && { files: wanted }),
    ignore: files.flatMap(({ file, value }) =>
      value.ignore ? [{ folder: file.folder, file: file.path, patterns: value.ignore }] : [],
    ),
    types: types.map(({ type }) => type),
    typeFor: (at) => types.findLast(({ matches }) => matches(resolve(host.cwd, at)))?.type,
    settingsFor(at) {
      const here = ruleLayers.filter(({ matches }) => !matches || matches(resolve(host.cwd, at)));
      const key = here.map((layer) => ruleLayers.indexOf(layer)).join();
      const settings = known.get(key) ?? settingsOf(rules, here);
      known.set(key, settings);
      return settings;
    },
  };
}

function settingsOf(rules: readonly Rule[], layers: readonly RuleLayer[]): ReadonlyMap<string, RuleSetting> {
  const settings = new Map(
    rules.map((rule): [string, RuleSetting] => [
      rule.id,
      {
        severity: presetLevel('guidepost:recommended', rule),
        options: rule.options?.defaults,
        severityFrom: 'default',
        optionsFrom: 'default',
      },
    ]),
  );
  for (const layer of layers) layer.apply(settings);
  return settings;
}

function ruleLayersOf(layer: ConfigLayer, rules: readonly Rule[]): RuleLayer[] {
  if ('preset' in layer) return [presetLayer(layer.preset, rules, `${layer.preset} (${layer.origin})`)];
  const { file, value } = layer;
  return [
    fileLayer(file, '/rules', value.rules ?? {}, rules),
    ...(value.overrides ?? []).map((override, index) => ({
      ...fileLayer(file, `/overrides/${index}/rules`, override.rules, rules, ` (override ${index + 1})`),
      matches: globMatcher(override.files, file.folder),
    })),
  ];
}

function presetLayer(preset: Preset, rules: readonly Rule[], origin: string): RuleLayer {
  return {
    apply(settings) {
      for (const rule of rules) {
        const before = settings.get(rule.id);
        const severity = presetLevel(preset, rule);
        // A preset that leaves a rule as it was did not set it.
        if (before && before.severity !== severity)
          settings.set(rule.id, { ...before, severity, severityFrom: origin });
      }
    },
  };
}

/** A level alone leaves the options of earlier layers as they are; options count from the rule's own. */
function fileLayer(
  file: ConfigFile,
  pointer: string,
  map: Readonly<Record<string, RuleValue>>,
  rules: readonly Rule[],
  note = '',
): RuleLayer {
  const entries = Object.entries(map).flatMap(([id, value]) => {
    const [severity, given] = typeof value === 'string' ? [value] : value;
    const defaults = rules.find((rule) => rule.id === id)?.options?.defaults;
    const origin = file.placeOf(file.rangeAt(`${pointer}/${id}`, 'key').start) + note;
    const options = given !== undefined && { options: mergedOptions(defaults, given), optionsFrom: origin };
    return [[id, { severity, severityFrom: origin, ...options }] as const];
  });
  return {
    apply(settings) {
      for (const [id, setting] of entries) change(settings, id, setting);
    },
  };
}

function flagLayer(flags: ReadonlyMap<string, RuleLevel>): RuleLayer {
  return {
    apply(settings) {
      for (const [id, severity] of flags) change(settings, id, { severity, severityFrom: '--rule' });
    },
  };
}

/** Sets something else of a rule than it had before; ids have been looked up when they were read. */
function change(settings: Map<string, RuleSetting>, id: string, setting: Partial<RuleSetting>): void {
  const before = settings.get(id);
  if (before) settings.set(id, { ...before, ...setting });
}

function typesOf(file: ConfigFile, value: ConfigValue): { type: ConfiguredType; matches(path: string): boolean }[] {
  return (value.types ?? []).map(({ schema, files = [] }, index) => {
    const isFile = isSchemaFile(schema);
    const origin = file.placeOf(file.rangeAt(`/types/${index}/schema`, 'value').start);
    return {
      type: { schema: isFile ? resolve(file.folder, schema) : schema, isFile, origin },
      matches: globMatcher(files, file.folder),
    };
  });
}
