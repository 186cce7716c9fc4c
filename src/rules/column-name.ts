import type { Guide, JsonPointer } from '../model.ts';

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** The header that a guide in its language would give a table's column; undefined for one that shares another's cells. */
export function columnName({ type, document }: Guide, table: JsonPointer, property: string): string | undefined {
  const source = type.nodeAt(table)?.['x-source'];
  const known = source?.table?.columns[property] ?? source?.questions?.[property as 'question' | 'answer'];
  if (known === undefined || typeof known === 'string') return undefined;
  const isJapanese = kana.test(document.source.text);
  return known.find((name) => japanese.test(name) === isJapanese) ?? known[0];
}

/** The headers that a table of the guide should have, in the schema's order. */
export function columnNames(guide: Guide, table: JsonPointer): string[] {
  const source = guide.type.nodeAt(table)?.['x-source'];
  const properties = Object.keys(source?.table?.columns ?? source?.questions ?? {});
  return properties.flatMap((property) => columnName(guide, table, property) ?? []);
}
