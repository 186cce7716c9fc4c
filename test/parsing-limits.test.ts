import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../src/cli.ts';
import { deepestNesting, findDeepNesting } from '../src/parse/find-deep-nesting.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { parserChoices, readMarkdown } from '../src/parse/parse-markdown.ts';
import { parsingCost, roughCost } from '../src/parse/parsing-cost.ts';
import { parseWithRemark } from '../src/parse/remark-parser.ts';
import { pathologicalInputs } from './pathological-inputs.ts';
import { testHost } from './test-host.ts';

const root = resolve(import.meta.dirname, '..');

const guides = ['career-guide', 'interview-guide'].flatMap((type) =>
  readdirSync(join(root, 'fixtures/guides', type)).map((name) => join(root, 'fixtures/guides', type, name)),
);
const guide = readFileSync(guides[0] ?? '', 'utf8');

async function run(host: ReturnType<typeof testHost>, ...argv: string[]) {
  const code = await main(argv, host);
  return { code, ...host.output };
}

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.doUnmock('../src/parse/satteri-parser.ts');
  vi.doUnmock('../src/parse/remark-parser.ts');
});

describe('a guide that is too complex', () => {
  const files = {
    'quotes.md': `${guide}\n${'> '.repeat(10_000)}a\n`,
    'bullets.md': `${guide}\n${'* '.repeat(5_000)}a\n`,
    'ladder.md': Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join(''),
    'emphasis.md': `${guide}\n${'*a '.repeat(3_000)}${'a* '.repeat(3_000)}\n`,
    'rows.md': `${guide}\n| a | b |\n|---|---|\n${'| 灯 | 台 |\n'.repeat(150_000)}`,
    'entities.md': `${guide}\n${'&amp;'.repeat(150_000)}\n`,
    'front-matter.md': `---\ntitle: [\n---\n\n${'> '.repeat(100)}a\n`,
    'good.md': guide,
  };

  /** What is true of copies, whatever else is in them. */
  const off = ['slug-matches-file-name', 'unique-across-guides', 'no-two-guides-of-one-subject'];

  it('is one problem, and the others are checked', async () => {
    const { code, stdout } = await run(
      testHost({ files }),
      'lint',
      '--format',
      'json',
      ...off.flatMap((id) => ['--rule', `${id}=off`]),
    );
    const found = (JSON.parse(stdout) as { filePath: string; messages: { ruleId: string }[] }[]).map(
      ({ filePath, messages }) => [filePath.replace(/^.*\//, ''), messages.map(({ ruleId }) => ruleId)] as const,
    );
    expect(code).toBe(1);
    for (const [name, ids] of found)
      expect([name, ids]).toEqual([name, name === 'good.md' ? [] : ['guide-not-too-complex']]);
    expect(found.length).toBe(Object.keys(files).length);
  });

  it('is left as it is by --fix, and refused by export', async () => {
    const host = testHost({ files: { 'quotes.md': files['quotes.md'] } });
    expect((await run(host, 'lint', '--fix', '--unsafe-fixes')).code).toBe(1);
    expect(readFileSync(join(host.cwd, 'quotes.md'), 'utf8')).toBe(files['quotes.md']);
    expect((await run(testHost({ cwd: host.cwd }), 'export', '--format', 'ndjson')).code).toBe(1);
    const forced = await run(testHost({ cwd: host.cwd }), 'export', '--format', 'ndjson', '--include-invalid');
    expect(forced.code).toBe(0);
    expect(JSON.parse(forced.stdout)).toHaveProperty('meta.slug');
    const page = await run(testHost({ cwd: host.cwd }), 'export', '--format', 'html', '--include-invalid');
    expect(page.code).toBe(0);
    expect(page.stdout).toContain('<article');
  });

  it('is one whose blocks stand too deep, not one of many marks on a line', () => {
    const codeOf = (text: string) => readMarkdown(text).fault?.code;
    expect(codeOf(`${'> '.repeat(deepestNesting)}a`)).toBeUndefined();
    expect(codeOf(`${'> '.repeat(deepestNesting + 1)}a`)).toBe('too-deep');
    expect(codeOf(`a\r${'> '.repeat(deepestNesting + 1)}a`)).toBe('too-deep');
    expect(codeOf(`${'- '.repeat(300)}\n\n${'* '.repeat(300)}\n`)).toBeUndefined();
    expect(codeOf(`a${' >'.repeat(300)}\n\n${' '.repeat(500)}a\n`)).toBeUndefined();
    expect(codeOf(`${'*a '.repeat(300)}${'a* '.repeat(300)}`)).toBe('too-deep');
  });

  it('leaves a tree without children, and the front matter', () => {
    const { tree, frontMatter } = parseDocument({
      path: 'a.md',
      text: `---\na: 1\n---\n${'> '.repeat(99)}a`,
      bom: false,
    });
    expect(tree).toEqual({ type: 'root', children: [] });
    expect(frontMatter?.value).toEqual({ a: 1 });
  });
});

describe('the estimate', () => {
  const piece = fc.constantFrom(
    ...[
      '> ',
      '>',
      '- ',
      '* ',
      '1. ',
      '10) ',
      '+ ',
      '  ',
      '    ',
      '\t',
      ' ',
      'a',
      '光',
      '\n',
      '\n',
      '\n\n',
      'a\n',
      '---',
    ],
    ...[
      '* * *\n',
      '- - -\n',
      '-\n',
      '```\n',
      '>\t',
      '-\t',
      '\r\n',
      '\r',
      '<div>\n',
      '# ',
      '[^1]: ',
      '&amp;',
      'a@b.c',
      '**',
      '|',
    ],
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 80 }).map((pieces) => pieces.join(''));

  it('of nesting is never below what a parser finds', () => {
    // By chance come few levels: quotes around them bring the text near the limit.
    let deep = 0;
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: deepestNesting }), (body, quotes) => {
        const whole = body.replace(/^/gm, '> '.repeat(quotes));
        const found = findDeepNesting(whole) !== -1;
        const depth = found ? 0 : nestingOf(readMarkdown(whole).tree);
        if (found) deep++;
        expect(depth).toBeLessThanOrEqual(deepestNesting);
      }),
      { numRuns: 1_500, seed: 1 },
    );
    expect(deep).toBeGreaterThan(10);
  });

  it('of costs is never below the closer one', () => {
    fc.assert(
      fc.property(text, (body) => {
        const [rough, close] = [roughCost(body), parsingCost(body)];
        expect(rough.work).toBeGreaterThanOrEqual(close.work);
        expect(rough.nodes).toBeGreaterThanOrEqual(close.nodes);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });

  it('lets every guide pass, also ten in one file', () => {
    for (const path of guides) {
      const text = readFileSync(path, 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
      expect(readMarkdown(`${text}\n\n`.repeat(10)).fault).toBeUndefined();
    }
  });
});

describe('the native parser', () => {
  it('is kept from what it cannot do in time', async () => {
    vi.doMock('../src/parse/remark-parser.ts', () => ({ parseWithRemark: () => ({ type: 'root', children: [] }) }));
    const guarded = await import('../src/parse/parse-markdown.ts');
    const slow = pathologicalInputs.filter(({ make, size }) => {
      const text = make(size);
      const before = process.cpuUsage();
      guarded.readMarkdown(text);
      return process.cpuUsage(before).user > 4_000_000;
    });
    expect(slow.map(({ name }) => name)).toEqual([]);
  });

  it('is replaced by remark where it cannot be loaded', async () => {
    const createSatteriParser = () => {
      throw new Error('there is no binary for this platform');
    };
    vi.doMock('../src/parse/satteri-parser.ts', () => ({ createSatteriParser }));
    const { hasNativeParser, parseMarkdown } = await import('../src/parse/parse-markdown.ts');
    expect(hasNativeParser()).toBe(false);
    expect(parseMarkdown(guide)).toEqual(parseWithRemark(guide));
    const { main: mainWithout } = await import('../src/cli.ts');
    const host = testHost({ files: { 'a.md': guide } });
    expect(await mainWithout(['lint', '--parser', 'native'], host)).toBe(2);
    expect(host.output.stderr).toContain('--parser');
  });

  it('is replaced by remark where it throws', async () => {
    const parseWithSatteri = vi.fn(() => {
      throw new Error('unreachable code');
    });
    vi.doMock('../src/parse/satteri-parser.ts', () => ({ createSatteriParser: () => parseWithSatteri }));
    const { hasNativeParser, parseMarkdown } = await import('../src/parse/parse-markdown.ts');
    expect(hasNativeParser()).toBe(true);
    expect(parseMarkdown(guide)).toEqual(parseWithRemark(guide));
    expect(parseWithSatteri).toHaveBeenCalledOnce();
  });
});

describe('--parser', () => {
  it.each(parserChoices)('%s gives the same report and the same data', async (parser) => {
    const lint = ['lint', 'fixtures/guides', '--format', 'json'];
    const chosen = await run(testHost({ cwd: root }), ...lint, '--parser', parser);
    expect(chosen).toEqual(await run(testHost({ cwd: root }), ...lint));
    const exported = await run(testHost({ cwd: root }), 'export', 'fixtures/guides', '--parser', parser);
    expect(exported).toEqual(await run(testHost({ cwd: root }), 'export', 'fixtures/guides'));
    expect(exported.code).toBe(0);
  });

  it('refuses other names', async () => {
    const { code, stderr } = await run(testHost({ cwd: root }), 'lint', '--parser', 'markdown-it');
    expect(code).toBe(2);
    expect(stderr).toContain('auto, native, remark');
  });

  it('chooses the parser', async () => {
    const remark = vi.fn(parseWithRemark);
    vi.doMock('../src/parse/remark-parser.ts', () => ({ parseWithRemark: remark }));
    const { readMarkdown: read } = await import('../src/parse/parse-markdown.ts');
    read(guide, 'native');
    read(guide);
    expect(remark).not.toHaveBeenCalled();
    read(guide, 'remark');
    expect(remark).toHaveBeenCalledOnce();
  });
});

function nestingOf(tree: Root): number {
  const depthOf = (node: Nodes): number => {
    const own = node.type === 'blockquote' || node.type === 'listItem' ? 1 : 0;
    return own + ('children' in node ? Math.max(0, ...node.children.map(depthOf)) : 0);
  };
  return depthOf(tree);
}
