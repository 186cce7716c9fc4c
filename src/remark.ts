import { resolve } from 'node:path';
import type { Root } from 'mdast';
import type { Plugin, Transformer } from 'unified';
import { Collection } from './collection.ts';
import { ruleLevels } from './commands/common-options.ts';
import type { RuleLevel } from './config/rule-settings.ts';
import { displayPath } from './find/find-guides.ts';
import { insideProject } from './find/inside-project.ts';
import { libraryHost } from './host.ts';
import { chooseLocale } from './locale/messages.ts';
import type { Locale, Problem } from './model.ts';

export interface RemarkGuidepostOptions {
  /** The guides that know each other: files, folders and globs; none is what the config names, else the working folder. */
  readonly paths?: readonly string[];
  /** Looks at each file as if it were the only guide there is. */
  readonly alone?: boolean;
  /** The config file to use instead of the nearest one. */
  readonly config?: string;
  /** Name or schema file of the type that all guides have, instead of the best match. */
  readonly type?: string;
  /** Levels of rules by id, over those of the config. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
  readonly locale?: Locale;
}

type File = Parameters<Transformer<Root>>[1];

/** A remark plugin that adds to each file the messages that `guidepost lint` has for it; an error is a fatal message. */
export const remarkGuidepost: Plugin<[RemarkGuidepostOptions?], Root> = (options = {}) => {
  const collections = new Map<string, Promise<Collection>>();
  return async (_tree, file) => {
    const collection = await loadOnce(collections, file.cwd, options);
    const path = displayPath(resolve(file.cwd, file.path ?? 'untitled.md'), collection.host);
    collection.setDraft(path, String(file));
    const problems = (await collection.problemsOf([path])).get(path) ?? [];
    for (const problem of problems) addMessage(file, problem);
  };
};

/** The collection of a working folder, which all files of a run share. */
function loadOnce(
  collections: Map<string, Promise<Collection>>,
  cwd: string,
  { paths = [], alone = false, rules = {}, ...options }: RemarkGuidepostOptions,
): Promise<Collection> {
  const outside = libraryHost(cwd);
  const locale = chooseLocale(options.locale, outside.env);
  const host = insideProject(outside, locale);
  const given = Object.entries(rules).map(([id, level]) => `${id}=${level}`);
  const known =
    collections.get(cwd) ??
    Collection.load({ ...options, ...(!alone && { paths }), levels: ruleLevels(given, locale) }, host);
  collections.set(cwd, known);
  return known;
}

function addMessage(file: File, { message, range, rule, severity, fix }: Problem): void {
  const { start, end } = range;
  const added = file.message(message, {
    place: start.offset === end.offset ? start : { start, end },
    source: 'guidepost',
    ruleId: rule,
  });
  added.fatal = severity === 'error';
  const [edit, ...others] = fix?.edits ?? [];
  if (!edit || others.length > 0 || edit.range.start !== start.offset || edit.range.end !== end.offset) return;
  added.expected = [edit.text];
  added.actual = String(file)
    .replace(/^\uFEFF/, '')
    .slice(start.offset, end.offset);
}

// Tools that load plugins by name, remark-cli among them, take the default export.
export default remarkGuidepost;
