import { InvalidArgumentError } from 'commander';
import type { RuleSetting } from '../check-guides.ts';
import { UserError } from '../errors.ts';
import type { Host } from '../host.ts';
import { chooseLocale, messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { rules } from '../rules/index.ts';
import { nearestName } from '../rules/nearest-name.ts';

/** Flags that every command has. */
export interface CommonFlags {
  readonly locale?: Locale;
  readonly color?: boolean;
}

/** The language of a run. */
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
export function ruleSettings(settings: readonly string[], locale: Locale): Map<string, RuleSetting> {
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
