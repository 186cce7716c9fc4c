import { createHash } from 'node:crypto';
import type { Config } from '../config/config.ts';
import type { RuleSetting } from '../config/rule-settings.ts';
import { digestOf } from '../find/source-digest.ts';
import type { GuideType } from '../guide-types/guide-type.ts';
import { buildId } from '../host/build-id.ts';
import type { Locale, SourceFile } from '../model.ts';

/** All that a verdict depends on besides the file itself. */
export interface RunFacts {
  readonly config: Config;
  readonly locale: Locale;
  readonly types: readonly GuideType[];
  /** The type that all guides were told to have. */
  readonly type?: string | undefined;
  readonly parser?: string | undefined;
  /** The files in the folders that rules ask for. */
  readonly files?: ReadonlySet<string> | undefined;
}

/** Returns a key for a file: it changes when anything changes that its verdict depends on. */
export function verdictKeys(facts: RunFacts): (source: SourceFile) => string {
  const { config, locale, types, type, files, parser } = facts;
  const run = digest(
    JSON.stringify([
      buildId(),
      locale,
      types.map(({ name, schema }) => [name, schema]),
      type ?? null,
      parser ?? null,
      files ? [...files].sort() : null,
    ]),
  );
  const known = new Map<ReadonlyMap<string, RuleSetting>, string>();
  const settingsKey = (path: string): string => {
    const settings = config.settingsFor(path);
    const key =
      known.get(settings) ??
      digest(JSON.stringify([...settings].map(([id, { severity, options }]) => [id, severity, options])));
    known.set(settings, key);
    return key;
  };
  return (source) => {
    const { path } = source;
    const entry = config.typeFor(path);
    const place = entry ? config.types.indexOf(entry) : -1;
    // The path holds no line break that could be taken for the next part: it is written as JSON.
    const head = `${run}\n${settingsKey(path)}\n${place}\n${JSON.stringify(path)}\n`;
    return digest(head + digestOf(source));
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
