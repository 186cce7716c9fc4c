import type { Guide } from '../model.ts';
import { baseName, distinctNames } from './output-names.ts';
import type { GuideContent } from './stream-writer.ts';

/** What the `guide` column of every table joins on: the front matter's slug, else the file's name; always distinct. */
export function guideKeys(guides: readonly Guide[]): string[] {
  return distinctNames(guides.map(guideName));
}

/** The key of a guide where no other guide has the same. */
export function guideName({ document }: GuideContent): string {
  const slug = document.frontMatter?.value?.slug;
  return typeof slug === 'string' && slug !== '' ? slug : baseName(document.source.path);
}
