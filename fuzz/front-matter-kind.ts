import { parseDocument } from '../src/parse/parse-document.ts';
import type { Corpus } from './corpus.ts';
import { damaged } from './damaged-text.ts';
import { sourceIn } from './guide-kind.ts';
import type { GuideLab } from './guide-lab.ts';
import type { Fault, FuzzKind } from './kind.ts';
import { below, oneIn, pick, type Random } from './random.ts';
import { randomJson } from './random-json.ts';

const formats = ['json', 'yaml', 'toml'] as const;
type Format = (typeof formats)[number];

const body = '\n# 灯台守\n\n## 概要\n\n夜ごとに光をともす。\n';

const tokens: Readonly<Record<Format, readonly string[]>> = {
  json: [...'{}[]:,"', '\\u', '\\', '"a"', '"a": 1', 'null', '-1e5', '//', '/*', '\n', '\t', '"__proto__": {}', '1', '"\\ud800"'],
  yaml: [
    ...[...':-?|>%@!&*{}[],#"\''],
    ...['a: ', '- ', '\n', '  ', '\n  ', '---', '...', '<<: *a', '&a', '*a', '!!binary ', '!!set', '? ', '|\n', '>-\n', '0o17', '.inf', '1:30', '\t', 'yes'],
  ],
  toml: [
    ...[...'[]{}=.,"\'#'],
    ...['a = ', '[a]\n', '[[a]]\n', '"""', "'''", '\n', '1979-05-27', '0x', '1_000', 'inf', 'nan', 'a.b', '\\u', ' ', '2026-01-01T00:00:00Z'],
  ],
}; // biome-ignore format: lists of words

/** Damaged front matter, in all formats. */
export function frontMatterKind(corpus: Corpus, lab: GuideLab): FuzzKind {
  const blocks = corpus.samples.flatMap(({ folder, text }) => {
    const found = /^(---|---json|\+\+\+)\n([\s\S]*?\n)(---|\+\+\+)$/m.exec(text.slice(0, 2_000));
    return found && found.index === 0 ? [{ folder, fence: found[1] ?? '---', content: found[2] ?? '' }] : [];
  });
  return {
    name: 'front matter',
    weight: 32,
    make(random) {
      const { folder, fence, content } = pick(blocks, random);
      const way = below(4, random);
      if (way === 0)
        return { about: folder, text: fenced(fence, damaged(content, random, pick(blocks, random).content)) };
      const format = pick(formats, random);
      const made = way === 1 ? tokensOf(format, random) : written(randomJson(random), format);
      const text = way === 3 ? damaged(made, random, content) : made;
      return { about: folder, text: fenced(oneIn(12, random) ? fence : fenceOf(format), text) };
    },
    async check({ text, about }, random) {
      const source = sourceIn(about, text);
      return asJson(source) ?? (await lab.check(source, random));
    },
  };
}

const fenceOf = (format: Format): string => ({ json: '---json', yaml: '---', toml: '+++' })[format];

function fenced(fence: string, content: string): string {
  return `${fence}\n${content}${content.endsWith('\n') ? '' : '\n'}${fence.slice(0, 3)}\n${body}`;
}

function tokensOf(format: Format, random: Random): string {
  return Array.from({ length: 1 + below(20, random) }, () => pick(tokens[format], random)).join('');
}

function written(value: unknown, format: Format): string {
  const json = JSON.stringify(value, undefined, 2);
  if (format === 'json') return json;
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [['a', value]];
  const [between, name] = format === 'yaml' ? [': ', (key: string) => JSON.stringify(key)] : [' = ', JSON.stringify];
  return entries.map(([key, own]) => `${name(String(key))}${between}${JSON.stringify(own)}\n`).join('');
}

/** JSON is read as JSON, unless the reason why not is told. */
function asJson(source: ReturnType<typeof sourceIn>): Fault | undefined {
  const { frontMatter, faults } = parseDocument(source);
  if (frontMatter?.format !== 'json') return undefined;
  const content = source.text.slice(frontMatter.content.start, frontMatter.content.end);
  let expected: unknown;
  try {
    expected = JSON.parse(content);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const isTold = frontMatter.value === undefined || faults.length > 0 || content.trim() === '';
    return isTold ? undefined : { property: 'JSON is JSON', detail: `${content} was accepted` };
  }
  const isObject = typeof expected === 'object' && expected !== null && !Array.isArray(expected);
  if (faults.length > 0) return undefined;
  // Nothing is an empty block.
  if (expected === null) return undefined;
  if (!isObject) return { property: 'JSON is JSON', detail: `${content} was accepted as an object` };
  const isSame = JSON.stringify(frontMatter.value) === JSON.stringify(expected);
  return isSame
    ? undefined
    : { property: 'JSON is JSON', detail: `${content} became ${JSON.stringify(frontMatter.value)}` };
}
