import { rangeOf } from '../guide-types/scope.ts';
import type { Document, Fix, Guide, Range } from '../model.ts';
import { answerLabelsOf, beginsWithAnswer } from './answer-labels.ts';
import { type CutList, cutLists, type FallenBlock, indentInto } from './fallen-blocks.ts';
import { lazyLines } from './lazy-lines.ts';
import { ListShapes } from './list-shape.ts';
import { defineRule, type Finding } from './rule.ts';
import { shortened } from './shortened.ts';
import { swallowedItems } from './swallowed-items.ts';

interface Messages {
  swallowed(p: { item: string; spaces: number }): string;
  code(p: { item: string; spaces: number }): string;
  lazy(p: { line: string }): string;
  cut(p: { item: string; number: number }): string;
  also: string;
  indent: string;
  apart: string;
}

/** Each item of a list stands where its author meant it: below its parent, and as a list. */
export const noMisnestedList = defineRule<Messages>({
  id: 'no-misnested-list',
  severity: 'error',
  fix: 'safe',
  docs: {
    en: {
      summary: 'List items are indented so that they are list items where they should be',
      why: 'Where a nested item begins is decided by its spaces: four too many, and it becomes a part of the sentence above, with its `*` in plain sight, or a box of program code; too few, and it cuts a numbered list in two. A line right below a list belongs to its last item unless an empty line keeps it apart. Nested items begin exactly below the text of the item above them.',
    },
    ja: {
      summary: '箇条書きの字下げが合っていて、どの項目も箇条書きとして表示される',
      why: '入れ子の項目は、行頭の空白の数で読み取られます。四つ多すぎると上の文の続きになって「*」がそのまま見えたり、プログラムの枠で表示されたりします。足りないと、番号つきの箇条書きがそこで切れます。また、箇条書きのすぐ下の行は、空行を入れないと最後の項目の続きになります。入れ子の項目は、上の項目の文字とちょうど同じ位置から始めてください。',
    },
  },
  messages: {
    en: {
      swallowed: (p) =>
        `"${p.item}" is indented so far that it runs on in the line above and its mark is printed; ${wantedIndent(p)}`,
      code: (p) => `"${p.item}" is indented so far that it is shown as program code; ${wantedIndent(p)}`,
      lazy: (p) => `"${p.line}" runs on in the list item above; put an empty line before it`,
      cut: (p) =>
        `"${p.item}" stands at the level of the numbers and cuts the list behind ${p.number}; indent it below the text of ${p.number}`,
      also: 'Here as well',
      indent: 'Correct the indentation',
      apart: 'Insert an empty line',
    },
    ja: {
      swallowed: (p) =>
        `「${p.item}」は字下げが深すぎて上の行の続きになり、記号がそのまま表示されます。${wantedInJapanese(p)}`,
      code: (p) => `「${p.item}」は字下げが深すぎて、プログラムの枠で表示されます。${wantedInJapanese(p)}`,
      lazy: (p) => `「${p.line}」が上の箇条書きの続きになっています。前に空行を入れてください`,
      cut: (p) =>
        `「${p.item}」が番号と同じ位置にあり、番号つきの箇条書きが${p.number}で切れています。${p.number}の文字の位置まで字下げしてください`,
      also: 'ここも同じです',
      indent: '字下げを直す',
      apart: '空行を入れる',
    },
  },
  examples: {
    accept: [
      { guide: '* **Do:**\n    * **Read:** a manual\n    * **Practise:** each day\n' },
      { guide: '1. 材料をそろえる\n   - 木材\n   - くぎ\n2. 組み立てる\n' },
      { guide: '- 面取りをします。\n  木口はとくにていねいに。\n\n仕上げは紙やすりで。\n' },
      { guide: 'Cut it like this:\n\n    saw --fine board\n\nTotal = 3\n    + 4\n' },
      { guide: '1. 削る\n2. 磨く\n\n- かんな\n- のこぎり\n\n1. 塗る\n' },
    ],
    reject: [
      {
        guide: '*   **すること:**\n        *   **本:** 木工の入門書を読む\n        *   **講座:** 週末の教室に通う\n',
        marks: '*   **本:** 木工の入門書を読む',
      },
      { guide: 'You need:\n\n    - a saw\n    - a plane\n', marks: '- a saw' },
      {
        guide: '1.  木を選ぶ\n-   **例**: 杉、ひのき\n2.  寸法を測る\n3.  切る\n',
        marks: '-   **例**: 杉、ひのき',
      },
      { guide: '* **道具:** のこぎり\n**場所:** 作業場\n', marks: '**場所:** 作業場' },
      { guide: '- 刃物は毎日研ぎます。\n研ぎ方は親方に教わります。\n', marks: '研ぎ方は親方に教わります。' },
      { guide: '1. Measure\r\n  - twice\r\n2. Cut\r\n  - once\r\n' },
    ],
  },
  *check(guide, { say }) {
    const { document } = guide;
    const shapes = new ListShapes(document.source.text);
    yield* swallowed(document, shapes, say);
    yield* lazy(document, say);
    for (const cut of cutLists(document)) yield* cutBy(cut, guide, shapes, say);
  },
});

