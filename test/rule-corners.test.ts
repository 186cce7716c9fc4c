import type { Heading, Paragraph, TableCell } from 'mdast';
import { describe, expect, test } from 'vitest';
import { Binding } from '../src/guide-types/binding.ts';
import { chooseType, matchType } from '../src/guide-types/choose-type.ts';
import { Claims, unclaimed } from '../src/guide-types/claims.ts';
import { compileValidator } from '../src/guide-types/compile-validator.ts';
import { contextMistakes } from '../src/guide-types/context-mistakes.ts';
import { decideType } from '../src/guide-types/decide-type.ts';
import { findQuestions } from '../src/guide-types/find-questions.ts';
import { cellRange } from '../src/guide-types/find-tables.ts';
import { frontMatterSchema } from '../src/guide-types/front-matter-schema.ts';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import { matchHeaders } from '../src/guide-types/match-columns.ts';
import { NameIndex } from '../src/guide-types/name-index.ts';
import { normalizeHeading } from '../src/guide-types/normalize-heading.ts';
import { SchemaView } from '../src/guide-types/schema-view.ts';
import { partOf } from '../src/guide-types/scope.ts';
import { inlineText } from '../src/guide-types/text-of.ts';
import { outlineType } from '../src/guide-types/type-outline.ts';
import { validateGuide } from '../src/guide-types/validate-guide.ts';
import { typeMistakes } from '../src/locale/type-mistakes.ts';
import type { Document, Problem, SchemaNode } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { blocksWithDoubles } from '../src/rules/doubled-places.ts';
import { editsGive } from '../src/rules/edits-give.ts';
import { brokenEmphasis } from '../src/rules/emphasis-pairs.ts';
import { cutLists, indentInto } from '../src/rules/fallen-blocks.ts';
import { guideSections } from '../src/rules/guide-sections.ts';
import { itemName } from '../src/rules/item-name.ts';
import { ListShapes } from '../src/rules/list-shape.ts';
import { areMended, mendedEmphasis } from '../src/rules/mended-emphasis.ts';
import { promisedWords } from '../src/rules/promised-words.ts';
import { swallowedItems } from '../src/rules/swallowed-items.ts';
import { blocksAt, proseOf } from '../src/rules/text-blocks.ts';
import { inOrderOfText } from '../src/rules/unknown-chapters.ts';
import { WordList, WordSieve } from '../src/rules/word-sieve.ts';
import { findSuppressions } from '../src/suppress/find-suppressions.ts';
import { HiddenProblems } from '../src/suppress/hidden-problems.ts';
import { found, markedBy, plain, repairedBy, saidBy } from './marked-text.ts';
import { guideOf } from './rule-examples.ts';

function documentOf(text: string): Document {
  return parseDocument({ path: 'example.md', text, bom: false });
}

/** All that may be read again is used up. */
function spent(text: string): ListShapes {
  const shapes = new ListShapes(text);
  shapes.shapeOf({ start: 0, end: 1_000_000 }, []);
  return shapes;
}

describe('a text that has been read too often', () => {
  test('has no shape', () => {
    const text = '- 海\n- 光\n';
    const run = { start: 0, end: text.length };
    expect(new ListShapes(text).shapeOf(run, [])).toEqual({ lists: 1, items: 2, letters: '海光' });
    expect(spent(text).shapeOf(run, [])).toBeUndefined();
  });

  test('keeps its numbered list in two', () => {
    const text = '1. 海\n- 光\n2. 風\n';
    const [cut] = cutLists(documentOf(text));
    const edits = [{ range: { start: 5, end: 5 }, text: '   ' }];
    expect(cut && indentInto(cut, new ListShapes(text))).toEqual(edits);
    expect(cut && indentInto(cut, spent(text))).toBeUndefined();
  });

  test('keeps its swallowed items', () => {
    const text = '海:\n    - 光\n    - 風\n';
    const document = documentOf(text);
    const lines = [
      { start: 7, end: 10 },
      { start: 15, end: 18 },
    ];
    expect(swallowedItems(document, new ListShapes(text))[0]?.edits).toBeDefined();
    expect(swallowedItems(document, spent(text))).toEqual([{ as: 'paragraph', lines, indent: 0 }]);
  });
});

