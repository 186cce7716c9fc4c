import { checkTogether, type Member } from '../check-guides.ts';
import type { RuleSetting, RuleSettings } from '../config/rule-settings.ts';
import { UserError } from '../errors.ts';
import type { UnreadableFile } from '../find/read-source.ts';
import { GuideType } from '../guide-types/guide-type.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Guide, Locale, Problem } from '../model.ts';
import { rules } from '../rules/index.ts';
import { findSuppressions } from '../suppress/find-suppressions.ts';
import { settle } from '../verdict.ts';
import { reviveGuide } from './revive-guide.ts';
import type { ShardReport } from './shard-report.ts';

/** What one run over all parts would have found. */
export interface MergedShards {
  readonly problems: ReadonlyMap<Guide, readonly Problem[]>;
  readonly unreadable: readonly UnreadableFile[];
  readonly settings: RuleSettings;
}

/** Joins all parts of a collection, given with the paths of their reports; one that is missing or does not fit is a `UserError`. */
export function mergeShards(reports: ReadonlyMap<string, ShardReport>, locale: Locale): MergedShards {
  expectWhole(reports, locale);
  const settingsOf = new Map<string, ReadonlyMap<string, RuleSetting>>();
  const members = [...reports].flatMap(([reportPath, report]) => {
    const foreign = new UserError(messagesFor(locale).shards.foreign({ path: reportPath }));
    const types = report.types.map(({ name, schema }) => new GuideType(name, schema));
    const ways = report.settings.map((way) => new Map(way));
    return report.guides.map(({ path, text, bom, fit, ...entry }) => {
      settingsOf.set(path, entryAt(ways, entry.settings, foreign));
      const guide = reviveGuide({ path, text, bom }, entryAt(types, entry.type, foreign), fit);
      const problems = [...entry.problems];
      return { guide, problems, factFor: (rule) => entry.facts[rule.id] } satisfies Member;
    });
  });
  members.sort((a, b) => (a.guide.document.source.path < b.guide.document.source.path ? -1 : 1));
  const settings: RuleSettings = { settingsFor: (path) => settingsOf.get(path) ?? new Map() };
  const options = { rules, settings, locale };
  checkTogether(members, options);
  return {
    problems: new Map(
      members.map(({ guide, problems }) => [guide, settle(guide, findSuppressions(guide.document), problems, options)]),
    ),
    unreadable: [...reports.values()].flatMap(({ unreadable }) => unreadable),
    settings,
  };
}

/** Each part once, all of one run: a gate that did not see a part must not be green. */
function expectWhole(reports: ReadonlyMap<string, ShardReport>, locale: Locale): void {
  const messages = messagesFor(locale).shards;
  const [[first, run] = []] = reports;
  if (first === undefined || !run) return;
  const { shard } = run;
  const paths = new Map<number, string>();
  for (const [path, report] of reports) {
    if (report.shard.of !== shard.of || report.locale !== run.locale || report.baseline !== run.baseline)
      throw new UserError(messages.otherRun({ path, first }));
    const same = paths.get(report.shard.index);
    if (same !== undefined)
      throw new UserError(messages.twice({ path, same, shard: `${report.shard.index}/${shard.of}` }));
    paths.set(report.shard.index, path);
  }
  const missing = Array.from({ length: shard.of }, (_, index) => index + 1).filter((index) => !paths.has(index));
  if (missing.length > 0)
    throw new UserError(messages.missing({ shards: missing.map((index) => `${index}/${shard.of}`) }));
}

/** An entry of a list of the report, which may count wrong. */
function entryAt<Value>(list: readonly Value[], index: number, foreign: UserError): Value {
  const value = list[index];
  if (value === undefined) throw foreign;
  return value;
}
