import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { findConfig } from '../config/find-config.ts';
import { UserError } from '../errors.ts';
import { findGuides } from '../find/find-guides.ts';
import { readSource } from '../find/read-source.ts';
import { loadShippedTypes } from '../guide-types/load-guide-types.ts';
import type { Host } from '../host.ts';
import { describeMisfits, describeType } from '../learn/describe-type.ts';
import { type Learned, learnTypes } from '../learn/learn-types.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Document, Locale } from '../model.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { logLine } from '../reporters/inert-log.ts';
import { visible } from '../reporters/visible-text.ts';
import { saveFile } from '../save-file.ts';
import { type CommonFlags, localeOf } from './common-options.ts';

interface InitFlags extends CommonFlags {
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

const configName = 'guidepost.config.json';

/** Adds `guidepost init`, which learns guide types from the guides there are. */
export function addInitCommand(program: Command, host: Host): void {
  program
    .command('init')
    .summary('learn guide types from existing guides')
    .description(
      'Groups the guides of a folder by their shape, learns a guide type from each group, and writes the schema files and a config into the current folder.',
    )
    .argument('[folder]', 'where the guides are; none is the current folder')
    .option('--dry-run', 'print what was found, and write nothing')
    .option('--force', 'overwrite schema files and a config that exist already')
    .action(async (folder: string | undefined, flags: InitFlags) => {
      const locale = localeOf(flags, host);
      const say = messagesFor(locale).init;
      const documents = await readDocuments(folder ?? '.', locale, host);
      if (documents.length === 0) throw new UserError(say.noGuides({ path: folder ?? '.' }));
      const shipped = await loadShippedTypes(host, messagesFor(locale));
      const learned = learnTypes(documents, { taken: new Set(shipped.keys()), folder: basename(host.cwd) });
      const files = filesOf(learned);
      // What cannot be written is known before anything is.
      if (!flags.dryRun) await refuseToOverwrite([...files.keys()], flags.force ?? false, locale, host);
      print(reportOf(learned, documents.length, locale), host);
      if (flags.dryRun) return print(['', say.nothingWritten], host);
      const expected = flags.force ? {} : ({ expected: null } as const);
      for (const [name, text] of files) await saveFile(resolve(host.cwd, name), text, { locale, ...expected }, host);
      print(['', say.written({ files: [...files.keys()] }), say.next], host);
    });
}

function print(lines: readonly string[], host: Host): void {
  host.stdout.write(lines.map(logLine).join(''));
}

async function readDocuments(folder: string, locale: Locale, host: Host): Promise<Document[]> {
  const documents: Document[] = [];
  for (const file of await findGuides([folder], { allowEmpty: true, locale }, host)) {
    const source = await readSource(file, host);
    if ('reason' in source)
      host.stderr.write(`${visible(`${source.path}: ${messagesFor(locale).unreadable(source)}`)}\n`);
    else if (source.text.trim() !== '') documents.push(parseDocument(source));
  }
  return documents;
}

/** The text of each file to write, by name. */
function filesOf({ types }: Learned): Map<string, string> {
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  const config = {
    types: types.map(({ name, files }) => ({ schema: `${name}.schema.json`, ...(files.length > 0 && { files }) })),
  };
  return new Map([
    ...types.map(({ name, schema }) => [`${name}.schema.json`, json(schema)] as const),
    [configName, json(config)],
  ]);
}

async function refuseToOverwrite(names: readonly string[], force: boolean, locale: Locale, host: Host): Promise<void> {
  const say = messagesFor(locale).init;
  const config = await findConfig(host, messagesFor(locale));
  if (config !== undefined && dirname(config) === host.cwd && basename(config) !== configName)
    throw new UserError(say.otherConfig({ file: basename(config) }));
  if (force) return;
  for (const file of names)
    if (await host.files.exists(join(host.cwd, file))) throw new UserError(say.exists({ file }));
}

function reportOf(learned: Learned, guides: number, locale: Locale): string[] {
  const say = messagesFor(locale).init;
  const lines = [say.found({ guides, groups: learned.types.length + learned.alone.length })];
  for (const type of learned.types) {
    const { name, guides: own, accepted } = type;
    lines.push('', say.type({ name, guides: own.length, accepted }));
    lines.push(...describeType(type, say).map((line) => `  ${line}`));
  }
  const misfits = learned.types.flatMap((type) => describeMisfits(type, say, locale));
  if (misfits.length > 0) lines.push('', say.worst, ...misfits.map((line) => `  ${line}`));
  if (learned.alone.length > 0)
    lines.push('', say.alone({ paths: learned.alone.map(({ source }) => source.path).slice(0, 10) }));
  return lines;
}
