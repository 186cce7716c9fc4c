import { resolve } from 'node:path';
import { applyBaseline } from './baseline/apply-baseline.ts';
import { checkAlone } from './check-guides.ts';
import type { Config } from './config/config.ts';
import { loadConfig } from './config/load-config.ts';
import type { RuleLevel } from './config/rule-settings.ts';
import { DeadlineError, eachWithDeadline } from './deadline.ts';
import { sourceOf } from './find/decode-source.ts';
import { largestSource, readSource, type UnreadableFile } from './find/read-source.ts';
import { fixGuides } from './fix/fix-guides.ts';
import { type CheckGuides, guideChecker } from './guide-checker.ts';
import type { Host } from './host.ts';
import { rulesThatNeedOthers, unreadableReport } from './lint.ts';
import { defaultLimits, loadBind, tooSlow, wantedFiles } from './load-guides.ts';
import { chooseLocale } from './locale/messages.ts';
import type { Guide, Locale, Problem, SourceFile } from './model.ts';
import type { ReportedGuide } from './reported-guide.ts';
import { rules } from './rules/index.ts';

export interface CollectionOptions {
  /** Files, folders and globs; none is what the config names, else the working folder; undefined only what is added. */
  readonly paths?: readonly string[];
  readonly type?: string;
  /** The config file to use instead of the nearest one. */
  readonly config?: string;
  readonly levels?: ReadonlyMap<string, RuleLevel>;
  readonly locale?: Locale;
  /** Texts of more UTF-16 units are left alone: somebody is waiting. */
  readonly longest?: number;
}

type Bind = (source: SourceFile) => Guide;

/** What a collection knows of one file. */
type Entry = Guide | UnreadableFile | 'too-long';

/** The guides of a working folder, kept in memory: an editor's unsaved text counts instead of what the file holds. */
export class Collection {
  readonly host: Host;
  readonly locale: Locale;
  readonly config: Config;
  readonly #options: CollectionOptions;
  readonly #bind: Bind;
  readonly #check: CheckGuides;
  /** What rules found in each guide alone. */
  readonly #known = new WeakMap<Guide, readonly Problem[]>();
  readonly #saved = new Map<string, Entry>();
  readonly #drafts = new Map<string, Entry>();
  #guides: readonly Guide[] | undefined;

  private constructor(options: CollectionOptions, config: Config, locale: Locale, bind: Bind, host: Host) {
    this.host = host;
    this.locale = locale;
    this.config = config;
    this.#options = options;
    this.#bind = bind;
    this.#check = guideChecker(config, locale, { known: this.#known });
  }

  /** Reads the config and all guides; a mistake in the config is a `UserError`. */
  static async load(options: CollectionOptions, host: Host): Promise<Collection> {
    const asked = chooseLocale(options.locale, host.env);
    const config = await loadConfig(
      {
        ...(options.config !== undefined && { file: options.config }),
        flags: options.levels ?? new Map(),
        rules,
        locale: asked,
      },
      host,
    );
    const locale = options.locale ?? config.locale ?? asked;
    const bind = await loadBind({ ...(options.type !== undefined && { type: options.type }), config, locale }, host);
    const collection = new Collection(options, config, locale, bind, host);
    await collection.refresh();
    return collection;
  }

  /** All guides by path, sorted. */
  get guides(): readonly Guide[] {
    this.#guides ??= [...new Map([...this.#saved, ...this.#drafts])]
      .flatMap(([, entry]) => asGuide(entry) ?? [])
      .sort(byPath);
    return this.#guides;
  }