function wantedIndent({ spaces }: { spaces: number }): string {
  return spaces === 0 ? 'do not indent it' : `indent it by ${spaces} spaces`;
}

function wantedInJapanese({ spaces }: { spaces: number }): string {
  return spaces === 0 ? '行頭の空白を消してください' : `行頭の空白を${spaces}個にしてください`;
}

function* swallowed(document: Document, shapes: ListShapes, say: Messages): Generator<Finding> {
  const { text } = document.source;
  for (const { as, lines, indent, edits } of swallowedItems(document, shapes)) {
    const [first, ...others] = lines;
    if (!first) continue;
    const item = shortened(text.slice(first.start, first.end));
    const message = as === 'code' ? say.code({ item, spaces: indent }) : say.swallowed({ item, spaces: indent });
    yield finding(first, message, {
      others,
      also: say.also,
      ...(edits && { fix: { kind: 'safe', title: say.indent, edits } }),
    });
  }
}

function* lazy(document: Document, say: Messages): Generator<Finding> {
  const { text } = document.source;
  for (const { range, edits, isLabelled } of lazyLines(document)) {
    const fix: Fix = { kind: isLabelled ? 'safe' : 'unsafe', title: say.apart, edits };
    yield { range, message: say.lazy({ line: shortened(text.slice(range.start, range.end)) }), fix };
  }
}

function* cutBy(cut: CutList, guide: Guide, shapes: ListShapes, say: Messages): Generator<Finding> {
  const { text } = guide.document.source;
  const labels = answerLabelsOf(guide);
  // An answer that fell out of its list is told by answer-in-its-list.
  if (cut.blocks.some(({ nodes }) => beginsWithAnswer(nodes, text, labels))) return;
  const blocks = cut.blocks.filter((block, index) => isMisplaced(block, index, text));
  const [first, ...others] = blocks.map(({ nodes, item, number }) => ({ range: firstLine(nodes, text), item, number }));
  if (!first) return;
  const edits = indentInto({ ...cut, blocks }, shapes);
  const message = say.cut({ item: shortened(text.slice(first.range.start, first.range.end)), number: first.number });
  yield finding(first.range, message, {
    others: others.map(({ range }) => range),
    also: say.also,
    ...(edits && { fix: { kind: 'safe', title: say.indent, edits } }),
  });
}

/** Bullets between two numbers; behind the last number only those that follow it without a gap. */
function isMisplaced({ nodes, item, number, next }: FallenBlock, index: number, text: string): boolean {
  const [bullets, other] = nodes;
  if (bullets?.type !== 'list' || other) return false;
  if (next) return (next.start ?? 1) === number + 1;
  const gap = text.slice(rangeOf(item).end, rangeOf(bullets).start);
  const isIndented = (bullets.position?.start.column ?? 1) > (item.position?.start.column ?? 1);
  return !/\n[ \t]*\r?\n/.test(gap) && (isIndented || index > 0);
}

function firstLine(nodes: FallenBlock['nodes'], text: string): Range {
  const start = nodes[0] ? rangeOf(nodes[0]).start : 0;
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? undefined : end).trimEnd();
  return { start, end: start + line.length };
}

interface Extras {
  readonly others: readonly Range[];
  readonly also: string;
  readonly fix?: Fix;
}

function finding(range: Range, message: string, { others, also, fix }: Extras): Finding {
  return { range, message, related: others.map((other) => ({ range: other, message: also })), ...(fix && { fix }) };
}
