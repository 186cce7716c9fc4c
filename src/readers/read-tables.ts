import { join, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { decodeSource } from '../find/decode-source.ts';
import { displayPath } from '../find/find-guides.ts';
import { unlessOutside } from '../find/inside-project.ts';
import { readBytes } from '../find/read-source.ts';
import type { Host } from '../host.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import { type CsvTable, readCsv } from './csv.ts';

/** Files that are text tables. */
export const tableExtension = /\.(?:csv|tsv|tab)$/i;

/** Reads the tables that files and folders hold; one that cannot be read is a `UserError`. */
export async function readTables(paths: readonly string[], locale: Locale, host: Host): Promise<CsvTable[]> {
  const files = new Set<string>();
  for (const path of paths) for (const file of await tableFiles(path, locale, host)) files.add(file);
  const tables: CsvTable[] = [];
  for (const file of files) tables.push(await readTable(file, locale, host));
  return tables;
}

async function tableFiles(argument: string, locale: Locale, host: Host): Promise<string[]> {
  const messages = messagesFor(locale);
  const path = resolve(host.cwd, argument);
  const status = await host.files.stat(path).catch(unlessOutside(undefined));
  if (!status || argument.trim() === '')
    throw new UserError(messages.tables.noSuchTable({ path: argument, folder: host.cwd }));
  if (status.kind !== 'folder') return [path];
  const names = (await host.files.readFolder(path)).map(({ name }) => name);
  // Spreadsheets leave `.~lock.guides.csv#` beside the tables that are open.
  const tables = names.filter((name) => tableExtension.test(name) && !name.startsWith('.')).sort();
  if (tables.length === 0) throw new UserError(messages.tables.folderWithoutTables({ path: argument }));
  return tables.map((name) => join(path, name));
}

async function readTable(file: string, locale: Locale, host: Host): Promise<CsvTable> {
  const messages = messagesFor(locale);
  const path = displayPath(file, host);
  const bytes = await readBytes({ path, absolutePath: file }, host);
  if ('reason' in bytes) throw new UserError(messages.unreadableGuide({ path, reason: messages.unreadable(bytes) }));
  const source = decodeSource(path, bytes);
  if ('reason' in source)
    throw new UserError(messages.tables.unreadableTable({ path, reason: messages.unreadable(source) }));
  const table = readCsv(path, source.text);
  if ('fault' in table) throw new UserError(messages.tables.brokenTable({ path, ...table }));
  return table;
}
