import type { Nodes } from 'mdast';

/** The same place in the trees of both parsers. */
export interface NodePair {
  readonly satteri: Nodes;
  readonly remark: Nodes;
  readonly parent: Nodes | undefined;
  readonly source: string;
}

/** A difference between satteri and remark that guidepost lives with. */
export interface AcceptedDifference {
  readonly name: string;
  readonly reason: string;
  /** The shortest text that shows it; when it no longer does, the entry has to go. */
  readonly sample: string;
  /** For differences of positions alone: whether the positions of this pair differ so. */
  covers?(pair: NodePair): boolean;
  /** For differences of what the text means: the texts that may show it. */
  readonly texts?: RegExp;
}

const startOf = ({ position }: Nodes): number => position?.start.offset ?? -1;
const endOf = ({ position }: Nodes): number => position?.end.offset ?? -1;

/** All of them. */
export const acceptedDifferences: readonly AcceptedDifference[] = [
  {
    name: 'addresses',
    reason:
      'remark finds some addresses in finished text, and they and the text around them have no positions; satteri gives them',
    sample: '[www.example.org',
    covers: ({ remark }) => remark.position === undefined,
  },
  {
    name: 'paragraph of a task',
    reason:
      'where a task begins with something else than text, remark lets the paragraph begin at the box, satteri always behind it',
    sample: '- [ ] *茶*',
    covers: ({ satteri, remark, parent }) =>
      parent?.type === 'listItem' &&
      typeof parent.checked === 'boolean' &&
      endOf(satteri) === endOf(remark) &&
      startOf(satteri) === startOf(remark) + 4,
  },
  {
    name: 'start of the next line',
    reason:
      'what begins the next line (white space, the sign of a quote or an item) belongs for remark to what ends there, for satteri to nobody; it holds no text',
    sample: '> `\\\n> 茶',
    covers: ({ satteri, remark, source }) =>
      startOf(satteri) === startOf(remark) &&
      /^(?=.)[\s>]*(?:[-+*]|\d+[.)])?\s*$/s.test(
        source.slice(Math.min(endOf(satteri), endOf(remark)), Math.max(endOf(satteri), endOf(remark))),
      ),
  },
  {
    name: 'task without text',
    reason: 'an item of nothing but `[x]` is a task for satteri, which then takes the next line for its text',
    sample: '- [x]\n-',
    texts: /\[[ xX]\][ \t]*\n/,
  },
  {
    name: 'heading of a task',
    reason: 'where the text of a task is underlined and so a heading, remark takes the box for text, satteri for a box',
    sample: '- [ ] 茶\n  -',
    texts: /\[[ xX]\][^\n]*\n[ \t>]*(?:-+|=+)[ \t]*(?:\n|$)/,
  },
  {
    name: 'address without a name',
    reason:
      'an address without a host, right behind a sign or at a bar is longer or shorter for the one than for the other, or none',
    sample: 'http://.\\',
    texts: /(?:https?:\/\/|www\.|@)(?:[^\p{L}\p{N}]|$|\S*\|)|[\p{P}\p{S}](?:[^\s]*)(?:https?:\/\/|www\.|@)/u,
  },
  {
    name: 'end of HTML',
    reason:
      'satteri adds the line end to HTML in an item or quote that the next line ends; nothing of it is ever written',
    sample: '> <!-->\n-',
    texts: /(?:^|\n|[>*+:-]|\d[.)])[ \t]*<[!?/a-z][^\n]*\n/i,
  },
  {
    name: 'escaped sign before emphasis',
    reason: 'satteri counts the escaped sign to the run of signs, against CommonMark',
    sample: '\\**茶**',
    texts: /\\\*\*|\\__/,
  },
  {
    name: 'underscore between asterisks',
    reason: 'satteri lets `**` close behind a lone underscore and before a letter, against CommonMark',
    sample: '**_**茶',
    texts: /\*\*?_+\*|__?\*+_/,
  },
  {
    name: 'empty footnote in an item',
    reason: 'satteri takes the item for a loose one',
    sample: '1. [^1]:\n   "',
    texts: /(?:[*+-]|\d[.)])[ \t]+\[\^[^\]]+\]:/,
  },
  {
    name: 'code without a blank line before it',
    reason:
      'satteri parts the first line from the others where indented code begins right below a mark, a rule or a fence, in or after a list',
    sample: '- 茶\n\n***\n    a\n    b',
    texts: /(?:[*+-]|\d[.)])(?:[ \t]{5}|[ \t]*\n)|[^\s][^\n]*\n[ \t>]*(?: {4}|\t)/,
  },
  {
    name: 'blank end of code',
    reason: 'CommonMark takes blank lines at the end of indented code away; remark keeps one in some cases',
    sample: '>\n#\n    d\n     ',
    texts: /\n[ \t]+(?:\n|$)/,
  },
  {
    name: 'heading behind a definition',
    reason: 'for remark a heading right below a definition in a quote begins where the definition does',
    sample: '>[f]:s\n>：\n>=',
    covers: ({ satteri, remark }) =>
      remark.type === 'heading' && endOf(satteri) === endOf(remark) && startOf(satteri) > startOf(remark),
  },
  {
    name: 'emphasis after a symbol beyond the basic plane',
    reason: 'CommonMark 0.31 counts symbols as punctuation; remark does for all, satteri not for these (example 356)',
    sample: '*𞋿*a',
    texts: /[*_]\p{S}|\p{S}[*_]/u,
  },
  {
    name: 'half of a surrogate pair',
    reason: 'native code knows only whole characters; files are decoded from UTF-8 and never hold one',
    sample: '\ud83d',
    texts: /\p{Surrogate}/u,
  },
  {
    name: 'NUL',
    reason: 'remark puts U+FFFD in its place; a file with NUL is reported as binary and not parsed',
    sample: 'a\0',
    texts: /\0/,
  },
];
