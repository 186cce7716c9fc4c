import { basename, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { displayPath } from '../find/find-guides.ts';
import type { Validate } from '../guide-types/compile-validator.ts';
import type { Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import type { JsonPointer, Locale } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
import type { Rule } from '../rules/rule.ts';
import type { Config, ConfigValue } from './config.ts';
import { type ConfigFile, type ConfigMistake, readConfigFile } from './config-file.ts';
import { configMistakes, loadConfigValidator } from './config-mistakes.ts';
import { findConfig, projectFolderOf } from './find-config.ts';
import { pathMistakes, projectFault } from './path-mistakes.ts';
import { isPreset, presetNames } from './presets.ts';
import { type ConfigLayer, resolveConfig } from './resolve-config.ts';
import type { RuleLevel } from './rule-settings.ts';

export interface LoadConfigOptions {
  /** The file that `--config` names; without it the nearest one is taken, if there is any. */
  readonly file?: string;
  /** What `--rule` says; it wins over all files. */
  readonly flags: ReadonlyMap<string, RuleLevel>;
  readonly rules: readonly Rule[];
  readonly locale: Locale;
}

/** Finds and reads the config with all it extends. Whatever is wrong with it is a `UserError` that lists every mistake. */
export async function loadConfig(options: LoadConfigOptions, host: Host): Promise<Config> {
  const messages = messagesFor(options.locale);
  const path = options.file === undefined ? await findConfig(host, messages) : resolve(host.cwd, options.file);
  if (path === undefined) return resolveConfig([], options, host);
  const reader = new LayerReader(options, await loadConfigValidator(host), host);
  const layers = await reader.read(path);
  return resolveConfig(layers, { ...options, path: displayPath(path, host) }, host);
}

/** Reads a config after those that it extends. */
class LayerReader {
  readonly #options: LoadConfigOptions;
  readonly #validate: Validate;
  readonly #host: Host;
  #projectFolder: string | undefined;

  constructor(options: LoadConfigOptions, validate: Validate, host: Host) {
    this.#options = options;
    this.#validate = validate;
    this.#host = host;
  }

  /** The layers of one file, those it extends first; `chain` are the files on the way to it. */
  async read(path: string, chain: readonly string[] = []): Promise<ConfigLayer[]> {
    const messages = messagesFor(this.#options.locale);
    const file = await readConfigFile(path, this.#host, messages);
    if (chain.length === 0 && file.value === undefined && !file.syntaxFault && basename(path) === 'package.json')
      throw new UserError(messages.packageWithoutConfig({ path: displayPath(path, this.#host) }));
    this.#projectFolder ??= await projectFolderOf(file.folder, this.#host);
    const { rules } = this.#options;
    refuse(file, configMistakes(file, { validate: this.#validate, rules, messages }));
    // The schema has just been checked.
    const value = (file.value ?? {}) as ConfigValue;
    const context = { projectFolder: this.#projectFolder, rules, messages, host: this.#host };
    refuse(file, await pathMistakes(file, value, context));
    const layers: ConfigLayer[] = [];
    for (const [pointer, name] of extendsOf(value)) {
      const origin = file.placeOf(file.rangeAt(pointer, 'value').start);
      if (isPreset(name)) layers.push({ preset: name, origin });
      else layers.push(...(await this.#extended(file, pointer, name, [...chain, path])));
    }
    return [...layers, { file, value }];
  }

  async #extended(file: ConfigFile, pointer: JsonPointer, name: string, chain: string[]): Promise<ConfigLayer[]> {
    const messages = messagesFor(this.#options.locale);
    const path = resolve(file.folder, name);
    const stop = (message: string) => refuse(file, [{ offset: file.rangeAt(pointer, 'value').start, message }]);
    if (name.startsWith('guidepost:')) {
      const nearest = nearestName(name, presetNames);
      stop(messages.unknownPreset({ name, names: presetNames, ...(nearest && { nearest }) }));
    }
    const fault = await projectFault(name, file.folder, this.#projectFolder ?? file.folder, this.#host);
    if (fault) stop(messages.pathRefused({ path: name, fault }));
    if (chain.includes(path)) {
      const circle = [...chain.slice(chain.indexOf(path)), path].map((step) => displayPath(step, this.#host));
      stop(messages.extendsItself({ circle }));
    }
    if (!(await this.#host.files.exists(path))) stop(messages.noSuchConfigFile({ path: name }));
    return this.read(path, chain);
  }
}

function extendsOf(value: ConfigValue): [JsonPointer, string][] {
  if (typeof value.extends === 'string') return [['/extends', value.extends]];
  return (value.extends ?? []).map((name, index) => [`/extends/${index}`, name]);
}

/** Ends the run when there are mistakes, and says all of them, a line each, in the order of the file. */
function refuse(file: ConfigFile, mistakes: readonly ConfigMistake[]): void {
  if (mistakes.length === 0) return;
  const lines = mistakes
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, message }) => `${file.placeOf(offset)}: ${message}`);
  throw new UserError([...new Set(lines)]);
}
