import type { PathFault } from '../config/path-fault.ts';
import { spelled } from '../spelled.ts';

/** What is said of configs, in English. */
export const configEn = {
  twoConfigs: (p: { first: string; second: string }) =>
    `There are two configs in one folder, "${p.first}" and "${p.second}"; keep one of them.`,
  unreadableConfig: (p: { path: string; reason: string }) => `The config "${p.path}" cannot be read: ${p.reason}.`,
  unreadableGuide: (p: { path: string; reason: string }) => `"${p.path}" cannot be read: ${p.reason}.`,
  packageWithoutConfig: (p: { path: string }) =>
    `"${p.path}" holds no config; write one under the key "guidepost", or name another file with --config.`,
  configBroken: (p: { reason: string }) => `${p.reason}.`,
  configKeyTwice: (p: { key: string }) => `The key "${p.key}" is there twice; remove one of them.`,
  unknownConfigKey: (p: { key: string; keys: readonly string[]; nearest?: string }) =>
    `There is no key "${p.key}" here; ${p.nearest ? `did you mean "${p.nearest}"?` : `known are ${p.keys.join(', ')}.`}`,
  configKeyMissing: (p: { key: string; name: string }) => `The key "${p.key}" is missing in ${p.name || 'the config'}.`,
  wrongConfigType: (p: { name: string; wanted: readonly string[]; written: unknown }) =>
    `${p.name || 'The config'} takes ${p.wanted.map((type) => typeNames[type] ?? type).join(' or ')}, not ${shown(p.written)}.`,
  notAChoice: (p: { name: string; written: unknown; choices: readonly string[]; nearest?: string }) =>
    `${p.name} cannot be ${shown(p.written)}; ${p.nearest ? `did you mean "${p.nearest}"?` : `choose ${alternatives(p.choices)}.`}`,
  configEmpty: (p: { name: string }) => `${p.name} is empty; fill it in, or remove it.`,
  configValueRefused: (p: { name: string; keyword: string; limit: unknown; written: unknown }) =>
    `${p.name} cannot be ${shown(p.written)} (${p.keyword}: ${JSON.stringify(p.limit)}).`,
  ruleWithoutOptions: (p: { id: string }) => `The rule "${p.id}" has no options; write only off, warn or error.`,
  pathRefused: (p: { path: string; fault: PathFault }) =>
    `"${p.path}" ${pathFaults[p.fault]}; write a path inside the project, counted from the folder of the config.`,
  ruleFolderRefused: (p: { path: string; fault: PathFault }) =>
    `"${p.path}" ${pathFaults[p.fault]}; write a folder inside the project, counted from the working folder.`,
  leadsOutside: (p: { path: string }) =>
    `"${p.path}" stands in the project, but a link leads from it to a place outside, where nothing is read or written; put the file itself there, or name its true place.`,
  negatedFile: (p: { glob: string }) =>
    `"${p.glob}" takes files away, which "files" cannot; list them under "ignore" instead.`,
  noSuchConfigFile: (p: { path: string }) =>
    `There is no file "${p.path}", counted from the folder of the config; check the spelling.`,
  unknownPreset: (p: { name: string; names: readonly string[]; nearest?: string }) =>
    `There is no "${p.name}"; ${p.nearest ? `did you mean "${p.nearest}"?` : `choose ${alternatives(p.names)}.`}`,
  extendsItself: (p: { circle: readonly string[] }) =>
    `This config extends itself: ${p.circle.join(' → ')}; remove one of these steps.`,
  unknownConfigType: (p: { origin: string; name: string; names: readonly string[]; nearest?: string }) =>
    `${p.origin}: There is no guide type "${p.name}"; ${p.nearest ? `did you mean "${p.nearest}"?` : `known are ${p.names.join(', ')}, or give the path of a schema file.`}`,
};

/** The types of JSON. */
export const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'an object',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
};

const pathFaults: Readonly<Record<PathFault, string>> = {
  absolute: 'is an absolute path',
  url: 'is an address',
  outside: 'leaves the project',
  link: 'is a link that leaves the project',
};

function alternatives(choices: readonly string[]): string {
  return choices.length < 2 ? choices.join() : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? JSON.stringify(value) : spelled(value);
}
