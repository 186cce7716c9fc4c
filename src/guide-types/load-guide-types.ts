import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.ts';
import type { Host } from '../host.ts';
import type { Messages } from '../locale/messages.ts';
import type { SchemaNode } from '../model.ts';
import { type GuideType, guideTypeOf } from './guide-type.ts';

/** Where the shipped guide types are: beside `src/` and `dist/`. */
const shippedFolder = fileURLToPath(new URL('../../schemas/', import.meta.url));

/** The guide types that come with guidepost, by name. */
export async function loadShippedTypes(host: Host, messages: Messages): Promise<ReadonlyMap<string, GuideType>> {
  const entries = await host.files.readFolder(shippedFolder);
  const names = entries.map(({ name }) => name).filter((name) => name.endsWith('.schema.json'));
  const types = await Promise.all(
    names.sort().map((name) => loadGuideType(resolve(shippedFolder, name), host, messages)),
  );
  return new Map(types.filter(isGuideType).map((type) => [type.name, type]));
}

/** One guide type from its file; a file that is missing or no JSON Schema is a `UserError`. */
export async function loadGuideType(path: string, host: Host, messages: Messages): Promise<GuideType> {
  let text: string;
  try {
    text = new TextDecoder().decode(await host.files.readFile(path));
  } catch (cause) {
    throw new UserError(messages.unreadableSchema({ path }), { cause });
  }
  try {
    return guideTypeOf(path, JSON.parse(text) as SchemaNode);
  } catch (cause) {
    throw new UserError(
      messages.invalidSchema({ path, reason: cause instanceof Error ? cause.message : String(cause) }),
      { cause },
    );
  }
}

/** The schemas of the config and of the vocabulary lie in the same folder; they bind to nothing. */
function isGuideType(type: GuideType): boolean {
  return Object.values(type.schema.properties ?? {}).some((property) => property['x-source'] !== undefined);
}
