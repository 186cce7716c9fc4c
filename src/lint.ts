import { applyBaseline, type BaselineOptions } from './baseline/apply-baseline.ts';
import type { Bug } from './bug.ts';
import { type CheckEachOptions, checkEach } from './check-each.ts';
import { checkAlone, folderWishes, type RuleOptions } from './check-guides.ts';
import type { RuleSettings } from './config/rule-settings.ts';
import { DeadlineError, eachWithDeadline } from './deadline.ts';
import { listRuleFiles } from './find/list-rule-files.ts';
import type { UnreadableFile } from './find/read-source.ts';
import { type DroppedFix, type FixResult, fixGuides } from './fix/fix-guides.ts';
import { type Change, saveFixes } from './fix/save-fixes.ts';
import { type CheckGuides, guideChecker } from './guide-checker.ts';
import type { Host } from './host.ts';
import { type Limits, type LoadOptions, loadGuides, tooSlow } from './load-guides.ts';
import { messagesFor } from './locale/messages.ts';
import type { FileReport, Guide, Locale, Problem } from './model.ts';
import type { ReportedGuide } from './reported-guide.ts';
import { fileReadable } from './rules/file-readable.ts';
import { rules } from './rules/index.ts';
import type { Verdict } from './verdict.ts';

export interface LintOptions extends LoadOptions, Pick<CheckEachOptions, 'cache'> {
  /** Errors only. */
  readonly quiet: boolean;
  /** Makes fixes, those that may change the meaning too where `unsafe`; only with `save` the files change. */
  readonly fix?: { readonly unsafe: boolean; readonly save: boolean };
  readonly baseline?: BaselineOptions;
}

export interface LintResult {
  /** One for each file that was looked at, by path. */
  readonly files: readonly FileReport[];
  /** What was found in each guide without looking at others; nothing where guides were fixed. */
  readonly verdicts: ReadonlyMap<ReportedGuide, Verdict>;
  readonly unreadable: readonly UnreadableFile[];
  readonly changes: readonly Change[];
  readonly dropped: readonly DroppedFix[];
  /** Why the fixes of some files were not saved, by path. */
  readonly unsaved: ReadonlyMap<string, string>;
  /** Entries of the baseline that are no longer needed. */
  readonly obsolete: number;
  /** Where guidepost itself failed. */
  readonly bugs: readonly Bug[];
  /** How many guides were known from earlier runs. */
  readonly cached: number;
}

/** Rules whose problems depend on more than the one guide. */
export const rulesThatNeedOthers = new Set(rules.filter((rule) => rule.needsOthers).map(({ id }) => id));

type Problems = ReadonlyMap<ReportedGuide, readonly Problem[]>;

/** find → read → parse → bind → check; with `fix`, → fix → save. */
export async function lint(options: LintOptions, host: Host): Promise<LintResult> {
  if (options.fix) return lintAndFix(options, options.fix, host);
  const { problems, verdicts, unreadable, bugs, cached } = await checkEach(options, host);
  const reported = { ...options, settings: options.config };
  const { files, obsolete } = await reportProblems(problems, { unreadable, fixed: () => 0 }, reported, host);
  return { files, verdicts, unreadable, changes: [], dropped: [], unsaved: new Map(), obsolete, bugs, cached };
}

/** All guides stay in memory: one file's fix may be another's problem. */
async function lintAndFix(
  options: LintOptions,
  { unsafe, save }: NonNullable<LintOptions['fix']>,
  host: Host,
): Promise<LintResult> {
  const { config, locale, changes: wanted } = options;
  const loaded = await loadGuides(options, host);
  const isLookedAt = (path: string): boolean => wanted?.has(path) ?? true;
  const paths = loaded.guides.map(({ document }) => document.source.path);
  const files = await listRuleFiles(folderWishes({ rules, settings: config }, paths), host);
  const bugs = new Map<string, Bug>();
  const onBug = (bug: Bug): void => void bugs.set(`${bug.path} ${bug.rule}`, bug);
  const { known, slow } = checkAllAlone(loaded.guides, { rules, settings: config, locale, files, onBug }, options);
  const all = loaded.guides.filter((guide) => known.has(guide));
  const guides = all.filter(({ document }) => isLookedAt(document.source.path));
  const others = all.filter(({ document }) => !isLookedAt(document.source.path));
  const check = checkAmong(others, guideChecker(config, locale, { known, files, onBug }));
  const fixes = fixGuides(guides, { unsafe, check, bind: loaded.bind });
  const changes = changesOf(guides, fixes);
  const unsaved = save ? await saveFixes(changes, locale, host) : new Map<string, string>();
  const problems = withoutUnsaved(guides, fixes, unsaved, check);
  const unreadable = [...loaded.unreadable, ...slow].filter(({ path }) => isLookedAt(path));
  const fixed = (path: string): number => (unsaved.has(path) ? 0 : (fixes.fixed.get(path) ?? 0));
  const reported = { ...options, settings: config };
  const report = await reportProblems(problems, { unreadable, fixed }, reported, host);
  return {
    ...report,
    verdicts: new Map(),
    unreadable,
    changes,
    dropped: fixes.dropped,
    unsaved,
    bugs: [...bugs.values()],
    cached: 0,
  };
}

