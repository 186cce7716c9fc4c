import { rangeOf } from '../guide-types/scope.ts';
import type { Guide, Range, SchemaNode } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { nodesOf } from './nodes-of.ts';
import { defineRule } from './rule.ts';
import { shortened } from './shortened.ts';
import { spanAround, tagEdits } from './tag-edits.ts';
import { taggedLines } from './tagged-lines.ts';

const type = {
  type: 'object',
  properties: {
    tags: {
      type: 'array',
      'x-tag-form': 'code',
      'x-source': { section: { name: 'Tags', aliases: ['タグ'] }, hashtags: true },
      items: { type: 'string' },
    },
  },
} satisfies SchemaNode;

/** Each tag stands in a code span of its own, where the guide type wants them so. */
export const oneTagPerCodeSpan = defineRule({
  id: 'one-tag-per-code-span',
  severity: 'warning',
  fix: 'safe',
  docs: {
    en: {
      summary: 'Each tag stands in a code span of its own',
      why: 'Tags are shown as chips, one for each code span: `` `#Diving` `#Rescue` ``. Several tags in one code span become one long chip, and bare ones become plain text. Counts where the guide type says `x-tag-form: code`.',
    },
    ja: {
      summary: 'タグが一つずつ「`」で囲まれている',
      why: 'タグは `` `#潜水士` `#海中工事` `` のように一つずつ囲むと、それぞれが一つの札として表示されます。まとめて囲むと長い一枚の札になり、囲まないとただの文字になります。',
    },
  },
  messages: {
    en: {
      together: (p: { count: number; first: string }) =>
        `${p.count} tags stand in one code span; give each its own: \`${p.first}\` …`,
      beside: (p: { first: string }) =>
        `A tag shares its code span with other words; give it one of its own: \`${p.first}\``,
      bare: (p: { first: string }) => `The tags stand bare; put each in a code span: \`${p.first}\` …`,
      again: () => 'More tags of this kind',
      fix: () => 'Put each tag in its own code span',
    },
    ja: {
      together: (p) =>
        `${p.count}個のタグがまとめて「\`」で囲まれています。\`${p.first}\` のように一つずつ囲んでください`,
      beside: (p) => `タグがほかの言葉と一緒に「\`」で囲まれています。\`${p.first}\` のようにタグだけを囲んでください`,
      bare: (p) => `タグが「\`」で囲まれていません。\`${p.first}\` のように一つずつ囲んでください`,
      again: () => 'ここのタグも同じです',
      fix: () => 'タグを一つずつ「`」で囲む',
    },
  },
  examples: {
    accept: [
      { type, guide: '## タグ\n\n`#潜水士` `#海中工事`\n`#資格`\n' },
      { type, guide: '## Tags\n\n- `#Diver`\n- `#Rescue`\n' },
      { guide: '## タグ\n\n`#潜水士 #海中工事`\n' },
    ],
    reject: [
      { type, guide: '## タグ\n\n`#潜水士 #海中工事 #資格`\n', marks: '#潜水士 #海中工事 #資格' },
      { type, guide: '## タグ\n#潜水士 #海中工事\r\n' },
      { type, guide: '## Tags\n\n`#Diver` `#Rescue, #Salvage`\n' },
      { type, guide: '## Tags\n\n- #Diver\n- #Rescue\n' },
    ],
  },
  *check(guide, { say }) {
    const { text } = guide.document.source;
    const spans = nodesOf(guide.document, 'inlineCode').map(({ node }) => rangeOf(node));
    for (const tags of tagLists(guide)) {
      const wrong = taggedLines(tags, text).filter((line) => !isOneEach(line, spans, text));
      const [first, ...others] = wrong;
      if (!first) continue;
      const start = first[0]?.start ?? 0;
      const name = shortened(text.slice(start, first[0]?.end ?? start));
      const isBare = spanAround({ start, end: start }, spans) === undefined;
      const edits = wrong.flatMap((line) => tagEdits(line, spans, text));
      yield {
        range: runOf(first),
        message: isBare
          ? say.bare({ first: name })
          : first.length === 1
            ? say.beside({ first: name })
            : say.together({ count: first.length, first: name }),
        ...(edits.length > 0 && { fix: { kind: 'safe', title: say.fix(), edits } }),
        ...(others.length > 0 && { related: others.map((line) => ({ range: runOf(line), message: say.again() })) }),
      };
    }
  },
});

/** The tags of each list that the guide type wants in code spans. */
function tagLists({ type: guideType, places, value }: Guide): Range[][] {
  return Object.keys(guideType.schema.properties ?? {}).flatMap((key) => {
    const pointer = childPointer('', key);
    const tags = value[key];
    if (guideType.nodeAt(pointer)?.['x-tag-form'] !== 'code' || !Array.isArray(tags)) return [];
    return [tags.flatMap((_tag, index) => places.get(childPointer(pointer, index))?.range ?? [])];
  });
}

/** True when each tag fills a code span of its own; where tags stand without `#`, they were found in code spans. */
function isOneEach(line: readonly Range[], spans: readonly Range[], text: string): boolean {
  return line.every((tag) => {
    if (text[tag.start] === '`') return true;
    const span = spanAround(tag, spans);
    return (
      span !== undefined &&
      /^`+\s?$/.test(text.slice(span.start, tag.start)) &&
      /^\s?`+$/.test(text.slice(tag.end, span.end))
    );
  });
}

function runOf(line: readonly Range[]): Range {
  return { start: line[0]?.start ?? 0, end: line.at(-1)?.end ?? 0 };
}
