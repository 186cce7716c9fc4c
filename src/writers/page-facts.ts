import type { Guide, JsonPointer, Locale } from '../model.ts';

/** A value of the front matter under its name for people. */
export interface Fact {
  readonly label: string;
  readonly values: readonly string[];
  /** Whether the front matter has a list here, even one of a single value. */
  readonly isList: boolean;
}

/** What the front matter tells about a page. */
export interface PageFacts {
  readonly title?: string;
  readonly description?: string;
  readonly category?: string;
  /** For links from other guides. */
  readonly slug?: string;
  readonly others: readonly Fact[];
}

type Role = 'title' | 'description' | 'category' | 'slug' | 'hidden' | 'fact';

/** Conventions of front matter at large, for schemas that do not say a field's part in `x-view`. */
const conventions: readonly (readonly [Exclude<Role, 'fact'>, RegExp])[] = [
  ['title', /^(seo_?|meta_?|page_?)?title$/i],
  ['description', /^(seo_?|meta_?|page_?)?description$/i],
  ['category', /^category$/i],
  ['slug', /^slug$/i],
];

/** An address of a picture says nothing to a reader. */
const pictureAddress = /\.(png|jpe?g|gif|webp|avif|svg)$/i;

/** Reads the front matter's values by the schema's annotations; labels are in the page's language. */
export function pageFacts(guide: Guide, language: Locale): PageFacts {
  const roles: Partial<Record<Role, string>> = {};
  const others: Fact[] = [];
  for (const { pointer, value } of frontMatterValues(guide)) {
    const values = [value].flat().filter(isPrintable).map(String);
    const role = roleOf(guide, pointer);
    const [first] = values;
    if (first === undefined || role === 'hidden') continue;
    if (role !== 'fact') roles[role] ??= first.trim();
    else if (!values.every((text) => pictureAddress.test(text))) {
      others.push({ label: guide.type.titleOf(pointer, language), values, isList: Array.isArray(value) });
    }
  }
  return { ...roles, others };
}

function roleOf(guide: Guide, pointer: JsonPointer): Role {
  const view = guide.type.nodeAt(pointer)?.['x-view'];
  if (view === 'hidden' || view === 'fact' || conventions.some(([role]) => role === view)) return view as Role;
  const key = pointer.slice(pointer.lastIndexOf('/') + 1);
  return conventions.find(([, pattern]) => pattern.test(key))?.[0] ?? 'fact';
}

interface PlacedValue {
  readonly pointer: JsonPointer;
  readonly value: unknown;
}

/** Every value that the schema takes from the front matter: schema order first, then keys it does not know. */
function frontMatterValues(guide: Guide): PlacedValue[] {
  const found: PlacedValue[] = [];
  function visit(pointer: JsonPointer, value: unknown, inFrontMatter: boolean): void {
    if (value === undefined) return;
    const node = guide.type.nodeAt(pointer);
    const isThere = inFrontMatter || node?.['x-source']?.frontMatter !== undefined;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const members = new Map(Object.entries(value));
      for (const key of new Set([...Object.keys(node?.properties ?? {}), ...members.keys()])) {
        visit(`${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, members.get(key), isThere);
      }
    } else if (isThere) found.push({ pointer, value });
  }
  visit('', guide.value, false);
  return found;
}

const isPrintable = (value: unknown): value is string | number | boolean =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number' || typeof value === 'boolean';
