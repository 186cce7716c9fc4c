import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { decodedAddress } from '../../decoded-address.ts';
import { adaptCell, adaptTable } from './adapt-table.ts';
import { headingId } from './heading-id.ts';
import type { PageWords } from './page-words.ts';
import { isInside, pageAddress } from './resolve-address.ts';
import type { SiteLinks } from './site-links.ts';

/** A heading that links can point to. */
export interface AnchoredHeading {
  readonly id: string;
  readonly text: string;
  /** As in the Markdown, from 2 (a second H1 counts as 2) to 6. */
  readonly depth: number;
}

/** How an article sits in its page. */
export interface AdaptOptions {
  /** Begins every id, so that no id is a name that scripts look up, and articles can share a page. */
  readonly idPrefix: string;
  /** Begins ids of footnotes; holds a character that `headingId` never gives. */
  readonly footnotePrefix: string;
  /** By how many levels headings go down. */
  readonly headingShift: number;
  readonly words: PageWords;
  /** Of the guide's file: its links count from there. */
  readonly path: string;
  readonly links: SiteLinks;
}

interface Context extends AdaptOptions {
  readonly anchors: ReadonlySet<string>;
  readonly captions: ReadonlyMap<Element, string>;
  readonly insideLink: boolean;
}

type Adapter = (element: Element, context: Context) => ElementContent[];

/** The id that remark-rehype gives to the heading of footnotes, without the prefix. */
const footnoteLabel = 'footnote-label';

/** Fits a sanitized article into our page, in place: takes its title out, gives anchors, and makes tables and pictures behave. */
export function adaptArticle(
  root: Root,
  options: AdaptOptions,
): { title: Element | undefined; headings: readonly AnchoredHeading[] } {
  const title = root.children.find((node): node is Element => isElement(node) && node.tagName === 'h1');
  root.children = withoutIdleRules(root.children.filter((node) => node !== title));
  const { headings, captions } = anchorHeadings(root, options);
  const anchors = new Set(headings.map((heading) => heading.id));
  adaptChildren(root, { ...options, anchors, captions, insideLink: false });
  return { title, headings };
}

/** Drops rules before a chapter, at the start and at the end: they part chapters in the source, headings do on a page. */
function withoutIdleRules(nodes: readonly RootContent[]): RootContent[] {
  const elements = nodes.filter(isElement);
  return elements.filter((element, index) => {
    const next = elements[index + 1];
    return element.tagName !== 'hr' || (index > 0 && next !== undefined && !/^(h[12]|hr)$/.test(next.tagName));
  });
}

/** Gives each heading its id, and each table the words of the heading above it. */
function anchorHeadings(
  root: Root,
  { idPrefix, footnotePrefix, headingShift }: AdaptOptions,
): { headings: AnchoredHeading[]; captions: Map<Element, string> } {
  const headings: AnchoredHeading[] = [];
  const captions = new Map<Element, string>();
  const used = new Set<string>();
  function visit(parent: Root | Element): void {
    const children: readonly RootContent[] = parent.children;
    for (const element of children.filter(isElement)) {
      if (!/^h[1-6]$/.test(element.tagName)) {
        if (element.tagName === 'table') captions.set(element, headings.at(-1)?.text ?? '');
        visit(element);
        continue;
      }
      const depth = Math.max(2, Number(element.tagName[1]));
      element.tagName = `h${Math.min(6, depth + headingShift)}`;
      if (element.properties.id === footnoteLabel) {
        element.properties.id = footnotePrefix + footnoteLabel;
        continue;
      }
      const text = textOf(element);
      const id = headingId(text, idPrefix, used);
      element.properties.id = id;
      headings.push({ id, text, depth });
    }
  }
  visit(root);
  return { headings, captions };
}

function adaptChildren(parent: Root | Element, context: Context): void {
  const children: readonly RootContent[] = parent.children;
  parent.children = children.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return node.type === 'text' ? [node] : [];
    adaptChildren(node, node.tagName === 'a' ? { ...context, insideLink: true } : context);
    return adapters[node.tagName]?.(node, context) ?? [node];
  });
}

const adapters: Readonly<Record<string, Adapter>> = {
  td: adaptCell,
  th: adaptCell,
  table: (table, { captions, words }) => [adaptTable(table, captions.get(table) ?? '', words)],
  pre: (block) => [{ ...block, properties: { ...block.properties, tabIndex: 0 } }],
  img: (image, { words, insideLink, links }) => {
    const { src } = image.properties;
    const alt = String(image.properties.alt ?? '');
    if (typeof src === 'string' && isInside(src, links.baseUrl !== undefined)) {
      return [{ ...image, properties: { ...image.properties, alt, loading: 'lazy' } }];
    }
    if (typeof src !== 'string' || !/^https?:/i.test(src) || insideLink) return alt === '' ? [] : [textNode(alt)];
    // A picture from elsewhere would tell that host who reads the page, and be missing without a network.
    const label = textNode(words.image + (alt || src));
    return [{ type: 'element', tagName: 'a', properties: { href: src }, children: [label] }];
  },
  a: (link, { idPrefix, footnotePrefix, anchors, path, links }) => {
    const { href, ariaDescribedBy, ...rest } = link.properties;
    // The sanitizer took the address away, or there was none.
    if (typeof href !== 'string') return link.children;
    const described = ariaDescribedBy === undefined ? {} : { ariaDescribedBy: [footnotePrefix + footnoteLabel] };
    if (!href.startsWith('#') || href.startsWith(`#${footnotePrefix}`)) {
      const address = pageAddress(href, path, links, idPrefix);
      return address === undefined
        ? link.children
        : [{ ...link, properties: { ...rest, ...described, href: address } }];
    }
    const target = headingId(decodedAddress(href.slice(1)), idPrefix);
    return anchors.has(target) ? [{ ...link, properties: { ...rest, href: `#${target}` } }] : link.children;
  },
};

const textNode = (value: string): ElementContent => ({ type: 'text', value });

const isElement = (node: RootContent): node is Element => node.type === 'element';
