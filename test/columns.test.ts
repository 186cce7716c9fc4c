import { describe, expect, test } from 'vitest';
import { diagnosticOf } from '../src/lsp/diagnostics.ts';
import { lineIndex } from '../src/parse/line-index.ts';
import { type Format, render } from './faulty-reports.ts';
import { problemAt } from './problem-at.ts';

/** What stands before a problem in its line, and how much that is. */
interface Sample {
  readonly name: string;
  readonly text: string;
  /** UTF-16 units. */
  readonly units: number;
  /** Code points. */
  readonly characters: number;
  /** Bytes of UTF-8. */
  readonly bytes: number;
  /** Columns of a terminal. */
  readonly width: number;
}

const samples: readonly Sample[] = [
  { name: 'nothing', text: '', units: 0, characters: 0, bytes: 0, width: 0 },
  { name: 'ASCII', text: 'soup ', units: 5, characters: 5, bytes: 5, width: 5 },
  { name: 'kana and kanji', text: '味噌汁の', units: 4, characters: 4, bytes: 12, width: 8 },
  { name: 'full-width digits', text: '１２', units: 2, characters: 2, bytes: 6, width: 4 },
  { name: 'half-width katakana', text: 'ﾐｿ', units: 2, characters: 2, bytes: 6, width: 2 },
  { name: 'a kanji beyond the first plane', text: '𠮷', units: 2, characters: 1, bytes: 4, width: 2 },
  { name: 'a kanji with a variation selector', text: '葛\u{e0100}', units: 3, characters: 2, bytes: 7, width: 2 },
  { name: 'an emoji', text: '🍲', units: 2, characters: 1, bytes: 4, width: 2 },
  { name: 'an emoji by variation selector', text: '🏷\ufe0f', units: 3, characters: 2, bytes: 7, width: 2 },
  { name: 'a keycap', text: '1\ufe0f\u20e3', units: 3, characters: 3, bytes: 7, width: 2 },
  { name: 'two keycaps', text: '1\ufe0f\u20e30\ufe0f\u20e3', units: 6, characters: 6, bytes: 14, width: 4 },
  { name: 'a family of joined emoji', text: '👩\u200d👩\u200d👧', units: 8, characters: 5, bytes: 18, width: 2 },
  { name: 'a cook of joined emoji', text: '👩\u200d🍳', units: 5, characters: 3, bytes: 11, width: 2 },
  { name: 'a skin tone', text: '👍🏽', units: 4, characters: 2, bytes: 8, width: 2 },
  { name: 'a flag', text: '🇯🇵', units: 4, characters: 2, bytes: 8, width: 2 },
  { name: 'a kana with a combining mark', text: 'か\u3099', units: 2, characters: 2, bytes: 6, width: 2 },
  { name: 'a letter with a combining mark', text: 'e\u0301', units: 2, characters: 2, bytes: 3, width: 1 },
  { name: 'a letter of ambiguous width', text: '①', units: 1, characters: 1, bytes: 3, width: 1 },
  { name: 'a tab', text: '\t', units: 1, characters: 1, bytes: 1, width: 4 },
  { name: 'several of them', text: '# 1\ufe0f\u20e3 🍲が', units: 9, characters: 8, bytes: 17, width: 9 },
];

type Unit = 'units' | 'characters' | 'bytes';

/**
 * What each format counts, and where it says so. The formats that people read count characters; those that programs
 * read, what their readers take: ESLint's, SARIF's `columnKind`, reviewdog's. Those whose readers have settled nothing
 * count as editors' protocols do. GitLab takes lines only.
 */
const formats = {
  text: { counts: 'characters', place: /^guides\/soup\.md:(\d+):(\d+)/m },
  compact: { counts: 'characters', place: /^guides\/soup\.md:(\d+):(\d+)/m },
  junit: { counts: 'characters', place: /guides\/soup\.md:(\d+):(\d+)/ },
  markdown: { counts: 'characters', place: /^- (\d+):(\d+)/m },
  html: { counts: 'characters', place: /<span>(\d+):(\d+)<\/span>/ },
  json: { counts: 'units', place: /"line":\s*(\d+),\s*"column":\s*(\d+)/ },
  sarif: { counts: 'units', place: /"startLine":\s*(\d+),\s*"startColumn":\s*(\d+)/ },
  github: { counts: 'units', place: /,line=(\d+),.*?col=(\d+)/ },
  checkstyle: { counts: 'units', place: /line="(\d+)" column="(\d+)"/ },
  rdjsonl: { counts: 'bytes', place: /"line":\s*(\d+),\s*"column":\s*(\d+)/ },
  gitlab: { counts: undefined, place: /"begin":\s*(\d+)/ },
} satisfies Record<Format, { counts: Unit | undefined; place: RegExp }>;

/** A guide with a problem behind the sample, in the third line; lines end in all three ways. */
function guide({ text }: Sample) {
  const above = '# 🍲 鍋\r\n味噌\r';
  const line = `${text}鍋X\n`;
  const start = above.length + text.length;
  const place = lineIndex(above + line);
  const range = { start: place(start), end: place(start + 2) };
  const problem = problemAt('', 0, 0, { path: 'guides/soup.md', rule: 'no-soup', range });
  return { path: 'guides/soup.md', text: above + line, problems: [problem] };
}

describe.each(Object.entries(formats) as [Format, { counts: Unit | undefined; place: RegExp }][])(
  '%s',
  (format, { counts, place }) => {
    test.each(samples)('behind $name', (sample) => {
      const [, line, column] = place.exec(render(format, [guide(sample)])) ?? [];
      expect(line).toBe('3');
      expect(column).toBe(counts === undefined ? undefined : String(sample[counts] + 1));
    });
  },
);

test.each(samples)('an editor is told UTF-16 units from 0: behind $name', (sample) => {
  const [problem] = guide(sample).problems;
  if (!problem) throw new Error('no problem');
  const { start, end } = diagnosticOf(problem, 'file:///soup.md').range;
  expect([start, end]).toEqual([
    { line: 2, character: sample.units },
    { line: 2, character: sample.units + 2 },
  ]);
});

test('the table is right about itself', () => {
  for (const { text, units, characters, bytes } of samples)
    expect([text.length, [...text].length, Buffer.byteLength(text)]).toEqual([units, characters, bytes]);
  expect(
    new Set(samples.map(({ units, characters, bytes }) => [units, characters, bytes].join())).size,
  ).toBeGreaterThan(10);
});

test.each(samples)('the mark stands below the place: behind $name', (sample) => {
  const lines = render('text', [guide(sample)]).split('\n');
  const at = lines.findIndex((line) => line.includes('鍋X'));
  // The frame's margin is the same in both lines: `3 | `.
  const mark = lines[at + 1] ?? '';
  const margin = (lines[at] ?? '').indexOf('|') + 2;
  expect(mark.slice(margin)).toBe(`${' '.repeat(sample.width)}^^^`);
});

test('sarif says what it counts', () => {
  expect(JSON.parse(render('sarif', [])).runs[0].columnKind).toBe('utf16CodeUnits');
});

test.each(['compact', 'markdown', 'checkstyle', 'github'] as const)('%s does not look at texts again', (format) => {
  const file = guide({ name: 'soup', text: '🍲', units: 2, characters: 1, bytes: 4, width: 2 });
  const unseen = {
    ...file,
    get text(): string {
      throw new Error('the text was looked at');
    },
  };
  expect(render(format, [unseen])).toBe(render(format, [file]));
});
