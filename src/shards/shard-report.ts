import type { RuleSetting, RuleSettings } from '../config/rule-settings.ts';
import type { UnreadableFile } from '../find/read-source.ts';
import type { Locale, Problem, SchemaNode, SourceFile, TypeFit } from '../model.ts';
import type { ReportedGuide } from '../reported-guide.ts';
import type { Verdict } from '../verdict.ts';
import { version } from '../version.ts';
import type { Shard } from './shard.ts';

/** What a run over one part found, with all that the parts need to be joined: neither config nor guides are read again. */
export interface ShardReport {
  /** The version that wrote it; another one may gather other facts. */
  readonly guidepost: string;
  readonly shard: Shard;
  readonly locale: Locale;
  /** The baseline of the config or the call, from the working folder. */
  readonly baseline?: string;
  readonly types: readonly { readonly name: string; readonly schema: SchemaNode }[];
  /** The different ways in which rules are taken: by rule id. */
  readonly settings: readonly (readonly (readonly [id: string, RuleSetting])[])[];
  readonly guides: readonly ShardGuide[];
  readonly unreadable: readonly UnreadableFile[];
}

/** A guide of a part; `type` and `settings` count into the report's lists. */
export interface ShardGuide extends SourceFile {
  readonly type: number;
  readonly fit: TypeFit;
  readonly settings: number;
  /** What the rules found in it alone, suppressed or not. */
  readonly problems: readonly Problem[];
  /** What the rules that look at all guides have gathered from it, by rule id. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface ShardReportOptions {
  readonly shard: Shard;
  readonly locale: Locale;
  readonly baseline?: string;
  readonly settings: RuleSettings;
  readonly unreadable: readonly UnreadableFile[];
}

/** The report of one part, from what was found in each guide alone. */
export function shardReport(
  verdicts: ReadonlyMap<ReportedGuide, Verdict>,
  { settings, ...options }: ShardReportOptions,
): ShardReport {
  const types = new Numbered<ShardReport['types'][number]>();
  const ways = new Numbered<ShardReport['settings'][number]>();
  const listed = [...verdicts].map(([guide, { alone, facts }]): ShardGuide => {
    const { path, text, bom } = guide.document.source;
    return {
      path,
      text,
      bom,
      type: types.numberOf({ name: guide.type.name, schema: guide.type.schema }),
      fit: guide.fit,
      settings: ways.numberOf([...settings.settingsFor(path)]),
      problems: alone,
      facts,
    };
  });
  return { guidepost: version, ...options, types: types.values, settings: ways.values, guides: listed };
}

/** Different values in the order in which they came up. */
class Numbered<Value> {
  readonly #numbers = new Map<string, number>();
  readonly values: Value[] = [];

  numberOf(value: Value): number {
    const key = JSON.stringify(value);
    const number = this.#numbers.get(key) ?? this.values.push(value) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
