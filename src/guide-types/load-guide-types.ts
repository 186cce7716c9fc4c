import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.ts';
import { displayPath } from '../find/find-guides.ts';
import type { Host } from '../host.ts';
import type { Messages } from '../locale/messages.ts';
import type { SchemaNode } from '../model.ts';
import { lineIndex } from '../parse/line-index.ts';
import { checkGuideType, dialect, isMetaSchema, type PlacedMistake } from './check-guide-type.ts';
import { type GuideType, guideTypeOf, shippedTypeOf } from './guide-type.ts';
import { decodeGuideType } from './guide-type-file.ts';

/** Where the shipped guide types are: beside `src/` and `dist/`. */
const shippedFolder = fileURLToPath(new URL('../../schemas/', import.meta.url));

const metaSchemaName = 'guide-type.schema.json';

/** The schemas of the vocabulary and of the config lie in the same folder; they describe no guides. */
const others = new Set([metaSchemaName, 'config.schema.json']);

/** The guide types that come with guidepost, by name; tests have checked them, so no run does it again. */
export async function loadShippedTypes(host: Host, messages: Messages): Promise<ReadonlyMap<string, GuideType>> {
  const entries = await host.files.readFolder(shippedFolder);
  const names = entries.map(({ name }) => name).filter((name) => name.endsWith('.schema.json') && !others.has(name));
  const types = await Promise.all(
    names.sort().map(async (name) => shippedTypeOf(name, await readShipped(name, host, messages))),
  );
  return new Map(types.map((type) => [type.name, type]));
}

/** One guide type from its file, JSON or YAML; a file that is missing, or that has mistakes, is a `UserError` that lists them. */
export async function loadGuideType(path: string, host: Host, messages: Messages): Promise<GuideType> {
  const text = await readText(path, host, messages);
  const file = decodeGuideType(path, text);
  const metaSchema = parsedOnce(await readShipped(metaSchemaName, host, messages));
  const mistakes = checkGuideType(file, metaSchema, messages.typeMistakes);
  if (mistakes.length > 0) throw mistaken(mistakes, path, text, host, messages);
  const schema = file.value as SchemaNode;
  const type = guideTypeOf(path, isMetaSchema(schema.$schema) ? { ...schema, $schema: dialect } : schema);
  try {
    // Compiled now, a schema that the validator refuses is a mistake of the file; later it would be taken for a bug.
    type.validate({});
  } catch (cause) {
    const message = messages.typeMistakes.invalid({ reason: cause instanceof Error ? cause.message : String(cause) });
    throw mistaken([{ offset: 0, message }], path, text, host, messages, cause);
  }
  return type;
}

/** The vocabulary as it was parsed last: what is made of it is kept for it. */
let parsed: { readonly text: string; readonly schema: SchemaNode } | undefined;

function parsedOnce(text: string): SchemaNode {
  if (parsed?.text !== text) parsed = { text, schema: JSON.parse(text) as SchemaNode };
  return parsed.schema;
}

async function readText(path: string, host: Host, messages: Messages): Promise<string> {
  try {
    return new TextDecoder().decode(await host.files.readFile(path));
  } catch (cause) {
    throw new UserError(messages.unreadableSchema({ path: displayPath(path, host) }), { cause });
  }
}

function readShipped(name: string, host: Host, messages: Messages): Promise<string> {
  return readText(resolve(shippedFolder, name), host, messages);
}

function mistaken(
  mistakes: readonly PlacedMistake[],
  path: string,
  text: string,
  host: Host,
  messages: Messages,
  cause?: unknown,
): UserError {
  const positionAt = lineIndex(text);
  const shown = displayPath(path, host);
  const lines = mistakes.map(({ offset, message }) => {
    const { line, column } = positionAt(offset);
    return `${shown}:${line}:${column}: ${message}`;
  });
  if (lines.length > 1) lines.unshift(messages.typeMistakes.heading({ path: shown, count: lines.length }));
  return new UserError(lines, { cause });
}