describe('a text within a run', () => {
  const text = '海と*光*と`風`と![灯](a.png)。';
  const [paragraph] = documentOf(text).tree.children as [Paragraph];

  test.each([
    [0, 2, '海と'],
    [0, text.length, '海と光と風と灯。'],
    [3, 4, '光'],
    [1, 4, 'と光'],
    [6, 8, '風'],
    [text.length, text.length + 9, ''],
    [-9, 0, ''],
  ])('from %i to %i', (start, end, expected) => {
    expect(inlineText(paragraph, text, { start, end })).toBe(expected);
  });
});

test('two headings come in the order of the text', () => {
  const [first, second] = documentOf('## 海\n\n## 光\n').tree.children as [Heading, Heading];
  expect(inOrderOfText(first, second)).toEqual([first, second]);
  expect(inOrderOfText(second, first)).toEqual([first, second]);
});

describe('the text that an item goes by', () => {
  const text = { type: 'string' };
  const item = { type: 'object', properties: { size: { type: 'number' }, name: text, use: text } };
  const type: SchemaNode = {
    type: 'object',
    properties: { a: { type: 'array', items: item, 'x-source': { frontMatter: 'a' } } },
  };

  test.each([
    ['海', '/a/0/name', '海'],
    ['{size: 2, name: 海, use: 光}', '/a/0/size', '海'],
    ['{name: "", use: 光}', '/a/0/name', '光'],
    ['{size: 2}', '/a/0/name', undefined],
    ['{name: 海}', '/a/0', undefined],
    ['{name: 海}', '/a', undefined],
  ])('of %s at %s', (written, pointer, expected) => {
    expect(itemName(guideOf({ guide: `---\na: [${written}]\n---\n`, type }), pointer)).toBe(expected);
  });
});

describe('without anything to look at', () => {
  test('no front matter gives no values', () => {
    expect(editsGive(documentOf('海\n'), [], {})).toBe(false);
    expect(editsGive(documentOf('---\na: 1\n---\n'), [], { a: 1 })).toBe(true);
    expect(editsGive(documentOf('---\na: 1\nb: 2\n---\n'), [], { b: 2, a: 1 })).toBe(true);
  });

  test('no asterisk is no broken emphasis', () => {
    const document = documentOf('海と光。\n');
    expect(proseOf(document).blocks.map((block) => brokenEmphasis(block, document))).toEqual([[]]);
  });

  test('emphasis without an end is not mended', () => {
    const [block] = documentOf('**海\n').tree.children as [Paragraph];
    expect(mendedEmphasis({ opening: { start: 0, end: 2 } }, '**海\n', block)).toBeUndefined();
  });

  test('no trial has no verdict, and what is no paragraph is not mended', () => {
    const mended = [{ edits: [], text: '**海**', emphasized: '**海**' }];
    expect(areMended([])).toEqual([]);
    expect(areMended([{ block: '- **海**', start: 0, mended }])).toEqual([false]);
    expect(
      areMended([
        { block: '- **海**', start: 0, mended },
        { block: 'は**海**', start: 0, mended },
        { block: 'は*海*', start: 0, mended },
      ]),
    ).toEqual([false, true, false]);
  });

  test('a place behind the last block is in none', () => {
    const prose = proseOf(documentOf('海\n\n光\n'));
    expect(blocksAt(prose, (from) => (from === 0 ? prose.text.length + 9 : -1))).toEqual([]);
    expect(blocksWithDoubles(prose)).toEqual([]);
  });

  test('no table leaves no place', () => {
    const binding = new Binding(documentOf('海\n'));
    binding.rememberTables([], '/a');
    expect([...binding.places, ...binding.tables]).toEqual([]);
  });

  test('no type is a bug', () => {
    const document = documentOf('海\n');
    expect(chooseType(document, [])).toBeUndefined();
    expect(() => decideType(document, { known: new Map() })).toThrow('no guide type is known');
  });
});

