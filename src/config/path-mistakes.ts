import { resolve } from 'node:path';
import { isReallyInside } from '../find/inside-project.ts';
import { projectRoot } from '../find/project-root.ts';
import type { Host } from '../host.ts';
import type { Messages } from '../locale/messages.ts';
import type { JsonPointer } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import type { Rule } from '../rules/rule.ts';
import type { ConfigValue } from './config.ts';
import type { ConfigFile, ConfigMistake } from './config-file.ts';
import { mergedOptions } from './merged-options.ts';
import { type PathFault, pathFault } from './path-fault.ts';

interface Context {
  readonly projectFolder: string;
  readonly rules: readonly Rule[];
  readonly messages: Messages;
  readonly host: Host;
}

/** Paths and globs of a valid config that may not be used: those that leave the project, and schema files that are not there. */
export async function pathMistakes(
  file: ConfigFile,
  value: ConfigValue,
  { projectFolder, rules, messages, host }: Context,
): Promise<ConfigMistake[]> {
  const mistakes: ConfigMistake[] = [];
  const add = (pointer: JsonPointer, message: string) =>
    mistakes.push({ offset: file.rangeAt(pointer, 'value').start, message });
  for (const [pointer, path] of pathsOf(value)) {
    const fault = pathFault(path.replace(/^!/, ''), file.folder, projectFolder);
    if (fault) add(pointer, messages.pathRefused({ path, fault }));
  }
  for (const [pointer, path] of pathsRead(value))
    if ((await projectFault(path, file.folder, projectFolder, host)) === 'link')
      add(pointer, messages.pathRefused({ path, fault: 'link' }));
  for (const [index, glob] of (value.files ?? []).entries())
    if (glob.startsWith('!')) add(`/files/${index}`, messages.negatedFile({ glob }));
  for (const [index, { schema }] of (value.types ?? []).entries()) {
    const pointer = `/types/${index}/schema`;
    if (!isSchemaFile(schema) || (await projectFault(schema, file.folder, projectFolder, host))) continue;
    if (!(await host.files.exists(resolve(file.folder, schema))))
      add(pointer, messages.noSuchConfigFile({ path: schema }));
  }
  for (const [pointer, path] of ruleFolders(value, rules)) {
    const fault = await projectFault(path, host.cwd, await projectRoot(host), host);
    if (fault) add(pointer, messages.ruleFolderRefused({ path, fault }));
  }
  return mistakes;
}

/** `pathFault` for a path that is read, and where a link leads to; of a glob, that part of it which names a folder. */
export async function projectFault(
  path: string,
  folder: string,
  projectFolder: string,
  { files }: Pick<Host, 'files'>,
): Promise<PathFault | undefined> {
  const fault = pathFault(path, folder, projectFolder);
  if (fault) return fault;
  const names = path.split(/[\\/]/);
  const firstDynamic = names.findIndex((name) => /[*?[\]{}()!+@|]/.test(name));
  const named = firstDynamic === -1 ? names : names.slice(0, firstDynamic);
  const place = resolve(folder, ...named.map((name) => `./${name}`));
  return (await isReallyInside(place, projectFolder, 'read', files)) ? undefined : 'link';
}

/** True for what names a file and not a shipped type. */
export function isSchemaFile(schema: string): boolean {
  return /\.(?:json|ya?ml)$|[/\\]/i.test(schema);
}

/** All paths and globs with their pointers; `extends` is read on its own. */
function* pathsOf(value: ConfigValue): Generator<[JsonPointer, string]> {
  const { types = [], ignore = [], overrides = [] } = value;
  yield* pathsRead(value);
  for (const [index, type] of types.entries()) yield* listed(`/types/${index}/files`, type.files ?? []);
  // A pattern of .gitignore that begins with a slash starts from the config's folder.
  yield* listed(
    '/ignore',
    ignore.map((pattern) => pattern.replace(/^!?\//, '')),
  );
  for (const [index, override] of overrides.entries()) yield* listed(`/overrides/${index}/files`, override.files);
}

/** Those that name what is read, and not only what paths are compared with. */
function* pathsRead({ types = [], files = [], baseline }: ConfigValue): Generator<[JsonPointer, string]> {
  for (const [index, { schema }] of types.entries()) if (isSchemaFile(schema)) yield [`/types/${index}/schema`, schema];
  yield* listed('/files', files);
  if (baseline !== undefined) yield ['/baseline', baseline];
}

/** The folders, from the working folder, that rules are told to look into. */
function* ruleFolders({ rules: all, overrides = [] }: ConfigValue, rules: readonly Rule[]) {
  const maps = [
    ['/rules', all ?? {}] as const,
    ...overrides.map((one, at) => [`/overrides/${at}/rules`, one.rules] as const),
  ];
  for (const [parent, map] of maps)
    for (const [id, setting] of Object.entries(map)) {
      const rule = rules.find((known) => known.id === id);
      if (!rule?.folders || typeof setting === 'string' || setting.length < 2) continue;
      const pointer = childPointer(childPointer(parent, id), 1);
      for (const folder of rule.folders(mergedOptions(rule.options?.defaults, setting[1])))
        yield [pointer, folder] as const;
    }
}

function listed(parent: JsonPointer, paths: readonly string[]): [JsonPointer, string][] {
  return paths.map((path, index) => [`${parent}/${index}`, path]);
}
