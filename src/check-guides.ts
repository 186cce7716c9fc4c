import { type Bug, bugOf } from './bug.ts';
import type { RuleLevel, RuleSetting, RuleSettings } from './config/rule-settings.ts';
import type { FolderWish } from './find/list-rule-files.ts';
import type { Guide, Locale, ParseFault, Problem, Severity } from './model.ts';
import type { ReportedGuide } from './reported-guide.ts';
import { type Finding, type GuideMark, problemOf, type Rule } from './rules/rule.ts';
import { noStopwatch } from './stopwatch.ts';
import { findSuppressions, type Suppression } from './suppress/find-suppressions.ts';

export interface RuleOptions {
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
  readonly locale: Locale;
  /** The files in the folders that rules ask for; without it, such rules say nothing. */
  readonly files?: ReadonlySet<string> | undefined;
  /** Hears of a rule that fails, whose findings are then missing; without it, the failure ends the run. */
  onBug?(bug: Bug): void;
  /** Learns what each rule takes. */
  readonly stopwatch?: Pick<typeof noStopwatch, 'timeRule'>;
}

export interface CheckOptions extends RuleOptions {
  /** The guides to look at, where the others are only there for the rules that look at all; without it, all. */
  readonly wanted?: ReadonlySet<Guide>;
  /** Keeps what rules find in a guide alone: a guide that was looked at before is not looked at again. */
  readonly known?: WeakMap<Guide, readonly Problem[]>;
}

/** One of the guides that rules look at together. */
export interface Member {
  readonly guide: GuideMark;
  /** Where its problems go; a guide without is only there because others may refer to it. */
  readonly problems?: Problem[];
  /** What a rule has gathered from it. */
  factFor(rule: Rule): unknown;
}

/** Runs the rules over all guides; the problems of each are sorted by line, column and rule. */
export function checkGuides(guides: readonly Guide[], options: CheckOptions): Map<Guide, Problem[]> {
  const { known, wanted } = options;
  const problems = new Map<Guide, Problem[]>();
  for (const guide of guides) {
    if (wanted && !wanted.has(guide)) continue;
    const found = known?.get(guide) ?? checkAlone(guide, options);
    known?.set(guide, found);
    problems.set(guide, [...found]);
  }
  const members = guides.map((guide): Member => {
    const found = problems.get(guide);
    return { guide, factFor: (rule) => rule.gather(guide), ...(found && { problems: found }) };
  });
  checkTogether(members, options);
  for (const [guide, found] of problems) {
    checkLast(guide, findSuppressions(guide.document), found, options);
    found.sort(inOrder);
  }
  return problems;
}

/** What the rules find in a guide without looking at others. */
export function checkAlone(guide: Guide, options: RuleOptions): Problem[] {
  const { rules, settings, locale, files } = options;
  const levels = settings.settingsFor(guide.document.source.path);
  // In a file that is empty, or is not read, all else is missing as well; to say so would help nobody.
  const [only] = guide.document.faults.flatMap(({ code }) => soleRules[code] ?? []);
  const looking = only === undefined ? rules : rules.filter(({ id }) => id === only);
  const problems: Problem[] = [];
  for (const rule of looking) {
    const setting = active(rule, levels);
    if (!setting) continue;
    const check = () => problemsOf(rule.check(guide, locale, setting.options, files), rule, setting, guide);
    const found = findingsOf(check, { path: guide.document.source.path, rule }, options);
    for (const problem of found) problems.push(problem);
  }
  return problems;
}

/** Adds to the members' problems what the rules find by looking at all of them. */
export function checkTogether(members: readonly Member[], options: RuleOptions): void {
  const { rules, settings } = options;
  const looking = members.map((member) => ({
    ...member,
    levels: settings.settingsFor(member.guide.document.source.path),
  }));
  for (const rule of rules) {
    if (!rule.needsOthers) continue;
    const of = new Map<GuideMark, { readonly setting: RuleSetting; readonly problems: Problem[] }>();
    for (const { guide, problems, levels } of looking) {
      const setting = active(rule, levels);
      if (setting && problems) of.set(guide, { setting, problems });
    }
    if (of.size === 0) continue;
    // All guides are known to the rule, also those it says nothing of: another guide may refer to them.
    const gathered = members.map((member) => ({ guide: member.guide, fact: member.factFor(rule) }));
    for (const [ruleOptions, marks] of byOptions([...of].map(([guide, { setting }]) => [guide, setting]))) {
      const check = () => [...rule.checkGathered(gathered, options.locale, ruleOptions, options.files)];
      for (const [guide, finding] of findingsOf(check, { path: '', rule }, options)) {
        const member = marks.has(guide) ? of.get(guide) : undefined;
        member?.problems.push(...problemsOf([finding], rule, member.setting, guide));
      }
    }
  }
}

