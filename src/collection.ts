import { resolve } from 'node:path';
import { applyBaseline } from './baseline/apply-baseline.ts';
import type { Config } from './config/config.ts';
import { loadConfig } from './config/load-config.ts';
import type { RuleLevel } from './config/rule-settings.ts';
import { largestSource, readSource, type UnreadableFile } from './find/read-source.ts';
import { fixGuides } from './fix/fix-guides.ts';
import { type CheckGuides, guideChecker } from './guide-checker.ts';
import type { Host } from './host.ts';
import { rulesThatNeedOthers, unreadableReport } from './lint.ts';
import { loadBind, wantedFiles } from './load-guides.ts';
import { chooseLocale } from './locale/messages.ts';
import type { Guide, Locale, Problem, SourceFile } from './model.ts';
import { rules } from './rules/index.ts';

export interface CollectionOptions {
  /** Files, folders and globs; none is what the config names, else the working folder; undefined only what is added. */
  readonly paths?: readonly string[];
  readonly type?: string;
  /** The config file to use instead of the nearest one. */
  readonly config?: string;
  readonly levels?: ReadonlyMap<string, RuleLevel>;
  readonly locale?: Locale;
}

/** What a collection knows of one file. */
type Entry = Guide | UnreadableFile;

/** The guides of a working folder, kept in memory: an editor's unsaved text counts instead of what the file holds. */
export class Collection {
  readonly host: Host;
  readonly locale: Locale;
  readonly config: Config;
  readonly #options: CollectionOptions;
  readonly #bind: (source: SourceFile) => Guide;
  readonly #check: CheckGuides;
  readonly #saved = new Map<string, Entry>();
  readonly #drafts = new Map<string, Entry>();
  #guides: readonly Guide[] | undefined;

  private constructor(options: CollectionOptions, config: Config, locale: Locale, bind: Collection['bind'], host: Host) {
    this.host = host;
    this.locale = locale;
    this.config = config;
    this.#options = options;
    this.#bind = bind;
    this.#check = guideChecker(config, locale);
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
      .flatMap(([, entry]) => ('reason' in entry ? [] : [entry]))
      .sort(byPath);
    return this.#guides;
  }

  /** The guide in a file; undefined where the file is none, or cannot be read. */
  guideAt(path: string): Guide | undefined {
    const entry = this.#drafts.get(path) ?? this.#saved.get(path);
    return entry && !('reason' in entry) ? entry : undefined;
  }

  /** Whether a file belongs to the collection as it was found on disk. */
  has(path: string): boolean {
    return this.#saved.has(path);
  }

  /** The guide that another text would be. */
  bind(source: SourceFile): Guide {
    return this.#bind(source);
  }

  /** Takes a text for what the file holds, until it is dropped. */
  setDraft(path: string, text: string): void {
    const bom = text.startsWith('\uFEFF');
    const source = { path, text: bom ? text.slice(1) : text, bom };
    const before = this.guideAt(path);
    if (before?.document.source.text === source.text) {
      this.#put(this.#drafts, path, before);
      return;
    }
    const size = Buffer.byteLength(text);
    const isTooLarge = size > largestSource;
    this.#put(this.#drafts, path, isTooLarge ? { path, reason: 'too-large', detail: String(size) } : this.#bind(source));
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
    const files = await wantedFiles({ paths, config, locale, allowEmpty: true }, this.host);
    for (const file of files) await this.#read(file.path, file.absolutePath);
    const found = new Set(files.map(({ path }) => path));
    for (const path of this.#saved.keys()) if (!found.has(path)) this.#saved.delete(path);
    this.#guides = undefined;
  }

  async #read(path: string, absolutePath: string): Promise<void> {
    const source = await readSource({ path, absolutePath }, this.host);
    const before = this.#saved.get(path);
    if ('reason' in source) this.#put(this.#saved, path, source);
    else if (!before || 'reason' in before || before.document.source.text !== source.text) {
      const draft = this.#drafts.get(path);
      const isSame = draft && !('reason' in draft) && draft.document.source.text === source.text;
      this.#put(this.#saved, path, isSame ? draft : this.#bind(source));
    }
  }

  /** The problems of some files, as a run over the whole collection reports them. */
  async problemsOf(paths: readonly string[]): Promise<ReadonlyMap<string, readonly Problem[]>> {
    const wanted = new Set(paths.flatMap((path) => this.guideAt(path) ?? []));
    const { config, locale } = this;
    let found = this.#check(this.guides, wanted);
    if (config.baseline !== undefined) {
      const path = resolve(this.host.cwd, config.baseline);
      const options = { path, update: false, settings: config, rulesThatNeedOthers, locale };
      found = (await applyBaseline(found, options, this.host)).left;
    }
    const problems = new Map([...found].map(([guide, those]) => [guide.document.source.path, those]));
    for (const path of paths) {
      const entry = this.#drafts.get(path) ?? this.#saved.get(path);
      if (entry && 'reason' in entry) problems.set(path, unreadableReport(entry, locale).problems);
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
