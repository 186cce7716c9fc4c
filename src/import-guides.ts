import { join, resolve } from 'node:path';
import type { Config } from './config/config.ts';
import { UserError } from './errors.ts';
import { decodeSource } from './find/decode-source.ts';
import { displayPath } from './find/find-guides.ts';
import { readBytes } from './find/read-source.ts';
import { bindGuide } from './guide-types/bind-guide.ts';
import { frontMatterFields } from './guide-types/front-matter-fields.ts';
import type { GuideType } from './guide-types/guide-type.ts';
import { valueAt } from './guide-types/value-at.ts';
import type { Host } from './host.ts';
import { type KnownTypes, loadKnownTypes } from './load-types.ts';
import { messagesFor } from './locale/messages.ts';
import type { Locale } from './model.ts';
import { jsonFault } from './parse/faults/json-fault.ts';
import { lineIndex } from './parse/line-index.ts';
import { parseDocument } from './parse/parse-document.ts';
import { type JsonGuide, readJson } from './readers/json.ts';
import { unlike } from './readers/unlike.ts';
import { type ValueMistake, valueMistakes } from './readers/value-mistakes.ts';
import { failuresOf, makeFolder, saveFile } from './save-file.ts';
import { isIndex } from './writers/json.ts';
import { guideMarkdown } from './writers/markdown/guide-markdown.ts';
import { baseName, distinctNames, safeName } from './writers/output-names.ts';

export interface ImportOptions {
  /** JSON files; `-` is standard input. */
  readonly paths: readonly string[];
  readonly type?: string;
  readonly config: Config;
  /** A folder, or the file of the only guide; without it the result goes to stdout. */
  readonly out?: string;
  /** Guides that their type refuses, or that Markdown cannot hold as they are, are written as well. */
  readonly includeInvalid: boolean;
  readonly locale: Locale;
}

/** A guide to be written, with what keeps it from being written faithfully. */
interface ImportedGuide {
  /** File name without extension. */
  readonly name: string;
  readonly markdown: string;
  /** Where it stands in its JSON file: `guides.json:1:2`. */
  readonly place: string;
  readonly mistakes: readonly { readonly place: string; readonly pointer: string; readonly message: string }[];
}

export interface ImportResult {
  readonly written: readonly ImportedGuide[];
  readonly refused: readonly ImportedGuide[];
  /** Why some guides could not be saved, a sentence each. */
  readonly failures: readonly string[];
}

/** read → validate → write → read back → save. */
export async function importGuides(options: ImportOptions, host: Host): Promise<ImportResult> {
  const types = await loadKnownTypes(options, host);
  const guides: ImportedGuide[] = [];
  for (const path of options.paths) guides.push(...(await importFile(path, types, options, host)));
  const isRefused = ({ mistakes }: ImportedGuide): boolean => mistakes.length > 0 && !options.includeInvalid;
  const written = guides.filter((guide) => !isRefused(guide));
  const failures = await save(written, options, host);
  const failed = new Set(failures.map(({ guide }) => guide));
  return {
    written: written.filter((guide) => !failed.has(guide)),
    refused: guides.filter(isRefused),
    failures: failures.map(({ message }) => message),
  };
}

async function importFile(
  path: string,
  types: KnownTypes,
  options: ImportOptions,
  host: Host,
): Promise<ImportedGuide[]> {
  const messages = messagesFor(options.locale);
  const { name, text } = await readText(path, options.locale, host);
  const positionAt = lineIndex(text);
  const placeOf = (offset: number): string => {
    const { line, column } = positionAt(offset);
    return `${name}:${line}:${column}`;
  };
  const read = readJson(text);
  if ('fault' in read) {
    const fault = jsonFault(text, read.fault, read.content);
    const place = placeOf(fault.range.start);
    throw new UserError(messages.convert.brokenJson({ place, reason: messages.typeMistakes.syntax(fault) }));
  }
  if (read.guides.length === 0) throw new UserError(messages.convert.noGuides({ path: name }));
  // The index that stands beside the guides of a folder holds none itself.
  const guides = read.guides.filter(({ value }) => !isIndex(value));
  return guides.map((guide) => importGuide(guide, types, placeOf, options.locale));
}