/** Adds to a guide's problems what the rules find by looking at those that are there, and at its suppression comments. */
export function checkLast(
  guide: ReportedGuide,
  suppressions: readonly Suppression[],
  problems: Problem[],
  options: RuleOptions,
): void {
  if (suppressions.length === 0) return;
  const { rules, settings, locale } = options;
  const { source } = guide.document;
  const levels = settings.settingsFor(source.path);
  const known = new Set(rules.map(({ id }) => id));
  const alone = rules.filter(({ id, needsOthers }) => !needsOthers && levels.get(id)?.severity !== 'off');
  const on = new Set(alone.map(({ id }) => id));
  for (const rule of rules) {
    const setting = active(rule, levels);
    if (!setting) continue;
    const check = () => [...rule.checkLast({ source, suppressions, problems, known, on }, locale, setting.options)];
    const findings = findingsOf(check, { path: source.path, rule }, options);
    problems.push(...problemsOf(findings, rule, setting, guide));
  }
}

/** What a rule finds; nothing where it fails and somebody hears of that. */
function findingsOf<Found>(
  check: () => Found[],
  { path, rule }: { readonly path: string; readonly rule: Rule },
  { onBug, stopwatch = noStopwatch }: RuleOptions,
): Found[] {
  try {
    return stopwatch.timeRule(rule.id, check);
  } catch (error) {
    if (!onBug) throw error;
    onBug(bugOf(error, { path, stage: 'check', rule: rule.id }));
    return [];
  }
}

function active(rule: Rule, levels: ReadonlyMap<string, RuleSetting>): RuleSetting | undefined {
  const setting = levels.get(rule.id);
  return setting?.severity === 'off' ? undefined : setting;
}

function problemsOf(findings: Iterable<Finding>, rule: Rule, setting: RuleSetting, guide: GuideMark): Problem[] {
  return [...findings].map((finding) => asSet(problemOf(finding, rule, guide), setting));
}

function asSet(problem: Problem, { severity }: RuleSetting): Problem {
  return severity === undefined ? problem : { ...problem, severity: severityOf(severity, problem.severity) };
}

/** The guides for which a rule has the same options, by these options. */
function byOptions(
  settings: Iterable<readonly [GuideMark, RuleSetting]>,
): Iterable<readonly [unknown, ReadonlySet<GuideMark>]> {
  const groups = new Map<string | undefined, readonly [unknown, Set<GuideMark>]>();
  for (const [guide, { options }] of settings) {
    const key = JSON.stringify(options);
    const group = groups.get(key) ?? [options, new Set<GuideMark>()];
    group[1].add(guide);
    groups.set(key, group);
  }
  return groups.values();
}

function severityOf(level: RuleLevel | undefined, own: Severity): Severity {
  if (level === undefined || level === 'off') return own;
  return level === 'warn' ? 'warning' : 'error';
}

/** The rules that tell of a fault beside which nothing else is worth telling. */
const soleRules: Partial<Record<ParseFault['code'], string>> = {
  'empty-file': 'file-not-empty',
  'too-deep': 'guide-not-too-complex',
  'too-complex': 'guide-not-too-complex',
};

/** By place, then rule, then message. */
export function inOrder(a: Problem, b: Problem): number {
  return (
    a.range.start.offset - b.range.start.offset ||
    a.range.end.offset - b.range.end.offset ||
    (a.rule < b.rule ? -1 : Number(a.rule > b.rule)) ||
    (a.message < b.message ? -1 : Number(a.message > b.message))
  );
}

/** The folders that rules ask for, with the guides at these paths that they look at. */
export function folderWishes(
  { rules, settings }: Pick<RuleOptions, 'rules' | 'settings'>,
  paths: readonly string[],
): FolderWish[] {
  return rules.flatMap((rule) => {
    if (!rule.folders) return [];
    return paths.flatMap((path) => {
      const setting = active(rule, settings.settingsFor(path));
      return setting ? [{ folders: rule.folders?.(setting.options) ?? [], guides: [path] }] : [];
    });
  });
}
