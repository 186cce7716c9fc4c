import { resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { UserError } from '../errors.ts';
import { displayPath } from '../find/find-guides.ts';
import { readSource } from '../find/read-source.ts';
import type { TypeChoice } from '../guide-types/decide-type.ts';
import type { Host } from '../host.ts';
import { loadTypes, type TypeOptions } from '../load-types.ts';
import { messagesFor } from '../locale/messages.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { inertJson } from '../reporters/inert-json.ts';
import { rules } from '../rules/index.ts';

/** What holds for one guide, and which layer set it, as JSON. */
export async function printConfig(
  argument: string,
  { type, config, locale }: TypeOptions & { readonly type?: string },
  host: Host,
): Promise<string> {
  const absolutePath = resolve(host.cwd, argument);
  const path = displayPath(absolutePath, host);
  const source = await readSource({ path, absolutePath }, host);
  if ('reason' in source) {
    const messages = messagesFor(locale);
    throw new UserError(messages.unreadableGuide({ path, reason: messages.unreadable(source) }));
  }
  const { typeOf } = await loadTypes({ ...(type !== undefined && { type }), config, locale }, host);
  const shown = {
    path,
    config: config.path ?? null,
    locale,
    type: typeShown(typeOf(parseDocument(source)), config, path),
    rules: Object.fromEntries(rulesShown(config, path)),
  };
  return `${inertJson(shown, 2)}\n`;
}

function typeShown({ type, fit, by }: TypeChoice, config: Config, path: string): object {
  const from = {
    flag: '--type',
    'front-matter': 'front matter',
    config: config.typeFor(path)?.origin,
    'best-match': `best match: ${fit.found} of ${fit.wanted} sections`,
  }[by];
  return { name: type.name, from, isGood: fit.isGood };
}

function* rulesShown(config: Config, path: string): Generator<[string, object]> {
  const settings = config.settingsFor(path);
  for (const rule of rules) {
    const setting = settings.get(rule.id);
    if (!setting) continue;
    const own = rule.severity === 'error' ? 'error' : 'warn';
    const options = rule.options && { options: setting.options, optionsFrom: setting.optionsFrom };
    yield [rule.id, { severity: setting.severity ?? own, severityFrom: setting.severityFrom, ...options }];
  }
}
