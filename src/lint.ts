import { applyBaseline, type BaselineOptions } from './baseline/apply-baseline.ts';
import { folderWishes } from './check-guides.ts';
import type { RuleSettings } from './config/rule-settings.ts';
import { listRuleFiles } from './find/list-rule-files.ts';
import type { UnreadableFile } from './find/read-source.ts';
import { type DroppedFix, type FixResult, fixGuides } from './fix/fix-guides.ts';
import { type Change, saveFixes } from './fix/save-fixes.ts';
import { type CheckGuides, guideChecker } from './guide-checker.ts';
import type { Host } from './host.ts';
import { type LoadOptions, loadGuides } from './load-guides.ts';
import { messagesFor } from './locale/messages.ts';
import type { FileReport, Guide, Locale, Problem } from './model.ts';
import { fileReadable } from './rules/file-readable.ts';
import { rules } from './rules/index.ts';

export interface LintOptions extends LoadOptions {
  /** Errors only. */
  readonly quiet: boolean;
  /** Makes fixes, those that may change the meaning too where `unsafe`; only with `save` the files change. */
  readonly fix?: { readonly unsafe: boolean; readonly save: boolean };
  readonly baseline?: BaselineOptions;
}

export interface LintResult {
  /** One for each file that was looked at, by path. */
  readonly files: readonly FileReport[];
  readonly guides: ReadonlyMap<Guide, readonly Problem[]>;
  readonly unreadable: readonly UnreadableFile[];
  readonly changes: readonly Change[];
  readonly dropped: readonly DroppedFix[];
  /** The files whose fixes were not saved: somebody else wrote to them. */
  readonly unsaved: ReadonlySet<string>;
  /** Entries of the baseline that are no longer needed. */
  readonly obsolete: number;
  /** What the rules found in each guide without looking at others, suppressed or not. */
  readonly alone: ReadonlyMap<Guide, readonly Problem[]>;
}

/** Rules whose problems depend on more than the one guide. */
export const rulesThatNeedOthers = new Set(rules.filter((rule) => rule.needsOthers).map(({ id }) => id));

type Problems = ReadonlyMap<Guide, readonly Problem[]>;

/** find → read → parse → bind → check → fix. */
export async function lint(options: LintOptions, host: Host): Promise<LintResult> {
  const loaded = await loadGuides(options, host);
  const isLookedAt = (path: string): boolean => options.changes?.has(path) ?? true;
  const guides = loaded.guides.filter(({ document }) => isLookedAt(document.source.path));
  const unreadable = loaded.unreadable.filter(({ path }) => isLookedAt(path));
  const known = options.memory?.known ?? new WeakMap<Guide, readonly Problem[]>();
  const paths = loaded.guides.map(({ document }) => document.source.path);
  const inFolders = await listRuleFiles(folderWishes({ rules, settings: options.config }, paths), host);
  const check = checkAmong(
    loaded.guides.filter((guide) => !isLookedAt(guide.document.source.path)),
    guideChecker(options.config, options.locale, { known, isPart: options.shard !== undefined, files: inFolders }),
  );
  const fixes = options.fix && fixGuides(guides, { unsafe: options.fix.unsafe, check, bind: loaded.bind });
  const changes = fixes ? changesOf(guides, fixes) : [];
  const unsaved = options.fix?.save ? await saveFixes(changes, options.locale, host) : new Set<string>();
  const problems = fixes ? withoutUnsaved(guides, fixes, unsaved, check) : check(guides);
  const fixed = (path: string): number => (unsaved.has(path) ? 0 : (fixes?.fixed.get(path) ?? 0));
  const reported = { ...options, settings: options.config };
  const { files, obsolete } = await reportProblems(problems, { unreadable, fixed }, reported, host);
  const alone = new Map([...problems.keys()].map((guide) => [guide, known.get(guide) ?? []]));
  return { files, guides: problems, unreadable, changes, dropped: fixes?.dropped ?? [], unsaved, obsolete, alone };
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
  const files = [
    ...[...(baseline?.left ?? problems)].map(([guide, found]) => reportOf(guide, found, options, counts)),
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
  unsaved: ReadonlySet<string>,
  check: CheckGuides,
): Problems {
  if (unsaved.size === 0) return problems;
  const kept = [...problems.keys()];
  return check(
    guides.map((guide, index) => (unsaved.has(guide.document.source.path) ? guide : (kept[index] ?? guide))),
  );
}

function reportOf(
  guide: Guide,
  problems: readonly Problem[],
  { quiet, changes }: ReportedOptions,
  counts: (path: string) => { fixed: number; known: number },
): FileReport {
  const { path, text } = guide.document.source;
  const { fixed, known } = counts(path);
  return {
    path,
    text,
    ...(guide.fit.isGood && { type: guide.type.name }),
    problems: problems.filter(
      (problem) => !(quiet && problem.severity !== 'error') && (changes?.concerns(problem) ?? true),
    ),
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
