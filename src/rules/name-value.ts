import { isFrontMatter } from '../guide-types/is-front-matter.ts';
import { parentPointer, stepsOf } from '../guide-types/schema-view.ts';
import type { Guide, JsonPointer, Locale } from '../model.ts';

/**
 * What a writer calls a value: its title; in the front matter with its key as written there; elements of lists by
 * their number. In the language's quotation marks.
 */
export function nameValue(
  guide: Pick<Guide, 'type' | 'document' | 'places'>,
  pointer: JsonPointer,
  locale: Locale,
): string {
  const isKey = isFrontMatter(pointer, guide.type);
  for (let at = pointer; at !== ''; at = parentPointer(at)) {
    const step = stepsOf(at).at(-1) ?? '';
    if (/^\d+$/.test(step) && !isTitled(guide, at))
      return numbered(nameValue(guide, parentPointer(at), locale), step, locale);
    if (isKey) return marked(keyName(guide, at, locale), locale);
    if (isTitled(guide, at)) return marked(guide.type.titleOf(at, locale), locale);
  }
  return marked(guide.type.titleOf(pointer, locale), locale);
}

function isTitled({ type }: Pick<Guide, 'type'>, pointer: JsonPointer): boolean {
  const node = type.nodeAt(pointer);
  return node?.['x-title'] !== undefined || node?.title !== undefined || node?.['x-source']?.section !== undefined;
}

function keyName(guide: Pick<Guide, 'type' | 'document' | 'places'>, pointer: JsonPointer, locale: Locale): string {
  const title = guide.type.titleOf(pointer, locale);
  const selector = guide.type.nodeAt(pointer)?.['x-source']?.frontMatter;
  if (selector === true) return title;
  const written = guide.places.get(pointer)?.key;
  const text = written && guide.document.source.text.slice(written.start, written.end).replaceAll(/^["']|["']$/g, '');
  const key = text ?? [selector ?? stepsOf(pointer).at(-1) ?? ''].flat()[0] ?? '';
  if (comparable(title) === comparable(key)) return key;
  return locale === 'ja' ? `${title}（${key}）` : `${title} (${key})`;
}

function comparable(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}

function numbered(name: string, step: string, locale: Locale): string {
  return locale === 'ja' ? `${name}の${Number(step) + 1}番目` : `Item ${Number(step) + 1} of ${name}`;
}

function marked(name: string, locale: Locale): string {
  return locale === 'ja' ? `「${name}」` : `"${name}"`;
}
