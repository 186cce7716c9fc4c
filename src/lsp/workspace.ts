import { basename, dirname, resolve } from 'node:path';
import { Collection, type CollectionOptions } from '../collection.ts';
import { displayPath } from '../find/find-guides.ts';
import type { Host } from '../host.ts';

/** Longer texts take longer to check than a writer waits; no guide comes near. Unit: UTF-16 units. */
const longestText = 512 * 1024;

/** A text that an editor holds. */
export interface OpenText {
  readonly version: number;
  getText(): string;
}

/** A folder that is open in an editor, or that a single open file stands in, with its guides. */
export class Workspace {
  readonly #options: CollectionOptions;
  readonly #host: Host;
  readonly #isLoose: boolean;
  #collection: Promise<Collection> | undefined;
  /** The versions of the open texts that the collection has, by path. */
  readonly #versions = new Map<string, number>();
  /** Open files that were looked for and do not belong here. */
  readonly #strangers = new Set<string>();

  /** `isLoose`: only the files that are opened belong to it. */
  constructor(options: CollectionOptions & { readonly isLoose: boolean }, host: Host) {
    const { isLoose, ...others } = options;
    this.#options = { ...others, longest: longestText, ...(!isLoose && { paths: [] }) };
    this.#isLoose = isLoose;
    this.#host = host;
  }

  get collection(): Promise<Collection> {
    this.#collection ??= Collection.load(this.#options, this.#host).catch((error: unknown) => {
      // Whoever mends the config is heard the next time.
      this.#collection = undefined;
      throw error;
    });
    return this.#collection;
  }

  pathOf(absolutePath: string): string {
    return displayPath(absolutePath, this.#host);
  }

  /** Reads the config and all guides anew; when that fails, what was known before stays. */
  async reload(): Promise<void> {
    const collection = await Collection.load(this.#options, this.#host);
    this.#collection = Promise.resolve(collection);
    this.#versions.clear();
    this.#strangers.clear();
  }

  /** Looks for guides that came, went or changed. */
  async refresh(): Promise<void> {
    this.#strangers.clear();
    await (await this.collection).refresh();
  }

  /** Makes an open text part of the collection; false when its file does not belong there. */
  async take(path: string, text: OpenText): Promise<boolean> {
    const collection = await this.collection;
    if (this.#versions.get(path) === text.version) return true;
    if (this.#strangers.has(path)) return false;
    if (!this.#isLoose && !collection.has(path)) {
      await collection.refresh();
      if (!collection.has(path)) this.#strangers.add(path);
      if (!collection.has(path)) return false;
    }
    collection.setDraft(path, text.getText());
    this.#versions.set(path, text.version);
    return true;
  }

  /** An editor closed the file, so that what was saved counts again. */
  async drop(path: string): Promise<void> {
    this.#versions.delete(path);
    (await this.collection).dropDraft(path);
    await this.refresh();
  }

  /** True for a file that may say how guides are checked: configs, schemas, baselines and ignore files. */
  async isAboutChecking(absolutePath: string): Promise<boolean> {
    const name = basename(absolutePath);
    if (/guidepost|schema|^package\.json$|^\.gitignore$/.test(name)) return true;
    const { config } = await this.collection;
    const schemas = config.types.map(({ schema }) => schema);
    const isBesideConfig =
      config.path !== undefined && dirname(resolve(this.#host.cwd, config.path)) === dirname(absolutePath);
    return schemas.includes(absolutePath) || config.baseline === absolutePath || isBesideConfig;
  }
}