test('a document that has all that a type wants is compared with no other type', () => {
  const walk = guideTypeOf('walk', {
    properties: {
      meta: { 'x-source': { frontMatter: true }, type: 'object', required: ['name'] },
      route: { 'x-source': { section: { name: 'Route' } } },
    },
    required: ['meta', 'route'],
  });
  const compared: string[] = [];
  function* types() {
    for (const name of ['first', 'second', 'third']) {
      compared.push(name);
      yield name === 'second' ? walk : guideTypeOf(name, { properties: {} });
    }
  }
  const chosen = (text: string) => chooseType(documentOf(text), types())?.type.name;
  expect(chosen('---\nname: 海\n---\n# 海\n\n## Route\n\n浜へ。\n')).toBe('walk');
  expect(compared.splice(0)).toEqual(['first', 'second']);
  expect(chosen('# 海\n\n## Route\n\n浜へ。\n')).toBe('walk');
  expect(compared).toEqual(['first', 'second', 'third']);
});

describe('the schema of a front matter', () => {
  const schemaOf = (schema: SchemaNode): unknown => frontMatterSchema(guideTypeOf('example', schema), 'en');

  test.each<readonly [SchemaNode, unknown]>([
    [{ 'x-description': { en: 'What it is called', ja: '呼び名' } }, { description: 'What it is called' }],
    [{ description: 'A name' }, { description: 'A name' }],
    [
      { title: 'Name', minLength: 2 },
      { title: 'Name', minLength: 2 },
    ],
    [{}, {}],
  ])('has of %j what editors know', (node, known) => {
    const a = { 'x-source': { frontMatter: 'a' }, ...node };
    expect(schemaOf({ type: 'object', properties: { a } })).toMatchObject({ properties: { a: known } });
    expect(schemaOf({ type: 'object', properties: { a: { ...a, 'x-source': { heading: true } } } })).toBeUndefined();
  });

  test('takes over a definition once, also one that refers to itself', () => {
    const place = { $ref: '#/$defs/place' };
    const properties = { from: place, to: place };
    const definition = { type: 'object', properties: { next: place }, 'x-title': { en: 'Place', ja: '場所' } };
    expect(
      schemaOf({
        type: 'object',
        $defs: { place: definition },
        properties: { meta: { type: 'object', 'x-source': { frontMatter: true }, properties } },
      }),
    ).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'example: front matter',
      type: 'object',
      properties: { from: place, to: place },
      $defs: { place: { title: 'Place', type: 'object', properties: { next: place } } },
    });
  });
});

const object = (properties: Record<string, SchemaNode>): SchemaNode => ({ type: 'object', properties });
const section = (name: string): SchemaNode => ({ type: 'string', 'x-source': { section: { name } } });
/** A type whose front matter has one key. */
const key = (node: SchemaNode): SchemaNode => object({ a: { 'x-source': { frontMatter: 'a' }, ...node } });

describe('repairs that are left to people', () => {
  test.each([
    [
      'list-not-string',
      'of a key deeper in the block',
      '---\nmeta:\n  a: ⟦海、光⟧\n---\n',
      object({
        meta: {
          type: 'object',
          'x-source': { frontMatter: true },
          properties: { meta: object({ a: { type: 'array' } }) },
        },
      }),
    ],
    [
      'list-not-string',
      'of a list in a list',
      '---\na: [⟦"海、光"⟧]\n---\n',
      key({ type: 'array', items: { type: 'array' } }),
    ],
    [
      'unique-items',
      'behind a comment',
      '---\na:\n  - 海\n  - 光 # 昼\n  - ⟦海⟧\n---\n',
      key({ type: 'array', uniqueItems: true }),
    ],
    [
      'unique-items',
      'of a list that stands elsewhere',
      '---\nb: &l [海, 海]\n⟦a⟧: *l\n---\n',
      key({ type: 'array', uniqueItems: true }),
    ],
    ['no-misnested-list', 'below a number without a text', '1.\n⟦- 光⟧\n2. 風\n', {}],
  ] as const)('%s: %s', (id, _what, marked, type) => {
    const text = plain(marked);
    expect(markedBy(id, text, { type })).toBe(marked);
    expect(repairedBy(id, text, { type })).toBe(text);
  });
});

