import type { Rule } from '../rules/rule.ts';
import type { RuleLevel } from './rule-settings.ts';

/** What a preset says of a rule: `undefined` runs it with the severity that is its own. */
type PresetLevel = (rule: Rule) => RuleLevel | undefined;

const presets = {
  'guidepost:recommended': (rule) => (rule.recommended === false ? 'off' : undefined),
  'guidepost:strict': () => undefined,
} satisfies Record<string, PresetLevel>;

/** Sets of settings that a config may extend by name. */
export type Preset = keyof typeof presets;

/** The names of all presets. */
export const presetNames = Object.keys(presets);

/** True for the name of a preset. */
export function isPreset(name: string): name is Preset {
  return Object.hasOwn(presets, name);
}

/** What a preset says of a rule. */
export function presetLevel(preset: Preset, rule: Rule): RuleLevel | undefined {
  return presets[preset](rule);
}
