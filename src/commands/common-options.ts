import { InvalidArgumentError } from 'commander';
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import type { RuleLevel } from '../config/rule-settings.ts';
import { UserError } from '../errors.ts';
import type { Host } from '../host.ts';
import { chooseLocale, messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
import { rules } from '../rules/index.ts';

/** Flags that every command has. */
export interface CommonFlags {
  readonly locale?: Locale;
  readonly color?: boolean;
}

/** Flags of the commands that check guides. */
export interface ConfigFlags extends CommonFlags {
  readonly config?: string;
  readonly rule?: readonly string[];
}

/** The config of a run with `--rule` on top, and the language: that of the flag, the config or the environment. */
export async function configOf(flags: ConfigFlags, host: Host): Promise<{ config: Config; locale: Locale }> {
  const locale = localeOf(flags, host);
  const file = flags.config === undefined ? {} : { file: flags.config };
  const config = await loadConfig({ ...file, flags: ruleLevels(flags.rule ?? [], locale), rules, locale }, host);
  return { config, locale: flags.locale ?? config.locale ?? locale };
}

/** The language of a command that reads no config. */
export function localeOf(flags: CommonFlags, host: Host): Locale {
  return chooseLocale(flags.locale, host.env);
}

/** Whether to colour a stream: `--color`, `NO_COLOR`, `FORCE_COLOR`, else only on a terminal. */
export function useColor(flags: CommonFlags, host: Host): boolean {
  if (flags.color !== undefined) return flags.color;
  const { NO_COLOR, FORCE_COLOR, TERM } = host.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return host.stdout.isTTY && TERM !== 'dumb';
}

/** Commander's parser of a flag that may be repeated. */
export function collect(value: string, previous: readonly string[] | undefined): string[] {
  return [...(previous ?? []), value];
}

/** Commander's parser of a count. */
export function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It takes a whole number from 0 on.');
  return Number(value);
}

/** Picks a format by name; an unknown one is a `UserError` that names the nearest. */
export function formatNamed<Format>(name: string, formats: Readonly<Record<string, Format>>, locale: Locale): Format {
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (format) return format;
  const names = Object.keys(formats);
  const nearest = nearestName(name, names);
  throw new UserError(messagesFor(locale).unknownFormat({ name, names, ...(nearest && { nearest }) }));
}

/** Reads `--rule id=off|warn|error`. */
export function ruleLevels(settings: readonly string[], locale: Locale): Map<string, RuleLevel> {
  const messages = messagesFor(locale);
  return new Map(
    settings.map((setting) => {
      const [, id = '', value = ''] = /^([^=]*)=(.*)$/.exec(setting) ?? [];
      if (value !== 'off' && value !== 'warn' && value !== 'error')
        throw new UserError(messages.invalidRuleSetting({ setting }));
      if (!rules.some((rule) => rule.id === id)) {
        const nearest = nearestName(
          id,
          rules.map((rule) => rule.id),
        );
        throw new UserError(messages.unknownRule({ id, ...(nearest && { nearest }) }));
      }
      return [id, value] as const;
    }),
  );
}