describe('repairs', () => {
  test.each([
    [
      'no-misnested-list',
      'at the end of a file without a line end',
      '1. 灯\n- 油\n2. 霧\n- 笛',
      '1. 灯\n   - 油\n2. 霧\n   - 笛',
    ],
    [
      'no-broken-emphasis',
      'where a quotation began before the emphasis',
      '彼は"海**光"**と言う。\n',
      '彼は"海**光**"と言う。\n',
    ],
    ['no-broken-emphasis', 'beside bold italics', '***海***は**「光」**と言う。\n', '***海***は「**光**」と言う。\n'],
    ['unique-items', 'of an alias', '---\na: [&x 海, *x]\n---\n', '---\na: [&x 海]\n---\n'],
  ])('%s: %s', (id, _what, text, repaired) => {
    const type = key({ type: 'array', uniqueItems: true });
    expect(repairedBy(id, text, { type })).toBe(repaired);
  });

  test('of a name in which two letters changed places', () => {
    const slug = { type: 'string', 'x-file-name': true, 'x-source': { frontMatter: 'slug' } };
    const related = { type: 'array', 'x-refers-to': '/slug', 'x-source': { frontMatter: 'related' } };
    const example = {
      type: object({ slug, related }),
      others: [{ path: 'lighthouse_keeper.md', guide: '---\nslug: lighthouse_keeper\n---\n' }],
    };
    const text = '---\nrelated: [lighthuose_keeper]\n---\n';
    expect(repairedBy('related-guide-exists', text, example)).toBe('---\nrelated: [lighthouse_keeper]\n---\n');
    expect(saidBy('related-guide-exists', text, example)).toEqual([
      'lighthuose_keeper | "related" names "lighthuose_keeper", but there is no such guide; did you mean "lighthouse_keeper"?',
    ]);
  });
});

describe('sentences', () => {
  const money: SchemaNode = object({
    a: {
      type: 'object',
      'x-parse': 'money-range',
      'x-source': { section: { name: '話' } },
      properties: { min: { type: 'number', minimum: 50_000 }, max: {}, text: { type: 'string' } },
    },
  });
  const part: SchemaNode = object({
    a: {
      type: 'object',
      'x-source': { section: { name: '話' } },
      required: ['b'],
      properties: { b: { type: 'string', 'x-title': { en: 'Tide', ja: '潮' }, 'x-source': { label: ['潮'] } } },
    },
  });

  test.each<readonly [string, string, SchemaNode, string, string]>([
    [
      'number-in-range',
      '## 話\n\n1〜2万円\n',
      money,
      '## 話 | "話" is 1〜2万円; write at least 50000',
      '## 話 | 「話」が1〜2万円になっています。50000以上にしてください',
    ],
    [
      'value-present',
      '## 話\n\n海\n',
      part,
      '## 話 | "Tide" is missing here; write it',
      '## 話 | ここに「潮」がありません。書き足してください',
    ],
    [
      'value-type',
      '---json\n{ "a": "海" }\n---\n',
      key({ type: 'array' }),
      '"海" | "a" is a single value; write a list, even of one entry: ["海"]',
      '"海" | 「a」に値が1つだけ書かれています。1つでもリストの形で書いてください（例：["海"]）',
    ],
    [
      'no-trailing-space',
      '海\n \n光\n',
      {},
      '  | The empty line holds spaces; delete them',
      '  | 空行に空白が入っています。削除してください',
    ],
    [
      'schema-conformance',
      '---\na: [1, 2, 3]\n---\n',
      key({ type: 'array', prefixItems: [{}, {}], unevaluatedItems: false }),
      'a | "a" has too many entries; keep at most 2',
      'a | 「a」の要素が多すぎます。2個以内にしてください',
    ],
  ])('of %s about %j', (id, text, type, inEnglish, inJapanese) => {
    expect([saidBy(id, text, { type }), saidBy(id, text, { type }, 'ja')]).toEqual([[inEnglish], [inJapanese]]);
  });
});

