import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import type { FileReport } from '../src/model.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { reporters } from '../src/reporters/index.ts';
import { renderRunChanges } from '../src/reporters/run-changes.ts';
import { commandStrings, hostileStrings, obeyedIn, steeringStrings } from './hostile-strings.ts';
import { problemAt } from './problem-at.ts';

const options = { color: false, width: 100, locale: 'en' } as const;

const render: Readonly<Record<string, (file: FileReport) => string>> = {
  ...Object.fromEntries(
    Object.entries(reporters).map(([name, reporter]) => [name, (file: FileReport) => reporter.render([file], options)]),
  ),
  watch: (file) => renderRunChanges({ fresh: [file], solved: file.problems }, [file], options),
};

/** Where a text of somebody else's may come to stand in a report. */
const places: Readonly<Record<string, (text: string) => FileReport>> = {
  path: (path) => report({ path }),
  folder: (text) => report({ path: `${text}/guide.md` }),
  type: (type) => report({ type }),
  rule: (rule) => report({ problem: { rule } }),
  message: (message) => report({ problem: { message } }),
  'fix title': (title) => report({ problem: { fix: { kind: 'unsafe', title, edits: [] } } }),
  replacement: (text) =>
    report({
      problem: { fix: { kind: 'safe', title: 'Write it so', edits: [{ range: { start: 2, end: 7 }, text }] } },
    }),
  'related message': (message) =>
    report({ problem: { related: [{ message, range: problemAt('# Guide', 2, 7).range }] } }),
  source: (text) => report({ text: `# ${text} Guide\n` }),
};

function report({
  path = 'guide.md',
  type,
  text = '# Guide\n',
  problem = {},
}: {
  path?: string;
  type?: string;
  text?: string;
  problem?: Parameters<typeof problemAt>[3];
}): FileReport {
  const first = problemAt(text, 2, Math.min(7, text.length), { path, ...problem });
  const second = problemAt(text, 0, 0, { path, severity: 'warning', rule: 'other-rule' });
  return { path, text, ...(type !== undefined && { type }), problems: [first, second] };
}

/** How a report is built, text aside: what no text in it may change. */
const shapes: Readonly<Record<string, (report: string) => unknown>> = {
  text: lines,
  compact: lines,
  watch: lines,
  github: (report) =>
    report
      .trimEnd()
      .split('\n')
      .map((line) =>
        /^::(error|warning) file=[^:,]+,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[^:,]+::/.test(line),
      ),
  json: (report) => keysOf(JSON.parse(report)),
  sarif: (report) => keysOf(JSON.parse(report)),
  gitlab: (report) => keysOf(JSON.parse(report)),
  rdjsonl: (report) =>
    report
      .trimEnd()
      .split('\n')
      .map((line) => keysOf(JSON.parse(line))),
  junit: elements,
  checkstyle: elements,
  html: (report) => [...report.matchAll(/<(\/?[a-z!][a-z0-9]*)/g)].map(([, name]) => name),
  markdown: (report) => typesOf(parseDocument({ path: 'report.md', text: report, bom: false }).tree),
};

function lines(report: string): number {
  return report.split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/).length;
}

function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([key, inner]) => [key, keysOf(inner)]);
}

function elements(report: string): string[] {
  const document = XmlDocument.fromString(report);
  const names = document.find('//*').map((node) => ('name' in node ? String(node.name) : ''));
  document.dispose();
  return names;
}

/** An address in a text may become a link to itself, which is no more than the text. */
function typesOf(node: MarkdownNode): unknown[] {
  const { children = [] } = node;
  if (node.type === 'text') return [];
  if (node.type === 'link' && /^(?:mailto:|http:\/\/)?$/.test(node.url?.replace(children[0]?.value ?? '-', '') ?? '-'))
    return [];
  return [node.type, ...children.flatMap(typesOf)];
}

interface MarkdownNode {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly MarkdownNode[];
}

const formats = Object.keys(render);

it('every format has its shape', () => {
  expect(Object.keys(shapes).sort()).toEqual(formats.toSorted());
});

describe.each(formats)('%s', (format) => {
  it.each(Object.entries(places))('cannot be forged by a %s', (place, make) => {
    const shape = shapes[format] ?? lines;
    const of = (text: string) => render[format]?.(make(text)) ?? '';
    const benign = shape(of('茶の湯'));
    for (const text of hostileStrings) {
      const rendered = of(text);
      expect([text, format === 'github' ? obeyedIn(rendered.replaceAll('##', '')) : obeyedIn(rendered)]).toEqual([
        text,
        undefined,
      ]);
      // A line break in a guide's own text ends a line of it, which a frame shows no more of.
      if (place === 'source' && /[\n\r]/.test(text)) shape(rendered);
      else expect([text, shape(rendered)]).toEqual([text, benign]);
    }
  });
});

describe('JSON and XML give back what was written', () => {
  it.each(hostileStrings)('%j', (text) => {
    const [result] = JSON.parse(render.json?.(report({ path: text, problem: { message: text } })) ?? '');
    expect([result.filePath, result.messages[0].message]).toEqual([text, text]);
    const xml = XmlDocument.fromString(render.checkstyle?.(report({ path: text })) ?? '');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these XML cannot hold
    const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe]|\p{Cs}/u;
    const name = xml.get('/checkstyle/file/@name')?.content;
    xml.dispose();
    if (impossible.test(text)) expect(name).not.toMatch(impossible);
    else expect(name).toBe(text);
  });
});

it('would notice: what is not escaped is obeyed', () => {
  // These two mean something only within a command of GitHub's, and a joiner alone is part of many an emoji.
  const others = ['%0A::error::FORGED', ',title=FORGED::', '\u200d'];
  const unnoticed = [...steeringStrings, ...commandStrings].filter((text) => obeyedIn(text) === undefined);
  expect(unnoticed.sort()).toEqual(
    [...others, '::error file=a.md::FORGED', '::error::FORGED'].filter((text) => obeyedIn(text) === undefined).sort(),
  );
});
