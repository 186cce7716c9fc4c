import { dirname, relative, resolve, sep } from 'node:path';
import type { RuleSettings } from '../config/rule-settings.ts';
import { UserError } from '../errors.ts';
import { displayPath } from '../find/find-guides.ts';
import { projectCheck } from '../find/inside-project.ts';
import { readBytes } from '../find/read-source.ts';
import type { Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale, Problem } from '../model.ts';
import type { ReportedGuide } from '../reported-guide.ts';
import { saveFile } from '../save-file.ts';
import { type Baseline, type BaselineFile, baselineText, entriesOf, hideKnown } from './baseline.ts';
import { readBaseline } from './read-baseline.ts';

export interface BaselineOptions {
  /** Absolute path of the file. */
  readonly path: string;
  /** Writes the problems of this run into it first. */
  readonly update: boolean;
}

/** What a baseline leaves of a run. */
export interface BaselineResult {
  readonly left: ReadonlyMap<ReportedGuide, readonly Problem[]>;
  /** How many problems it hides, by path. */
  readonly hidden: ReadonlyMap<string, number>;
  /** Its entries for the files of this run that found no problem. */
  readonly obsolete: number;
}

/** Hides the problems that a baseline file knows. */
export async function applyBaseline(
  problems: ReadonlyMap<ReportedGuide, readonly Problem[]>,
  options: BaselineOptions & {
    readonly settings: RuleSettings;
    /** Their problems may be missing only because a run looked at few files. */
    readonly rulesThatNeedOthers: ReadonlySet<string>;
    readonly locale: Locale;
  },
  host: Host,
): Promise<BaselineResult> {
  const files = new Map([...problems].map(([guide, found]) => [guide, fileOf(guide, found, options.path, host)]));
  const found = await load(options, host);
  let { baseline } = found;
  const isWhole = await looksAtAll(baseline, new Set([...files.values()].map(({ path }) => path)), options.path, host);
  const wasChecked = (guide: ReportedGuide) => {
    const settings = options.settings.settingsFor(guide.document.source.path);
    return (rule: string) =>
      settings.get(rule)?.severity !== 'off' && (isWhole || !options.rulesThatNeedOthers.has(rule));
  };
  if (options.update) {
    const checked = [...files].map(([guide, file]) => [file, wasChecked(guide)] as const);
    baseline = await updated(baseline, checked, dirname(options.path), host);
    await saveFile(options.path, baselineText(baseline), { locale: options.locale, expected: found.bytes }, host);
  }
  const left = new Map<ReportedGuide, readonly Problem[]>();
  const hidden = new Map<string, number>();
  let obsolete = 0;
  for (const [guide, file] of files) {
    const result = hideKnown(file, baseline, wasChecked(guide));
    left.set(guide, result.left);
    hidden.set(guide.document.source.path, result.hidden);
    obsolete += result.obsolete;
  }
  return { left, hidden, obsolete };
}

function fileOf(guide: ReportedGuide, problems: readonly Problem[], baselinePath: string, host: Host): BaselineFile {
  const { path, text } = guide.document.source;
  const fromBaseline = relative(dirname(baselinePath), resolve(host.cwd, path));
  return { path: sep === '\\' ? fromBaseline.replaceAll('\\', '/') : fromBaseline, text, problems };
}

/** The baseline, and what its file holds. */
async function load(
  { path, update, locale }: BaselineOptions & { readonly locale: Locale },
  host: Host,
): Promise<{ readonly baseline: Baseline; readonly bytes: Uint8Array | null }> {
  const messages = messagesFor(locale);
  if (!(await host.files.exists(path))) {
    if (update) return { baseline: new Map(), bytes: null };
    throw new UserError(messages.noBaseline({ path: displayPath(path, host) }));
  }
  const shown = displayPath(path, host);
  const bytes = await readBytes({ path: shown, absolutePath: path }, host);
  if ('reason' in bytes)
    throw new UserError(messages.unreadableBaseline({ path: shown, reason: messages.unreadable(bytes) }));
  return { baseline: readBaseline(new TextDecoder().decode(bytes), shown, messages), bytes };
}

/** Whether a run looked at every file of a baseline that is still there. */
async function looksAtAll(baseline: Baseline, looked: ReadonlySet<string>, path: string, host: Host): Promise<boolean> {
  const isInProject = await projectCheck(host);
  for (const file of baseline.keys()) {
    const absolutePath = resolve(dirname(path), file);
    // What is written in a baseline must not make anybody look around elsewhere.
    if (!looked.has(file) && (await isInProject(absolutePath)) && (await host.files.exists(absolutePath))) return false;
  }
  return true;
}

/** Keeps what this run could not know: files it did not look at, and rules that were off. */
async function updated(
  baseline: Baseline,
  files: readonly (readonly [BaselineFile, (rule: string) => boolean])[],
  folder: string,
  host: Host,
): Promise<Baseline> {
  const isInProject = await projectCheck(host);
  const looked = new Map(files.map(([file, wasChecked]) => [file.path, { file, wasChecked }]));
  const result = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const [path, entries] of baseline) {
    const now = looked.get(path);
    if (now) result.set(path, new Map([...entries].filter(([rule]) => !now.wasChecked(rule))));
    else if (!(await isInProject(resolve(folder, path))) || (await host.files.exists(resolve(folder, path))))
      result.set(path, entries);
  }
  for (const [path, { file }] of looked) result.set(path, joined(result.get(path), entriesOf(file)));
  return result;
}

type Entries = ReadonlyMap<string, readonly string[]>;

function joined(kept: Entries = new Map(), found: Entries): Entries {
  const rules = new Set([...kept.keys(), ...found.keys()]);
  return new Map(
    [...rules].map((rule) => [rule, [...new Set([...(kept.get(rule) ?? []), ...(found.get(rule) ?? [])])]]),
  );
}
