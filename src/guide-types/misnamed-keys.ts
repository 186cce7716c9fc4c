import type { Document, FrontMatterPlace, GuideTypeInfo } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { type FrontMatterField, frontMatterFields } from './front-matter-fields.ts';

/** A front-matter key that stands for a value of the type, but is not called so there. */
export interface MisnamedKey {
  readonly written: string;
  readonly place: FrontMatterPlace;
  readonly field: FrontMatterField;
}

/**
 * The keys that go by another name than their type's: one of the field's `x-aliases`, or its own name in other letters
 * (`metaDescription`). Where the field is there under its own name as well, the other key is something else.
 */
export function misnamedKeys({
  document: { frontMatter },
  type,
}: {
  document: Document;
  type: GuideTypeInfo;
}): MisnamedKey[] {
  const value = frontMatter?.value;
  if (!value) return [];
  const fields = frontMatterFields(type);
  const names = new Set(fields.flatMap(({ keys }) => keys));
  const free = Object.keys(value).filter((key) => !names.has(key));
  if (free.length === 0) return [];
  return fields.flatMap((field): MisnamedKey[] => {
    if (field.keys.some((key) => Object.hasOwn(value, key))) return [];
    const wanted = new Set([...field.keys, ...aliasesOf(field)].map(comparable));
    const index = free.findIndex((key) => wanted.has(comparable(key)));
    const [written] = index < 0 ? [] : free.splice(index, 1);
    const place = written === undefined ? undefined : frontMatter.places.get(childPointer('', written));
    return written !== undefined && place ? [{ written, place, field }] : [];
  });
}

function aliasesOf({ node }: FrontMatterField): readonly string[] {
  const aliases = node['x-aliases'];
  return Array.isArray(aliases) ? aliases.map(String) : [];
}

function comparable(key: string): string {
  return key
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
}
