import { posix } from 'node:path';
import type { Definition, Link } from 'mdast';
import type { Collection } from '../collection.ts';
import { rangeOf } from '../guide-types/scope.ts';
import type { Guide, Range } from '../model.ts';
import { fileNameOf } from '../rules/file-name-of.ts';
import { guideNames } from '../rules/guide-names.ts';
import { guideReferences } from '../rules/guide-references.ts';
import { KnownGuides } from '../rules/known-guides.ts';
import { nodesOf } from '../rules/nodes-of.ts';
import { withinQuotes } from '../rules/within-quotes.ts';
import type { Cursor } from './open-guide.ts';

/** A place where one guide names another; `range` is the name itself, without quotes, folder or extension. */
export interface Mention {
  readonly kind: 'field' | 'link';
  readonly guide: Guide;
  readonly range: Range;
  readonly targets: readonly Guide[];
}

/** All places of the collection where guides name each other: fields of the front matter, and links to their files. */
export function mentionsIn(collection: Collection, guides: readonly Guide[] = collection.guides): Mention[] {
  const known = new KnownGuides(collection.guides.map((guide) => [guide, guideNames(guide)] as const));
  const files = guidesByAddress(collection.guides);
  return guides.flatMap((guide) => [...fieldMentions(guide, known), ...linkMentions(guide, files)]);
}

/** Where a guide says what it is called; undefined where only its file name says so. */
export function slugRange(guide: Guide): Range | undefined {
  const { range } = guideNames(guide);
  return range.end > 0 ? withinQuotes(guide.document.source.text, range) : undefined;
}

/** The guides that the name under the cursor stands for, and where it stands. */
export function namedAt({
  guide,
  offset,
  collection,
}: Cursor): { targets: readonly Guide[]; range: Range } | undefined {
  const own = slugRange(guide);
  const isUnder = ({ range }: { range: Range }): boolean => range.start <= offset && offset <= range.end;
  if (own && isUnder({ range: own })) return { targets: sameName(guide, collection), range: own };
  const mention = mentionsIn(collection, [guide]).find(isUnder);
  return mention && { targets: mention.targets, range: mention.range };
}

/** The guides that share a guide's name, as translations do. */
function sameName(guide: Guide, { guides }: Collection): readonly Guide[] {
  const [name] = guideNames(guide).all;
  return guides.filter((other) => guideNames(other).all[0] === name);
}

function fieldMentions(guide: Guide, known: KnownGuides<Guide>): Mention[] {
  return guideReferences(guide).flatMap(({ name, range }): Mention[] => {
    const as = known.find(name);
    const inner = withinQuotes(guide.document.source.text, range);
    return 'guides' in as ? [{ kind: 'field', guide, range: inner, targets: as.guides }] : [];
  });
}

function linkMentions(guide: Guide, files: ReadonlyMap<string, Guide>): Mention[] {
  const { path, text } = guide.document.source;
  const links = [...nodesOf(guide.document, 'link'), ...nodesOf(guide.document, 'definition')];
  return links.flatMap(({ node }): Mention[] => {
    const url = node.url.replace(/[?#].*$/, '');
    const target = files.get(posix.join(posix.dirname(path), url));
    const { end } = rangeOf(node);
    const written = text.indexOf(url, labelEnd(node, text));
    if (url === '' || !target || written < 0 || written + url.length > end) return [];
    const start = written + url.lastIndexOf('/') + 1;
    return [{ kind: 'link', guide, range: { start, end: start + fileNameOf(url).length }, targets: [target] }];
  });
}

/** Where the words of a link end, which may be an address themselves. */
function labelEnd(node: Link | Definition, text: string): number {
  const { start } = rangeOf(node);
  if (node.type === 'link') return node.children.reduce((_, child) => rangeOf(child).end, start);
  return start + (/^\[(?:\\.|[^\]\\])*\]/s.exec(text.slice(start, rangeOf(node).end))?.[0].length ?? 0);
}

/** The guides by path, also as addresses write paths. */
function guidesByAddress(guides: readonly Guide[]): ReadonlyMap<string, Guide> {
  return new Map(
    guides.flatMap((guide) => {
      const { path } = guide.document.source;
      return [path, encodeURI(path)].map((address) => [address, guide] as const);
    }),
  );
}