describe('nothing is said', () => {
  const questions = {
    section: { name: 'Questions', aliases: ['質問集'] },
    questions: { question: ['質問'], answer: ['回答'] },
  };
  const type = object({ a: { type: 'array', 'x-source': questions, items: object({ question: {}, answer: {} }) } });
  const answered = '**質問1：なぜ海ですか？**\n\n回答：海が好き。\n\n**質問2：夜は？**\n\n回答：灯をともす。\n\n';

  test.each([
    ['a question', `${answered}**⟦質問3：船酔いは？⟧**\n`],
    ['a list of questions', '1. **質問1：なぜ海ですか？**\n\n   **質問例**:\n\n   - ⟦夜は？⟧\n'],
  ])('of %s that the type knows itself', (_what, marked) => {
    const text = `## 質問集\n\n${plain(marked)}`;
    expect(markedBy('question-answered', text)).toBe(`## 質問集\n\n${marked}`);
    expect(markedBy('question-answered', text, { type })).toBe(text);
  });

  test.each([
    'The todo list is long.',
    'Todo lists are coming late.',
    'They work in progress.',
    '準備が中々進まない。',
  ])('of what only looks like a placeholder: %s', (text) => {
    expect(markedBy('no-placeholder', `${text}\n`)).toBe(`${text}\n`);
  });

  test.each([
    '餡の炊き方。⟦そのままコピーしてお使いください。⟧',
    '『餡の炊き方。そのままコピーしてお使いください。』',
    '『餡』の炊き方。⟦そのままコピーしてお使いください。⟧',
  ])('of words in quotation marks: %s', (marked) => {
    expect(markedBy('no-prompt-residue', plain(`${marked}\n`))).toBe(`${marked}\n`);
  });
});

test('of a thousand unknown rules none is taken out', () => {
  const names = Array.from({ length: 1001 }, (_, index) => `qqqq${index}zzzz`);
  const all = (count: number): (boolean | undefined)[] =>
    found('no-unknown-suppression', `<!-- guidepost-disable-file ${names.slice(0, count).join(', ')} -->\n`).map(
      ({ fix }) => fix !== undefined,
    );
  expect(all(1001)).toEqual(names.map(() => false));
  expect(all(2)).toEqual([true, true]);
});

describe('suppressions', () => {
  test.each([
    ['海\n<!-- guidepost-disable-next-line text-length -->', 2],
    ['海\n<!-- guidepost-disable-next-line text-length -->\n', 3],
    ['海\n<!-- guidepost-disable-next-line text-length -->\n\n光\n', 4],
    ['海\n<!-- guidepost-disable-line text-length -->\n\n光\n', 2],
  ])('%j is about line %i', (text, line) => {
    expect(findSuppressions(documentOf(text)).map((one) => one.line)).toEqual([line]);
  });

  test('would hide what stands behind them', () => {
    const document = documentOf('海\n\n<!-- guidepost-disable -->\n\n光\n');
    const suppressions = findSuppressions(document);
    const problemAt = (offset: number): Problem => ({
      path: 'example.md',
      rule: 'text-length',
      severity: 'error',
      message: '',
      range: { start: document.positionAt(offset), end: document.positionAt(offset + 1) },
    });
    const wouldHide = (...offsets: number[]): (boolean | undefined)[] => {
      const hidden = new HiddenProblems(offsets.map(problemAt), suppressions);
      return ['text-length', 'item-count', 'text-length'].map(
        (rule) => suppressions[0] && hidden.wouldHide(suppressions[0], rule),
      );
    };
    expect(wouldHide(32, 0)).toEqual([true, false, true]);
    expect(wouldHide(1, 0)).toEqual([false, false, false]);
  });
});

