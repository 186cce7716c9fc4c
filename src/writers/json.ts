import { createHash } from 'node:crypto';
import type { GuideTypeInfo } from '../model.ts';
import { version } from '../version.ts';
import { eachText } from './each-text.ts';
import { guideName } from './guide-keys.ts';
import { baseName, nameGiver, safeName } from './output-names.ts';
import { pickValues } from './pick-values.ts';
import type { GuideContent, StreamWriter } from './stream-writer.ts';
import type { WriteOptions } from './writer.ts';

const generator = 'guidepost';

const toJson = (value: unknown): string => JSON.stringify(value, null, 2);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Normalized guides as JSON: one array for all, or a file with one object for each guide and an index of them. */
export const json: StreamWriter = {
  name: 'json',
  extension: 'json',
  isStream: true,

  async *writeAll(guides, options) {
    let isFirst = true;
    for await (const { text } of eachText(guides, ({ value }) => toJson(pickValues(value, options.pick)), options)) {
      yield isFirst ? '[\n  ' : ',\n  ';
      yield text.replaceAll('\n', '\n  ');
      isFirst = false;
    }
    yield isFirst ? '[]\n' : '\n]\n';
  },

  async *writeFiles(guides, options) {
    const [nameOf, keyOf] = [nameGiver(['index']), nameGiver()];
    const entries: object[] = [];
    const types = new Map<string, GuideTypeInfo>();
    const toContent = ({ value }: GuideContent): string => `${toJson(pickValues(value, options.pick))}\n`;
    for await (const { guide, text: content } of eachText(guides, toContent, options)) {
      const { path } = guide.document.source;
      const file = `${nameOf(safeName(baseName(path)))}.json`;
      types.set(guide.type.name, guide.type);
      entries.push({ slug: keyOf(guideName(guide)), type: guide.type.name, path, file, hash: sha256(content) });
      yield { path: file, content, guide: path };
    }
    yield { path: 'index.json', content: `${toJson(indexOf(entries, types, options))}\n` };
  },
};

/** What a program that loads the folder wants to know first; the hash of a type changes with its schema. */
function indexOf(guides: readonly object[], types: ReadonlyMap<string, GuideTypeInfo>, { pick }: WriteOptions): object {
  const byName = [...types.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    generator,
    version,
    types: byName.map(({ name, schema }) => ({
      name,
      ...(schema.$id !== undefined && { schema: schema.$id }),
      hash: sha256(JSON.stringify(schema)),
    })),
    ...(pick && { pick }),
    count: guides.length,
    guides,
  };
}

/** True for the index of a folder of guides. */
export function isIndex(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'generator' in value &&
    value.generator === generator &&
    'guides' in value &&
    Array.isArray(value.guides)
  );
}
