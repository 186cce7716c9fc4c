import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import { inlineText } from '../../guide-types/text-of.ts';
import { parseMarkdown } from '../../parse/parse-markdown.ts';
import { serializeInline } from './serialize.ts';

/** Where a text is to stand, which decides what in it would be taken for Markdown. */
export type InlinePlace = 'paragraph' | 'item' | 'behind-label' | 'heading' | 'cell';

/** How a text looks at its place, and what of the parsed sample it should be read from. */
interface Sample {
  readonly lineBreak: string;
  readonly before: string;
  readonly after: string;
  readonly type: Nodes['type'];
  /** What the sample itself adds to the text that is read. */
  readonly readBefore: string;
}

const samples: Readonly<Record<InlinePlace, Sample>> = {
  paragraph: { lineBreak: '\\\n', before: '', after: '', type: 'paragraph', readBefore: '' },
  item: { lineBreak: '\\\n', before: '- ', after: '', type: 'paragraph', readBefore: '' },
  'behind-label': { lineBreak: '\\\n', before: '**x:** ', after: '', type: 'paragraph', readBefore: 'x: ' },
  heading: { lineBreak: '<br>', before: '# ', after: '', type: 'heading', readBefore: '' },
  cell: { lineBreak: '<br>', before: '| ', after: ' |\n| --- |', type: 'tableCell', readBefore: '' },
};

/** Nothing in it could pair up with a sign that stands behind it. */
const closed = /^(?:[^[\]*_`~<!&\\\n]|\[[^[\]*_`~<!&\\\n]*\](?!\())*$/u;

const boldSample: Sample = { lineBreak: '<br>', before: '**', after: '**', type: 'paragraph', readBefore: '' };

const harmless = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}ー、。「」『』（）・？！ ]*$/u;

/**
 * Plain text as inline Markdown that reads as that text: as it is where nothing in it would be taken for Markdown, with
 * escapes otherwise. Line ends become line breaks.
 */
export function inlineContent(text: string, place: InlinePlace): PhrasingContent[] {
  const { lineBreak } = samples[place];
  const source = text.replaceAll('\n', lineBreak);
  if (harmless.test(text) || readsAs(text, source, samples[place])) return [{ type: 'html', value: source }];
  const forceBreak: PhrasingContent = lineBreak === '<br>' ? { type: 'html', value: lineBreak } : { type: 'break' };
  return text
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [forceBreak] : []),
      ...(line === '' ? [] : [{ type: 'text', value: line } as const]),
    ]);
}

function readsAs(text: string, source: string, sample: Sample): boolean {
  // Behind one bullet these are text, behind another one they are a thematic break.
  if (/^[\s*_-]+$/m.test(source)) return false;
  const markdown = sample.before + source + sample.after;
  const node = onlyText(parseMarkdown(markdown));
  return node?.type === sample.type && inlineText(node, markdown) === sample.readBefore + text;
}

/** The one node with text in it, when there is no other. */
function onlyText(node: Nodes): Nodes | undefined {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return node;
  if (!('children' in node) || node.children.length !== 1) return undefined;
  const isTask = node.type === 'listItem' && typeof node.checked === 'boolean';
  const [child] = node.children;
  return child && !isTask ? onlyText(child) : undefined;
}

/**
 * Text in bold type, with `behind` inside of it at its end. Asterisks become character references: a reader that looks
 * for the closing marks must not find them earlier.
 */
export function bold(text: string, behind = ''): Paragraph['children'][number] {
  const isLiteral = harmless.test(text) || (closed.test(text) && readsAs(text, text, boldSample));
  const escaped = isLiteral
    ? text
    : serializeInline(
        text
          .split('\n')
          .flatMap((line, index): PhrasingContent[] => [
            ...(index > 0 ? [{ type: 'html', value: '<br>' } as const] : []),
            { type: 'text', value: line },
          ]),
      ).replaceAll('\\*', '&#x2A;');
  return { type: 'strong', children: [{ type: 'html', value: escaped + behind }] };
}