  /** The guide in a file; undefined where the file is none, or cannot be read. */
  guideAt(path: string): Guide | undefined {
    return asGuide(this.#entryAt(path));
  }

  /** Whether a file was left alone because of its length. */
  isTooLong(path: string): boolean {
    return this.#entryAt(path) === 'too-long';
  }

  /** Whether a file belongs to the collection as it was found on disk. */
  has(path: string): boolean {
    return this.#saved.has(path);
  }

  /** Takes a text for what the file holds, until it is dropped. */
  setDraft(path: string, text: string): void {
    const source = sourceOf(path, text);
    const size = Buffer.byteLength(text);
    const isTooLarge = size > largestSource;
    const entry = isTooLarge ? unreadable(path, size) : (this.#same(path, source) ?? this.#entryOf(source));
    this.#put(this.#drafts, path, entry);
  }

  /** What the file holds counts again. */
  dropDraft(path: string): void {
    this.#drafts.delete(path);
    this.#guides = undefined;
  }

  /** Looks for guides anew, and reads them; those that have not changed stay the same. */
  async refresh(): Promise<void> {
    const { paths } = this.#options;
    if (paths === undefined) return;
    const { config, locale } = this;
    const files = await wantedFiles({ paths, config, locale, allowEmpty: true, ...defaultLimits }, this.host);
    for (const file of files) await this.#read(file.path, file.absolutePath);
    const found = new Set(files.map(({ path }) => path));
    for (const path of this.#saved.keys()) if (!found.has(path)) this.#saved.delete(path);
    this.#guides = undefined;
  }

  async #read(path: string, absolutePath: string): Promise<void> {
    const source = await readSource({ path, absolutePath }, this.host);
    this.#put(this.#saved, path, 'reason' in source ? source : (this.#same(path, source) ?? this.#entryOf(source)));
  }

  #entryAt(path: string): Entry | undefined {
    return this.#drafts.get(path) ?? this.#saved.get(path);
  }

  #entryOf(source: SourceFile): Entry {
    if (source.text.length > (this.#options.longest ?? source.text.length)) return 'too-long';
    return inTime(source.path, () => this.#bind(source));
  }

  /** A guide that takes too long to check is left alone until its text changes. */
  #checkInTime(path: string): void {
    const entries = this.#drafts.has(path) ? this.#drafts : this.#saved;
    const guide = asGuide(entries.get(path));
    if (!guide || this.#known.has(guide)) return;
    const { config, locale } = this;
    const outcome = inTime(path, () => checkAlone(guide, { rules, settings: config, locale }));
    if ('reason' in outcome) this.#put(entries, path, outcome);
    else this.#known.set(guide, outcome);
  }

  /** What is known of the same text already: rules need not look at it again. */
  #same(path: string, { text }: SourceFile): Guide | undefined {
    const known = [this.#drafts.get(path), this.#saved.get(path)].map(asGuide);
    return known.find((guide) => guide?.document.source.text === text);
  }

  /** The problems of some files, as a run over the whole collection reports them. */
  async problemsOf(paths: readonly string[]): Promise<ReadonlyMap<string, readonly Problem[]>> {
    for (const path of paths) this.#checkInTime(path);
    const wanted = new Set(paths.flatMap((path) => this.guideAt(path) ?? []));
    const { config, locale } = this;
    let found: ReadonlyMap<ReportedGuide, readonly Problem[]> = this.#check(this.guides, wanted);
    if (config.baseline !== undefined) {
      const path = resolve(this.host.cwd, config.baseline);
      const options = { path, update: false, settings: config, rulesThatNeedOthers, locale };
      found = (await applyBaseline(found, options, this.host)).left;
    }
    const problems = new Map([...found].map(([guide, those]) => [guide.document.source.path, those]));
    for (const path of paths) {
      const entry = this.#entryAt(path);
      if (entry && entry !== 'too-long' && 'reason' in entry)
        problems.set(path, unreadableReport(entry, locale).problems);
    }
    return problems;
  }

  /** The text of a guide with all its safe fixes made. */
  fixedText(guide: Guide): string {
    const { path } = guide.document.source;
    const others = this.guides.filter((other) => other.document.source.path !== path);
    const result = fixGuides([guide], {
      unsafe: false,
      check: (guides) => this.#check([...others, ...guides].sort(byPath), new Set(guides)),
      bind: (source) => this.#bind(source),
    });
    const [fixed] = result.problems.keys();
    return fixed?.document.source.text ?? guide.document.source.text;
  }

  #put(entries: Map<string, Entry>, path: string, entry: Entry): void {
    entries.set(path, entry);
    this.#guides = undefined;
  }
}

function byPath(a: Guide, b: Guide): number {
  return a.document.source.path < b.document.source.path ? -1 : 1;
}

/** What work on a guide comes to, or that it took too long. */
function inTime<Result>(path: string, work: () => Result): Result | UnreadableFile {
  const [outcome] = eachWithDeadline([path], defaultLimits.timeout, work);
  return outcome === undefined || outcome instanceof DeadlineError ? tooSlow(path, defaultLimits) : outcome;
}

function asGuide(entry: Entry | undefined): Guide | undefined {
  return entry === undefined || entry === 'too-long' || 'reason' in entry ? undefined : entry;
}

function unreadable(path: string, size: number): UnreadableFile {
  return { path, reason: 'too-large', detail: String(size), limit: largestSource };
}
