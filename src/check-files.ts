import type { Bug } from './bug.ts';
import { type CheckEachOptions, checkEach } from './check-each.ts';
import type { FoundFile } from './find/find-guides.ts';
import { readSource } from './find/read-source.ts';
import { mostKept } from './find/revisited-source.ts';
import { digestOf } from './find/source-digest.ts';
import type { Host } from './host.ts';
import { unreadableReport } from './lint.ts';
import { type LoadOptions, loadBind } from './load-guides.ts';
import type { FileReport, Guide } from './model.ts';
import type { GuideContent } from './writers/stream-writer.ts';

export interface CheckFilesOptions extends LoadOptions, Pick<CheckEachOptions, 'cache'> {
  /** Guides with errors are accepted as well. */
  readonly includeInvalid: boolean;
  /** All guides stay in memory, for a writer that needs all of them; else only as much as a small run has. */
  readonly keepAll: boolean;
  /** Sees each guide as it is checked. */
  look?(guide: Guide): void;
  /** Called after each file. */
  onProgress?(done: number, total: number): void;
}

/** What a check of files one by one came to. */
export interface CheckedFiles {
  /** Paths of all files that were looked at. */
  readonly looked: ReadonlySet<string>;
  readonly accepted: readonly FoundFile[];
  /** Files with errors, and files that could not be read. */
  readonly refused: readonly FileReport[];
  /** Where guidepost itself failed. */
  readonly bugs: readonly Bug[];
  /** All accepted guides; only where they were all kept. */
  readonly guides: readonly Guide[];
  /** The accepted guides in order, read again where they were not kept; one that has changed since goes to `changed`. */
  contents(changed: string[]): AsyncGenerator<GuideContent>;
}

/** find → read → parse → bind → check, one file after the other: what a run needs of a guide later is little. */
export async function checkFiles(options: CheckFilesOptions, host: Host): Promise<CheckedFiles> {
  const { config, locale, includeInvalid } = options;
  const guides = new Map<string, Guide>();
  const contents = new Map<string, GuideContent>();
  const hashes = new Map<string, string>();
  let kept = 0;
  const { files, unreadable, problems, bugs } = await checkEach(
    {
      ...options,
      see(guide) {
        const { source } = guide.document;
        const { path } = source;
        options.look?.(guide);
        kept += source.text.length;
        if (options.keepAll) guides.set(path, guide);
        else if (kept <= mostKept) contents.set(path, contentOf(guide));
        else hashes.set(path, digestOf(source));
      },
    },
    host,
  );
  const errors = new Map(
    [...problems].map(([{ document }, found]) => [
      document.source.path,
      found.filter(({ severity }) => severity === 'error'),
    ]),
  );
  const isUnreadable = new Set(unreadable.map(({ path }) => path));
  const isFaulty = ({ path }: FoundFile): boolean => (errors.get(path) ?? []).length > 0;
  const accepted = files.filter((file) => !isUnreadable.has(file.path) && (includeInvalid || !isFaulty(file)));
  const refused = [
    ...(includeInvalid ? [] : files.filter(isFaulty).map(({ path }) => ({ path, problems: errors.get(path) ?? [] }))),
    ...unreadable.map((file) => unreadableReport(file, locale)),
  ];

  return {
    looked: new Set(files.map(({ path }) => path)),
    accepted,
    refused: refused.sort((a, b) => (a.path < b.path ? -1 : 1)),
    bugs,
    guides: accepted.flatMap(({ path }) => guides.get(path) ?? []),
    async *contents(changed) {
      const bind = await loadBind({ ...options, config, locale }, host);
      for (const file of accepted) {
        const known = guides.get(file.path) ?? contents.get(file.path);
        if (known) {
          yield known;
          continue;
        }
        const source = await readSource(file, host, { largest: options.largest, takesDigest: true });
        if ('reason' in source || digestOf(source) !== hashes.get(file.path)) changed.push(file.path);
        else yield bind(source);
      }
    },
  };
}

function contentOf({ type, value, document }: Guide): GuideContent {
  const { source, frontMatter } = document;
  return {
    type,
    value,
    document: {
      source: { path: source.path },
      ...(frontMatter && {
        frontMatter: { format: frontMatter.format, ...(frontMatter.value && { value: frontMatter.value }) },
      }),
    },
  };
}
