import { frontMatterFields } from '../guide-types/front-matter-fields.ts';
import { valueAt } from '../guide-types/value-at.ts';
import type { Guide, Range } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { fileNameOf } from './file-name-of.ts';

/** What a guide is known by among the others, and where it says so. */
export interface GuideNames {
  /** Its slug where it has one, then the name of its file. */
  readonly all: readonly [string, ...string[]];
  /** The slug's value, else the start of the file. */
  readonly range: Range;
}

/** The names of a guide; its slug is the front-matter value with `x-file-name`. */
export const guideNames = oncePer((guide: Guide): GuideNames => {
  const file = fileNameOf(guide.document.source.path);
  const field = frontMatterFields(guide.type).find(({ node }) => node['x-file-name'] === true);
  const slug = field && valueAt(guide.value, field.pointer);
  const place = field && guide.places.get(field.pointer);
  if (typeof slug !== 'string' || slug.trim() === '' || !place) return { all: [file], range: { start: 0, end: 0 } };
  return { all: slug === file ? [slug] : [slug, file], range: place.range };
});