describe('promised words', () => {
  const type = key({});
  const promise = { words: ['cost', '時間'], needs: ['/n'], in: ['/a'] };
  const title = (n: string): ReturnType<typeof guideOf> =>
    guideOf({ guide: `---\na: 時間 and Cost\nn: ${n}\n---\n`, type: nType });
  const nType = object({ ...type.properties, n: { 'x-source': { frontMatter: 'n' } } });

  test.each([
    ['3', []],
    ['false', []],
    ['{}', []],
    ['[]', ['時間']],
    ['""', ['時間']],
    ['null', ['時間']],
  ])('with %s', (n, words) => {
    expect(promisedWords(promise, title(n)).map(({ word }) => word)).toEqual(words);
  });
});

test('the sieve knows letters that have a third form', () => {
  expect(new WordSieve('\u212Aey \u017Fea').held(new WordList('key', 'sea', 'see'))).toEqual(['key', 'sea']);
});

describe('guide types', () => {
  test('constraints of lists say nothing of other values', () => {
    const validate = compileValidator({ 'x-unique': '/a', 'x-disjoint': '/a' });
    expect([{ a: 1 }, '海', 3].map(validate)).toEqual([[], [], []]);
    expect(validate([{ a: 1 }, { a: 1 }]).map(({ instancePath }) => instancePath)).toEqual(['/1/a']);
  });

  test('a key may be required of which nothing else is said, unless the name is nearly that of another', () => {
    const schema = { ...object({ title: {} }), required: ['summary', 'titel'] };
    expect(contextMistakes(schema, typeMistakes.en)).toEqual([
      { pointer: '/required/1', part: 'value', message: 'There is no property "titel" here; did you mean "title"?' },
    ]);
  });

  test('a node that holds itself ends somewhere', () => {
    const child = { $ref: '#/$defs/node' };
    const schema = { ...object({ child, all: { 'x-subset-of': '/chlid' } }), $defs: { node: object({ child }) } };
    expect(contextMistakes(schema, typeMistakes.en)).toEqual([
      {
        pointer: '/properties/all/x-subset-of',
        part: 'value',
        message: 'Nothing stands at "/chlid" in this guide type; did you mean "/child"?',
      },
    ]);
  });

  test('references that lead nowhere say nothing, and what is remembered does not grow without end', () => {
    const view = new SchemaView('example', object({ a: { items: section('海') } }));
    expect(view.resolve({ $ref: '#/$defs/none', title: '海' })).toEqual({ title: '海' });
    for (let index = 0; index <= 10_001; index++) expect(view.nodeAt(`/a/${index}`)).toEqual(section('海'));
    expect(view.nodeAt('/b')).toBeUndefined();
  });

  test('keys of the front matter are listed by the first of their names', () => {
    const schema: SchemaNode = {
      ...object({
        a: { title: 'Lamp', 'x-source': { frontMatter: 'lamp' } },
        b: { 'x-source': { frontMatter: ['light', 'lights'] } },
      }),
      required: ['b'],
    };
    expect(outlineType(guideTypeOf('example', schema), 'en').frontMatter).toEqual([
      { key: 'lamp', title: 'Lamp', required: false },
      { key: 'light', title: 'b', required: true },
    ]);
  });

  test('a document is known by its chapters, not by those that only stand in a group', () => {
    const type = guideTypeOf('example', {
      ...object({ a: section('海'), b: object({ c: section('光') }) }),
      required: ['a', 'b'],
    });
    expect(matchType(documentOf('## 海\n'), type)).toEqual({ type, share: 1, keyShare: 0, found: 1, wanted: 1 });
    expect(matchType(documentOf('## 光\n'), type)).toEqual({ type, share: 0, keyShare: 0, found: 0, wanted: 1 });
  });

  test('sections of a group are chapters as well', () => {
    const type = object({ a: section('海'), b: object({ c: section('光') }) });
    const sections = guideSections(guideOf({ guide: '## 光\n\n灯。\n\n## 海\n\n波。\n', type }));
    expect(sections.map(({ pointer, parent, order }) => [pointer, parent, order])).toEqual([
      ['/b/c', '', 1],
      ['/a', '', 0],
    ]);
  });

  test('of two columns of the same name the first one has the header', () => {
    expect([...matchHeaders(['名', '名'], { a: ['名'], b: ['名'] })]).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect([...matchHeaders(['名'], { a: ['名'], b: ['名'] })]).toEqual([['a', 0]]);
  });

  test('an own name goes before an alias that fits as well', () => {
    const index = new NameIndex([[normalizeHeading('Lamp'), normalizeHeading('Tool')]]);
    expect(index.fits(normalizeHeading('Tool (lamp)'))).toEqual([
      { owner: 0, isName: true, kind: 'equal', score: 10_038 },
    ]);
  });

  test('a column that is called like another property is no value of it', () => {
    const table = { section: { name: '話' }, table: { columns: { a: ['名'] } } };
    const type = object({ rows: { type: 'array', 'x-source': table, items: object({ a: {}, note: {} }) } });
    const guide = '## 話\n\n| 名 | note | 色 |\n| - | - | - |\n| 海 | 広い | 青 |\n';
    expect(guideOf({ guide, type }).value.rows).toEqual([{ a: '海', 色: '青' }]);
  });

  test('a mistake of the whole stands at the beginning where nothing has a place', () => {
    const schema = object({});
    const bound = {
      document: documentOf('海\n'),
      type: new SchemaView('example', schema),
      value: {},
      places: new Map(),
    };
    const validate = compileValidator({ minProperties: 1 });
    expect(validateGuide(bound, validate)).toEqual([
      {
        keyword: 'minProperties',
        pointer: '',
        params: { value: {}, limit: 1 },
        severity: 'error',
        range: { start: 0, end: 0 },
      },
    ]);
  });
});

