import { createHash } from 'node:crypto';
import { folderWishes } from './check-guides.ts';
import type { FoundFile } from './find/find-guides.ts';
import { listRuleFiles } from './find/list-rule-files.ts';
import { readSource, type UnreadableFile } from './find/read-source.ts';
import { GradualCheck } from './gradual-check.ts';
import type { Host } from './host.ts';
import { unreadableReport } from './lint.ts';
import { type LoadOptions, loadBind, wantedFiles } from './load-guides.ts';
import type { FileReport, Guide } from './model.ts';
import { rules } from './rules/index.ts';
import type { GuideContent } from './writers/stream-writer.ts';

export interface CheckFilesOptions extends LoadOptions {
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
  /** All accepted guides; only where they were all kept. */
  readonly guides: readonly Guide[];
  /** The accepted guides in order, read again where they were not kept; one that has changed since goes to `changed`. */
  contents(changed: string[]): AsyncGenerator<GuideContent>;
}

/** What is kept of guides so that they need not be read twice. Unit: UTF-16 units of their text. */
const mostKept = 1_000_000;

/** find → read → parse → bind → check, one file after the other: what a run needs of a guide later is little. */
export async function checkFiles(options: CheckFilesOptions, host: Host): Promise<CheckedFiles> {
  const { config, locale, includeInvalid } = options;
  const bind = await loadBind(options, host);
  const files = await wantedFiles(options, host);
  const wishes = folderWishes(
    { rules, settings: config },
    files.map(({ path }) => path),
  );
  const check = new GradualCheck({ rules, settings: config, locale, files: await listRuleFiles(wishes, host) });
  const guides = new Map<string, Guide>();
  const contents = new Map<string, GuideContent>();
  const hashes = new Map<string, string>();
  const unreadable: UnreadableFile[] = [];
  let kept = 0;
  for (const [index, file] of files.entries()) {
    const source = await readSource(file, host);
    if ('reason' in source) unreadable.push(source);
    else {
      const guide = bind(source);
      check.add(guide);
      options.look?.(guide);
      kept += source.text.length;
      if (options.keepAll) guides.set(file.path, guide);
      else if (kept <= mostKept) contents.set(file.path, contentOf(guide));
      else hashes.set(file.path, hashOf(source.text));
    }
    options.onProgress?.(index + 1, files.length);
  }

  const fileAt = new Map(files.map((file) => [file.path, file]));
  const problems = await check.finish(async (path) => {
    const known = guides.get(path);
    const file = fileAt.get(path);
    if (known || !file) return known;
    const source = await readSource(file, host);
    return 'reason' in source ? undefined : bind(source);
  });
  const isUnreadable = new Set(unreadable.map(({ path }) => path));
  const isFaulty = ({ path }: FoundFile): boolean => (problems.get(path) ?? []).length > 0;
  const accepted = files.filter((file) => !isUnreadable.has(file.path) && (includeInvalid || !isFaulty(file)));
  const refused = [
    ...(includeInvalid ? [] : files.filter(isFaulty).map(({ path }) => ({ path, problems: problems.get(path) ?? [] }))),
    ...unreadable.map((file) => unreadableReport(file, locale)),
  ];

  return {
    looked: new Set(files.map(({ path }) => path)),
    accepted,
    refused: refused.sort((a, b) => (a.path < b.path ? -1 : 1)),
    guides: accepted.flatMap(({ path }) => guides.get(path) ?? []),
    async *contents(changed) {
      for (const file of accepted) {
        const known = guides.get(file.path) ?? contents.get(file.path);
        if (known) {
          yield known;
          continue;
        }
        const source = await readSource(file, host);
        if ('reason' in source || hashOf(source.text) !== hashes.get(file.path)) changed.push(file.path);
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

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
