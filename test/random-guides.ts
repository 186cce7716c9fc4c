import fc from 'fast-check';
import { bareQuestion } from '../src/guide-types/find-questions.ts';
import { serialize } from '../src/writers/markdown/serialize.ts';

/** Words and signs that writers use; many of them mean something to Markdown. */
const words = [
  '薬剤師', '海図', 'ひらがな', 'カタカナー', '「引用」', '（括弧）', '。', '、', '…', '！', '？',
  'tide', 'table', 'snake_case', 'Café', '500〜800', '500~800', '~~', '1,300', '3.5%', '¥', '$x$',
  '*', '**', '_', '__', '***', '`', '``', '[x]', '[ ]', '](y)', '![', '|', '||', '\\', '\\*', '\\|', '#', '##', '#tag',
  '<b>', '</b>', '<br>', '<!--', '-->', '&', '&amp;', '&lt;', '>', '-', '--', '---', '+', '=', '===', '1.', '2)', '①',
  ':', '：', 'Q1.', 'https://example.org/a_b', 'www.example.org', 'a@example.org', '[^1]', '^', '{x}', '"', "'", '🚀', '　全角',
]; // biome-ignore format: a list of words

const starts = ['', '', '', '- ', '1. ', '# ', '> ', '* ', '+ ', '| ', '    ', '```', '---', '12) ', '[x]: '];

/** One line of text without white space at its ends. */
export const line = fc
  .tuple(
    fc.constantFrom(...starts),
    fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom('', ' ')), { minLength: 1, maxLength: 7 }),
  )
  .map(([start, parts]) => (start + parts.map((part) => part.join('')).join('')).trim());

/** Some lines of text. */
export const lines = fc.array(line, { minLength: 1, maxLength: 4 }).map((several) => several.join('\n'));

const word = fc.constantFrom('船長', '薬局', '図書館', 'harbour', 'museum', 'bakery', 'C3', '水族館');

/** Words without any sign in them, for what may not have one. */
export const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((several) => several.join('の'));

/** Markdown of several blocks, with neither headings nor labels in it. */
const markdown = fc
  .array(
    fc.oneof(
      line.map((text) => serialize([{ type: 'paragraph', children: [{ type: 'text', value: text }] }])),
      fc.constant('> A quotation\n> of two lines'),
      fc.constant('```js\nconst a = 1;\n\n  - no list\n```'),
      fc.constant('1. First\n2. Second\n\n   with a *paragraph*'),
      fc.constant('- 第一\n- 第二\n  - その下'),
      fc.constant('* one\n\n* two'),
      fc.constant('| a | b |\n| - | - |\n| 1 | 2 |'),
      fc.constant('**太字**の文章と[リンク](https://example.org "題")。\n次の行。'),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((blocks) => apart(blocks.map((block) => block.trim())))
  .filter((text) => text !== '');

/** Two lists side by side would be one. */
function apart(blocks: readonly string[]): string {
  return blocks.filter((block, index) => index === 0 || !/^(?:[-*]|\d+[.)]) /.test(block)).join('\n\n');
}

/** Markdown without anything that a list of items would take for one. */
const proseOnly = fc
  .array(name, { minLength: 1, maxLength: 3 })
  .map((paragraphs) => paragraphs.map((text) => `${text}である。`).join('\n\n'));

const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

const labelled = fc.record({ label: line.filter((text) => text.length <= 40), text: lines });

const plantColumns: fc.Arbitrary<string[]> = fc.constantFrom(
  ['名前', '高さ', '備考'],
  ['No.', 'Plant name', 'Height (cm)', 'Remarks', '育つ場所'],
  ['高さ', '名前'],
);

const plants = plantColumns.chain((headers) =>
  fc.record({
    headers: fc.constant(headers),
    rows: fc.array(
      fc.record(
        {
          name: lines,
          height: fc.integer({ min: -99, max: 99_999 }),
          ...(headers.length > 2 && { notes: lines }),
          ...(headers.includes('育つ場所') && { 育つ場所: line }),
        },
        { requiredKeys: headers.includes('育つ場所') ? ['name', '育つ場所'] : ['name'] },
      ),
      { maxLength: 4 },
    ),
  }),
);

const duties = fc.array(
  fc.record(
    { title: lines, goal: lines, details: fc.array(labelled, { minLength: 1, maxLength: 3 }), body: markdown },
    { requiredKeys: ['title', 'details'] },
  ),
  { maxLength: 3 },
);

const questionWords = ['質問', 'Q', 'Question'];
const group = name.map((text) => `${text}の分野`).filter((text) => bareQuestion(text, questionWords) === text);

const questions = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.tuple(
        optional(group),
        fc.array(fc.tuple(line, lines, optional(lines), fc.boolean()), { minLength: 1, maxLength: 3 }),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([isTable, groups]) => ({
    headers: isTable ? ['No.', '質問', '答え'] : undefined,
    questions: groups.flatMap(([own, several], index) =>
      several.map(([question, answer, hint, isAnswered]) => ({
        question,
        ...(isAnswered || isTable ? { answer } : { answer: null }),
        // Whoever stands under no heading stands before the first one.
        ...(index > 0 && { group: own ?? 'その他の分野' }),
        ...(hint !== undefined && !isTable && { hint }),
      })),
    ),
  }));

const tags = fc.oneof(
  fc.uniqueArray(fc.constantFrom('航海士', '薬剤師', 'C++', 'Node.js', 'b_c', '在宅医療'), { minLength: 1 }),
  fc.uniqueArray(fc.constantFrom('Substance Painter', 'tide table', '潮 汐'), { minLength: 1 }),
);

const place = fc.record({ kind: name, inside: lines, note: proseOnly }, { requiredKeys: [] });

/** Values of the type with every kind of source, as reading Markdown gives them. */
export const guideValue = fc
  .record({
    meta: fc.record(
      { slug: line, words: fc.array(line, { maxLength: 3 }), unknown: fc.jsonValue() },
      { requiredKeys: ['slug'] },
    ),
    title: lines,
    opening: optional(markdown),
    plants: optional(plants),
    duties: optional(duties),
    tools: optional(fc.array(fc.record({ name: line, use: lines }, { requiredKeys: ['name'] }), { maxLength: 4 })),
    steps: optional(fc.array(lines, { maxLength: 4 })),
    questions: optional(questions),
    place: optional(place),
    tags: optional(tags),
    introOfDuties: optional(proseOnly),
    introOfTools: optional(lines),
    headingOfDuties: fc.constantFrom('🔧 仕事', 'Duties', '2️⃣ 仕事：毎日のこと', '*仕事*'),
    other: optional(proseOnly),
  })
  .map((parts) => {
    const { plants: table, questions: asked, introOfDuties, introOfTools, headingOfDuties, ...values } = parts;
    return withoutUndefined({
      ...values,
      plants: table?.rows,
      questions: asked?.questions,
      intros: { duties: parts.duties && introOfDuties, tools: parts.tools && introOfTools },
      headings: { duties: parts.duties && headingOfDuties, tags: parts.tags && '🏷️ 札' },
      columns: { plants: table?.headers, questions: asked && asked.questions.length > 0 ? asked.headers : undefined },
    });
  });

function withoutUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}