describe('parts of a document', () => {
  test('a break ends a question', () => {
    const text = '**なぜ海？**\n\n波。\n\n---\n\n光。\n';
    const parts = documentOf(text).tree.children.map(partOf);
    const questions = findQuestions(parts, { question: ['質問'], answer: ['回答'] }, [], text);
    expect(questions.map(({ scope }) => [scope.title?.text, text.slice(scope.extent.start, scope.extent.end)])).toEqual(
      [['なぜ海？', '**なぜ海？**\n\n波。']],
    );
  });

  test('code of which some is claimed is left as a whole', () => {
    const text = '```\n海\n```\n';
    const parts = documentOf(text).tree.children.map(partOf);
    const claims = new Claims();
    claims.add({ start: 4, end: 5 });
    expect(unclaimed(parts, claims, text)).toEqual(parts);
    claims.add({ start: 0, end: text.length });
    expect(unclaimed(parts, claims, text)).toEqual([]);
  });

  test('an empty cell without bars stands where it begins', () => {
    const place = { line: 1, column: 1, offset: 1 };
    const cell: TableCell = { type: 'tableCell', children: [], position: { start: place, end: place } };
    expect(cellRange(cell, 'ab')).toEqual({ start: 1, end: 1 });
  });

  test('spaces at the end of a wrapped line are gone', () => {
    const text = 'sea \t\nlight tower\n';
    const [paragraph] = documentOf(text).tree.children as [Paragraph];
    expect(inlineText(paragraph, text, { start: 0, end: 11 })).toBe('sea light');
  });
});