async function readText(path: string, locale: Locale, host: Host): Promise<{ name: string; text: string }> {
  if (path === '-') return { name: 'stdin', text: (await host.stdin()).replace(/^\uFEFF/, '') };
  const absolute = resolve(host.cwd, path);
  const name = displayPath(absolute, host);
  const messages = messagesFor(locale);
  if (!(await host.files.exists(absolute)))
    throw new UserError(`${name}: ${messages.unreadable({ reason: 'missing', detail: '' })}`);
  const { kind } = await host.files.stat(absolute);
  const bytes =
    kind === 'file'
      ? await readBytes({ path: name, absolutePath: absolute }, host)
      : ({ path: name, reason: 'not-a-file', detail: kind } as const);
  const source = 'reason' in bytes ? bytes : decodeSource(name, bytes);
  if ('reason' in source) throw new UserError(`${name}: ${messages.unreadable(source)}`);
  return { name, text: source.text };
}

function importGuide(
  guide: JsonGuide,
  { known, forced }: KnownTypes,
  placeOf: (offset: number) => string,
  locale: Locale,
): ImportedGuide {
  const say = messagesFor(locale).convert;
  const place = placeOf(guide.offsetOf(''));
  const own = isObject(guide.value) ? guide.value : {};
  const type = forced ?? known.get(String(own.type));
  if (!type) throw new UserError(say.noTypeGiven({ place, names: [...known.keys()] }));
  // A guide that was made by hand need not repeat what the call says.
  const value = { ...own, type: type.name, path: typeof own.path === 'string' ? own.path : '' };
  const markdown = guideMarkdown(value, type);
  const found: ValueMistake[] = isObject(guide.value)
    ? valueMistakes(value, type, say)
    : [{ pointer: '', message: say.notAGuide }];
  if (found.length === 0) {
    const back = bindGuide(parseDocument({ path: value.path, text: markdown, bom: false }), type);
    found.push(...unlike(value, back.value, type).map((pointer) => ({ pointer, message: say.notReadBack })));
  }
  return {
    name: nameOf(value, type),
    markdown,
    place,
    mistakes: found.map((mistake) => ({ ...mistake, place: placeOf(guide.offsetOf(mistake.pointer)) })),
  };
}

/** The base name of the file it came from, else the value that its type names files by. */
function nameOf(value: Readonly<Record<string, unknown>>, type: GuideType): string {
  if (value.path !== '') return safeName(baseName(String(value.path)));
  const field = frontMatterFields(type).find(({ pointer }) => type.nodeAt(pointer)?.['x-file-name'] === true);
  const slug = field && valueAt(value, field.pointer);
  return safeName(typeof slug === 'string' ? slug : 'guide');
}

/** Returns the guides that could not be saved, and why. */
async function save(
  guides: readonly ImportedGuide[],
  options: ImportOptions,
  host: Host,
): Promise<{ readonly guide: ImportedGuide; readonly message: string }[]> {
  const { out, locale } = options;
  const say = messagesFor(locale).convert;
  if (out === undefined) {
    if (guides.length > 1) throw new UserError(say.severalToStdout({ guides: guides.length }));
    host.stdout.write(guides.map(({ markdown }) => markdown).join(''));
    return [];
  }
  const target = resolve(host.cwd, out);
  if (/\.(?:md|markdown)$/i.test(out)) {
    if (guides.length > 1) throw new UserError(say.severalToFile({ guides: guides.length, out }));
    for (const { markdown } of guides) await saveFile(target, markdown, { locale }, host);
    return [];
  }
  const names = distinctNames(guides.map(({ name }) => name));
  if (guides.length > 0) await makeFolder(target, locale, host);
  const failures = await failuresOf(guides.entries(), async ([index, { markdown }]) => {
    await saveFile(join(target, `${names[index]}.md`), markdown, { locale }, host);
  });
  return failures.map(({ item: [, guide], message }) => ({ guide, message }));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
