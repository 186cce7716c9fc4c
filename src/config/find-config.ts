import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { displayPath } from '../find/find-guides.ts';
import { unlessOutside } from '../find/inside-project.ts';
import { configNames, mentionsConfig, repositoryAround } from '../find/project-root.ts';
import type { Host } from '../host.ts';
import type { Messages } from '../locale/messages.ts';
import { readConfigFile } from './config-file.ts';

/** The config that holds for the working folder: the nearest one from there up to the repository or the root. */
export async function findConfig(host: Host, messages: Messages): Promise<string | undefined> {
  const top = await repositoryAround(host.cwd, host.files);
  for (let folder = host.cwd; ; folder = dirname(folder)) {
    const found = await configsIn(folder, host, messages);
    const [first, second] = found.map((path) => displayPath(path, host));
    if (first !== undefined && second !== undefined) throw new UserError(messages.twoConfigs({ first, second }));
    if (found[0] !== undefined) return found[0];
    if (folder === dirname(folder) || folder === top) return undefined;
  }
}

/** The nearest folder above a config that is a repository; without one, the config's own folder. */
export async function projectFolderOf(configFolder: string, host: Host): Promise<string> {
  return (await repositoryAround(configFolder, host.files)) ?? configFolder;
}

async function configsIn(folder: string, host: Host, messages: Messages): Promise<string[]> {
  const found: string[] = [];
  for (const name of configNames) {
    const path = join(folder, name);
    if (await host.files.exists(path)) found.push(path);
  }
  const path = join(folder, 'package.json');
  if (await isPackageWithConfig(path, host, messages)) found.push(path);
  return found;
}

/** A package file that is broken counts as well where it seems to hold a config: reading it then says what is wrong. */
async function isPackageWithConfig(path: string, host: Host, messages: Messages): Promise<boolean> {
  const bytes = await host.files.readFile(path).catch(unlessOutside(new Uint8Array()));
  if (!mentionsConfig(new TextDecoder().decode(bytes))) return false;
  const { value, syntaxFault } = await readConfigFile(path, host, messages);
  return value !== undefined || syntaxFault !== undefined;
}
