import { resolve } from 'node:path';
import type { Host } from '../host.ts';
import type { Messages } from '../locale/messages.ts';
import type { JsonPointer } from '../model.ts';
import type { ConfigValue } from './config.ts';
import type { ConfigFile, ConfigMistake } from './config-file.ts';
import { pathFault } from './path-fault.ts';

/** Paths and globs of a valid config that may not be used: those that leave the project, and schema files that are not there. */
export async function pathMistakes(
  file: ConfigFile,
  value: ConfigValue,
  { projectFolder, messages, host }: { projectFolder: string; messages: Messages; host: Host },
): Promise<ConfigMistake[]> {
  const mistakes: ConfigMistake[] = [];
  const add = (pointer: JsonPointer, message: string) =>
    mistakes.push({ offset: file.rangeAt(pointer, 'value').start, message });
  for (const [pointer, path] of pathsOf(value)) {
    const fault = pathFault(path.replace(/^!/, ''), file.folder, projectFolder);
    if (fault) add(pointer, messages.pathRefused({ path, fault }));
  }
  for (const [index, glob] of (value.files ?? []).entries())
    if (glob.startsWith('!')) add(`/files/${index}`, messages.negatedFile({ glob }));
  for (const [index, { schema }] of (value.types ?? []).entries()) {
    const pointer = `/types/${index}/schema`;
    if (!isSchemaFile(schema) || pathFault(schema, file.folder, projectFolder)) continue;
    if (!(await host.files.exists(resolve(file.folder, schema))))
      add(pointer, messages.noSuchConfigFile({ path: schema }));
  }
  return mistakes;
}

/** True for what names a file and not a shipped type. */
export function isSchemaFile(schema: string): boolean {
  return /\.(?:json|ya?ml)$|[/\\]/i.test(schema);
}

/** All paths and globs with their pointers; `extends` is read on its own. */
function* pathsOf({
  types = [],
  files = [],
  ignore = [],
  overrides = [],
  baseline,
}: ConfigValue): Generator<[JsonPointer, string]> {
  for (const [index, type] of types.entries()) {
    if (isSchemaFile(type.schema)) yield [`/types/${index}/schema`, type.schema];
    yield* listed(`/types/${index}/files`, type.files ?? []);
  }
  yield* listed('/files', files);
  // A pattern of .gitignore that begins with a slash starts from the config's folder.
  yield* listed(
    '/ignore',
    ignore.map((pattern) => pattern.replace(/^!?\//, '')),
  );
  for (const [index, override] of overrides.entries()) yield* listed(`/overrides/${index}/files`, override.files);
  if (baseline !== undefined) yield ['/baseline', baseline];
}

function listed(parent: JsonPointer, paths: readonly string[]): [JsonPointer, string][] {
  return paths.map((path, index) => [`${parent}/${index}`, path]);
}
