import { describe, expect, it } from 'vitest';
import { bindGuide } from '../src/guide-types/bind-guide.ts';
import { guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { Guide } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { frontMatterReadable } from '../src/rules/front-matter-readable.ts';

function guideOf(text: string): Guide {
  return bindGuide(parseDocument({ path: 'example.md', text, bom: false }), guideTypeOf('example', {}));
}

const json = (block: string): string => `---json\n${block}\n---\n`;
const yaml = (block: string): string => `---\n${block}\n---\n`;
const toml = (block: string): string => `+++\n${block}\n+++\n`;

/** Each line nine times the one above it: a small text that would fill all memory. */
const repeats = [
  'a: &a [oak, oak, oak]',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map(
    (name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]}, `.repeat(8)}*${'abcdefgh'[index]}]`,
  ),
].join('\n');

/** A broken block, the run that is underlined, how the sentence begins, and the value after the fix where there is one. */
const cases: readonly (readonly [string, string, string, unknown?])[] = [
  [json('{\n  "a": [1, 2,]\n}'), ',', 'A comma stands after the last entry', { a: [1, 2] }],
  [json('{\n  "a": 1\n  "b": 2\n}'), '"b"', 'A comma is missing before "b"', { a: 1, b: 2 }],
  [json('{\n  "a": [1, 2\n}'), '2', 'A list is not closed'],
  [json('{\n  "a": 1'), '1', 'The closing } is missing', { a: 1 }],
  [json('{\n  "a": "oak,\n  "b": 2\n}'), '"oak,', 'The quotation mark that closes this text is missing'],
  [json('{\n  “a”: 1\n}'), '“a”', '"“" cannot be read here; write " in its place', { a: 1 }],
  [json('{\n  "a": "oak"，\n  "b": 2\n}'), '，', '"，" cannot be read here; write , in its place', { a: 'oak', b: 2 }],
  [json('{\n\u3000"a": 1\n}'), '\u3000', 'A wide (full-width) space stands here', { a: 1 }],
  [json('{\n  "a": True\n}'), 'True', '"True" cannot be read here; write true', { a: true }],
  [json('{\n  "a": oak\n}'), 'oak', 'The text "oak" needs double quotes'],
  [json('{\n  a: 1\n}'), 'a', 'The key "a" needs double quotes'],
  [json('{\n  "a": 2024-05-15\n}'), '2024-05-15', 'The text "2024-05-15" needs double quotes'],
  [json('{\n  "a": ,\n  "b": 1\n}'), ',', 'A value is missing before ","'],
  [json('{\n  "a" "oak"\n}'), '"oak"', 'A colon is missing before "oak"'],
  [json('{\n  // oak\n  "a": 1\n}'), '// oak', 'JSON has no comments'],
  [json('{\n  "a": "C:\\oak"\n}'), '\\o', 'A backslash has a meaning of its own here'],
  [json('{\n  "a": "oak\tash"\n}'), '\t', 'A tab or another invisible sign'],
  [json('{\n  "a": 1\n}\n}'), '}', 'The front matter is complete before "}"'],
  [json('a: oak'), 'a', 'Front matter is marked as JSON, but what follows is YAML'],
  [json('{\n  "a": 1\n}\nAn oak.'), 'An oak.', 'The front matter is not closed; put a line --- before', { a: 1 }],
  ['---json\n{\n  "a": 1\n}\n# Oak\n\n---\n', '---json', 'The front matter is not closed', { a: 1 }],
  ['---json\n{\n  "a": 1\n}\n\nText.\n\n---\n\nMore.\n', '---json', 'The front matter is not closed', { a: 1 }],
  [
    yaml('a: Oak: a tree'),
    'Oak: a tree',
    'The text "Oak: a tree" cannot stand here without quotes',
    { a: 'Oak: a tree' },
  ],
  [yaml('a: [樫] の木\nb: 1'), '[樫] の木', 'The text "[樫] の木" cannot stand here', { a: '[樫] の木', b: 1 }],
  [yaml('a: @oak'), '@oak', 'The text "@oak" cannot stand here without quotes because of the @', { a: '@oak' }],
  [yaml('a: *oak*'), '*oak*', 'The text "*oak*" begins with *', { a: '*oak*' }],
  [yaml('a: Oak: a tree\n  of the north'), 'Oak: a tree', 'The text "Oak: a tree" cannot stand here'],
  [yaml('a：oak\nb: 1'), '：', '"：" cannot be read here; write :', { a: 'oak', b: 1 }],
  [yaml('b: 1\na:oak'), 'a:oak', 'A space is missing after the colon', { a: 'oak', b: 1 }],
  [json('{constructor}'), 'constructor', 'The text "constructor" needs double quotes'],
  [yaml(',: '), ',', 'The key "," needs double quotes', { ',': null }],
  [yaml('\u3000'), '\u3000\n', 'Front matter has to be keys with values'],
  [yaml('b: 1\nan oak'), 'an oak', 'The line "an oak" has no colon'],
  [yaml('a: 1\n b: 2'), 'b: 2', 'The line "b: 2" is not indented like'],
  [yaml('a:\n  - x\n - y'), '- y', 'The line "- y" is not indented like'],
  [yaml('a:\n\t- x'), '\t', 'A tab stands at the beginning of the line'],
  [yaml('a: 1\n- b'), '- b', 'The list item "- b" stands under a key'],
  [yaml("a: 'oak\nb: 1"), "'oak", 'The quotation mark that closes this text is missing'],
  [yaml('a: [oak, ash\nb: 1'), '[', 'The "[" is not closed; put ]'],
  [yaml('a: [oak, #ash]'), '#ash', 'What follows # is not read'],
  [yaml('a: > oak'), 'oak', 'After | or > the text has to begin on the next line'],
  ['---\na: oak\n\n# Oak\nA tree.\n\n---\n', '# Oak', 'The front matter is not closed; put a line --- before'],
  ['---\na: oak\n\n# Oak\n\nA tree.\n\n---\n', '---', 'The front matter is not closed; put a line --- after'],
  [toml('a = oak'), 'oak', 'The text "oak" needs double quotes', { a: 'oak' }],
  [toml('a: "oak"'), ':', '":" cannot be read here; write =', { a: 'oak' }],
  [toml('a = 1\na = 2'), 'a', 'The key "a" is given twice'],
  [toml('a = "oak'), '"oak', 'The quotation mark that closes this text is missing'],
  [toml('a = 2024-99-99'), '2024-99-99', 'There is no such date'],
  [json(`{ "a": ${'['.repeat(70)}${']'.repeat(70)} }`), '[', 'Lists and mappings stand inside one another here'],
  [json(`${'{"a":'.repeat(10_000)}1`), '{', 'Lists and mappings stand inside one another here'],
  [yaml(`a: ${'['.repeat(70)}${']'.repeat(70)}`), '[', 'Lists and mappings stand inside one another here'],
  [yaml(`a:\n  ${'- '.repeat(20_000)}oak`), '-', 'Lists and mappings stand inside one another here'],
  [toml(`a = ${'['.repeat(70)}${']'.repeat(70)}`), '[', 'Lists and mappings stand inside one another here'],
  [toml(`a${'.a'.repeat(20_000)} = 1`), 'a', 'Lists and mappings stand inside one another here'],
  [yaml(repeats), '*a', 'The names that begin with * repeat too much text here'],
  ['---json\n{\n  "a": 1\n}\n\n# Oak\n', '---json', 'The front matter is not closed; put a line ---', { a: 1 }],
  ['\r\n---\r\na: 1\r\n---\r\n', '\r\n', 'Blank lines stand before the front matter', { a: 1 }],
];

describe('broken front matter', () => {
  it.each(cases.map(([text, marked, sentence, fixed]) => [text, marked, sentence, fixed] as const))(
    '%j',
    (text, marked, sentence, fixed) => {
      const findings = [...frontMatterReadable.check(guideOf(text), 'en')];
      expect(findings).toHaveLength(1);
      const [finding] = findings;
      expect(finding && text.slice(finding.range.start, finding.range.end)).toBe(marked);
      expect(finding?.message.slice(0, sentence.length)).toBe(sentence);
      const edits = [...(finding?.fix?.edits ?? [])].sort((a, b) => b.range.start - a.range.start);
      const after = edits.reduce(
        (all, { range, text: part }) => all.slice(0, range.start) + part + all.slice(range.end),
        text,
      );
      expect(edits.length > 0 ? guideOf(after).document.frontMatter?.value : undefined).toEqual(fixed);
    },
  );
});
