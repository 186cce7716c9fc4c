import type { IgnorePatterns } from '../find/ignore-rules.ts';
import type { Locale } from '../model.ts';
import type { RuleSettings } from './rule-settings.ts';

/** What a run is told by its config files and `--rule`; without a config all but the rules is empty. */
export interface Config extends RuleSettings {
  /** The config file as people read it. */
  readonly path?: string;
  readonly locale?: Locale;
  /** Absolute path. */
  readonly baseline?: string;
  /** What to check when no path is given; the patterns count from the folder. */
  readonly files?: { readonly folder: string; readonly patterns: readonly string[] };
  readonly ignore: readonly IgnorePatterns[];
  readonly types: readonly ConfiguredType[];
  /** The last type whose globs match a file; `path` is relative to the working folder. */
  typeFor(path: string): ConfiguredType | undefined;
}

/** An entry of `types`. */
export interface ConfiguredType {
  /** Absolute path of a schema file, or the name of a shipped type. */
  readonly schema: string;
  readonly isFile: boolean;
  /** Where the entry stands: `guidepost.config.json:4:16`. */
  readonly origin: string;
}

/** A config file's value once it is known to be valid. */
export interface ConfigValue {
  readonly extends?: string | readonly string[];
  readonly types?: readonly { readonly schema: string; readonly files?: readonly string[] }[];
  readonly files?: readonly string[];
  readonly ignore?: readonly string[];
  readonly rules?: Readonly<Record<string, RuleValue>>;
  readonly overrides?: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, RuleValue>>;
  }[];
  readonly locale?: Locale;
  readonly baseline?: string;
}

/** A rule's setting as written. */
export type RuleValue = Level | readonly [Level] | readonly [Level, unknown];

type Level = 'off' | 'warn' | 'error';
