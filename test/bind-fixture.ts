import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindGuide } from '../src/guide-types/bind-guide.ts';
import { type GuideType, guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { Guide, SchemaNode } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';

/** The project's top folder. */
export const root = fileURLToPath(new URL('../', import.meta.url));

/** A shipped guide type. */
export function shippedType(name: string): GuideType {
  const file = `${name}.schema.json`;
  return guideTypeOf(file, JSON.parse(readFileSync(join(root, 'schemas', file), 'utf8')) as SchemaNode);
}

/** Binds a file's text. */
export function bindText(text: string, type: GuideType, path = 'guide.md'): Guide {
  const bom = text.startsWith('\uFEFF');
  return bindGuide(parseDocument({ path, text: bom ? text.slice(1) : text, bom }), type);
}

/** Binds a file. */
export function bindFile(path: string, type: GuideType): Guide {
  return bindText(readFileSync(path, 'utf8'), type, basename(path));
}
