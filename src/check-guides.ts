import type { RuleLevel, RuleSetting, RuleSettings } from './config/rule-settings.ts';
import type { Guide, Locale, Problem, Severity } from './model.ts';
import { type Finding, problemOf, type Rule } from './rules/rule.ts';

export interface CheckOptions {
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
  readonly locale: Locale;
  /** The guides to look at, where the others are only there for the rules that look at all; without it, all. */
  readonly wanted?: ReadonlySet<Guide>;
  /** Keeps what rules find in a guide alone: a guide that was looked at before is not looked at again. */
  readonly known?: WeakMap<Guide, readonly Problem[]>;
}

/** Runs the rules over all guides; the problems of each are sorted by line, column and rule. */
export function checkGuides(guides: readonly Guide[], options: CheckOptions): Map<Guide, Problem[]> {
  const looked = options.wanted ? guides.filter((guide) => options.wanted?.has(guide)) : guides;
  const problems = new Map<Guide, Problem[]>(looked.map((guide) => [guide, [...(options.known?.get(guide) ?? [])]]));
  const settings = new Map(looked.map((guide) => [guide, options.settings.settingsFor(guide.document.source.path)]));
  const activeFor = (rule: Rule) =>
    looked.flatMap((guide): [Guide, RuleSetting][] => {
      const setting = settings.get(guide)?.get(rule.id);
      return setting && setting.severity !== 'off' ? [[guide, setting]] : [];
    });
  const adderFor = (rule: Rule) => (guide: Guide, finding: Finding, setting: RuleSetting) => {
    const problem = problemOf(finding, rule, guide);
    problems.get(guide)?.push({ ...problem, severity: severityOf(setting.severity, problem.severity) });
  };
  for (const rule of options.rules) {
    const add = adderFor(rule);
    for (const [guide, setting] of activeFor(rule)) {
      // In an empty file all else is missing as well; to say so would help nobody.
      if (options.known?.has(guide) || (isEmpty(guide) && rule.id !== 'file-not-empty')) continue;
      for (const finding of rule.check(guide, options.locale, setting.options)) add(guide, finding, setting);
    }
  }
  for (const [guide, found] of problems) options.known?.set(guide, [...found]);
  for (const rule of options.rules) {
    const add = adderFor(rule);
    // All guides are known to the rule, also those it says nothing of: another guide may refer to them.
    for (const [ruleOptions, settingOf] of byOptions(activeFor(rule))) {
      for (const [guide, finding] of rule.checkAll(guides, options.locale, ruleOptions)) {
        const setting = settingOf.get(guide);
        if (setting) add(guide, finding, setting);
      }
    }
  }
  const known = new Set(options.rules.map(({ id }) => id));
  const alone = options.rules.filter(({ needsOthers }) => !needsOthers).map(({ id }) => id);
  for (const rule of options.rules) {
    for (const [guide, setting] of activeFor(rule)) {
      const found = problems.get(guide) ?? [];
      const on = new Set(alone.filter((id) => settings.get(guide)?.get(id)?.severity !== 'off'));
      const findings = [...rule.checkLast({ guide, problems: found, known, on }, options.locale, setting.options)];
      for (const finding of findings) adderFor(rule)(guide, finding, setting);
    }
  }
  for (const found of problems.values()) found.sort(inOrder);
  return problems;
}

/** The guides for which a rule has the same options, by these options. */
function byOptions(active: readonly [Guide, RuleSetting][]): Iterable<[unknown, Map<Guide, RuleSetting>]> {
  const groups = new Map<string | undefined, [unknown, Map<Guide, RuleSetting>]>();
  for (const [guide, setting] of active) {
    const key = JSON.stringify(setting.options);
    const group = groups.get(key) ?? [setting.options, new Map()];
    group[1].set(guide, setting);
    groups.set(key, group);
  }
  return groups.values();
}

function severityOf(level: RuleLevel | undefined, own: Severity): Severity {
  if (level === undefined || level === 'off') return own;
  return level === 'warn' ? 'warning' : 'error';
}

function isEmpty(guide: Guide): boolean {
  return guide.document.faults.some(({ code }) => code === 'empty-file');
}

/** By place, then rule, then message. */
export function inOrder(a: Problem, b: Problem): number {
  return (
    a.range.start.offset - b.range.start.offset ||
    a.range.end.offset - b.range.end.offset ||
    (a.rule < b.rule ? -1 : Number(a.rule > b.rule)) ||
    (a.message < b.message ? -1 : Number(a.message > b.message))
  );
}