/** What rules find in each guide alone, and the guides for which that took too long. */
function checkAllAlone(guides: readonly Guide[], ruleOptions: RuleOptions, limits: Limits) {
  const known = new WeakMap<Guide, readonly Problem[]>();
  const outcomes = eachWithDeadline(guides, limits.timeout, (guide) => {
    known.set(guide, checkAlone(guide, ruleOptions));
  });
  const slow = guides.filter((_, index) => outcomes[index] instanceof DeadlineError);
  return { known, slow: slow.map(({ document }) => tooSlow(document.source.path, limits)) };
}

/** How the problems of a run are reported. */
export type ReportedOptions = Pick<LintOptions, 'quiet' | 'baseline' | 'changes' | 'locale'> & {
  readonly settings: RuleSettings;
};

/** What is reported of each file, by path: without what the baseline knows, or what is not asked for. */
export async function reportProblems(
  problems: Problems,
  { unreadable, fixed }: { readonly unreadable: readonly UnreadableFile[]; fixed(path: string): number },
  options: ReportedOptions,
  host: Host,
): Promise<Pick<LintResult, 'files' | 'obsolete'>> {
  const baseline =
    options.baseline && (await applyBaseline(problems, { ...options, ...options.baseline, rulesThatNeedOthers }, host));
  const counts = (path: string) => ({ fixed: fixed(path), known: baseline?.hidden.get(path) ?? 0 });
  const left = baseline?.left ?? problems;
  const files = [
    ...[...left.keys()].map((guide) => reportOf(guide, () => left.get(guide) ?? [], options, counts)),
    ...unreadable.map((file) => unreadableReport(file, options.locale)),
  ];
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), obsolete: baseline?.obsolete ?? 0 };
}

/** A check of some guides of a collection, the others of which are only known to it. */
function checkAmong(others: readonly Guide[], check: CheckGuides): CheckGuides {
  if (others.length === 0) return check;
  return (guides) => check([...others, ...guides].sort(byPath), new Set(guides));
}

function byPath(a: Guide, b: Guide): number {
  return a.document.source.path < b.document.source.path ? -1 : 1;
}

function changesOf(guides: readonly Guide[], { problems }: FixResult): Change[] {
  return [...problems.keys()].flatMap((fixed, index) => {
    const before = guides[index]?.document.source;
    const after = fixed.document.source;
    return before && before.text !== after.text ? [{ before, after }] : [];
  });
}

/** The report is about what stands in the files. */
function withoutUnsaved(
  guides: readonly Guide[],
  { problems }: FixResult,
  unsaved: ReadonlyMap<string, string>,
  check: CheckGuides,
): ReadonlyMap<Guide, readonly Problem[]> {
  if (unsaved.size === 0) return problems;
  const kept = [...problems.keys()];
  return check(
    guides.map((guide, index) => (unsaved.has(guide.document.source.path) ? guide : (kept[index] ?? guide))),
  );
}

/** Neither the text nor the problems of a guide need to be in memory. */
function reportOf(
  guide: ReportedGuide,
  problems: () => readonly Problem[],
  { quiet, changes }: ReportedOptions,
  counts: (path: string) => { fixed: number; known: number },
): FileReport {
  const { source } = guide.document;
  const { path } = source;
  const { fixed, known } = counts(path);
  return {
    path,
    get text() {
      return source.text;
    },
    ...(guide.fit.isGood && { type: guide.type.name }),
    get problems() {
      return problems().filter(
        (problem) => !(quiet && problem.severity !== 'error') && (changes?.concerns(problem) ?? true),
      );
    },
    ...(fixed > 0 && { fixed }),
    ...(known > 0 && { known }),
  };
}

/** What a file that gave no text is reported as. */
export function unreadableReport(file: UnreadableFile, locale: Locale): FileReport {
  const start = { line: 1, column: 1, offset: 0 };
  const message = messagesFor(locale).unreadable(file);
  return {
    path: file.path,
    problems: [
      {
        path: file.path,
        rule: fileReadable.id,
        severity: fileReadable.severity,
        message,
        range: { start, end: start },
      },
    ],
  };
}
