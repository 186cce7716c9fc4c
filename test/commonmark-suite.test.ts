import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { createSatteriParser } from '../src/parse/satteri-parser.ts';
import { html } from '../src/writers/html.ts';
import { writers } from '../src/writers/index.ts';
import { comparableHtml, ownChanges } from './comparable-html.ts';
import { pageDifferences } from './page-differences.ts';
import { type SpecExample, sharedSuite } from './shared-suites.ts';
import { testHost } from './test-host.ts';
import { writerGuide } from './writer-guide.ts';

const parseWithSatteri = createSatteriParser();

const examples = sharedSuite<readonly SpecExample[]>('commonmark') ?? [];

/** A guide with an example in its chapter. */
const guideOf = (markdown: string): string => `# Lighthouse keeper\n\n## 概要\n\n${markdown}`;

/** What the page of that guide shows below the heading of the chapter. */
function chapterOf(markdown: string): string {
  const source = { path: 'keeper.md', text: guideOf(markdown), bom: false };
  const guide = { ...writerGuide({ path: source.path }), document: parseDocument(source) };
  const page = html.writeAll([guide], { bom: false, locale: 'en', fragment: true });
  return /<h2 id="section-概要">概要<\/h2>([\s\S]*)\n<\/article>/.exec(page)?.[1] ?? 'no chapter';
}

const isRaw = ({ markdown }: SpecExample): boolean =>
  JSON.stringify(parseWithSatteri(markdown)).includes('"type":"html"');

describe.runIf(examples.length > 0)('the examples of the specification', { timeout: 180_000 }, () => {
  it('are shown as the specification wants them', () => {
    const rendered = examples.filter((example) => !isRaw(example));
    expect(rendered.length).toBeGreaterThan(560);
    const wrong = rendered.flatMap(({ example, markdown, html: wanted }) => {
      const [own, expected] = [comparableHtml(chapterOf(markdown)), comparableHtml(ownChanges(wanted))];
      return own === expected ? [] : [{ example, markdown, own, expected }];
    });
    console.info(
      `${rendered.length} of ${examples.length} examples have no raw HTML, ${wrong.length} of them are shown otherwise`,
    );
    const listed = new Set(pageDifferences.flatMap(({ examples: numbers }) => numbers));
    expect(wrong.filter(({ example }) => !listed.has(example))).toEqual([]);
    expect([...listed].filter((number) => !wrong.some(({ example }) => example === number))).toEqual([]);
  });

  const files = Object.fromEntries(
    examples.map(({ example, markdown }) => [`example-${example}.md`, guideOf(markdown)]),
  );
  const run = async (cwd: string, ...argv: string[]) => {
    const host = testHost({ cwd });
    const code = await main([...argv, '--type', 'career-guide'], host);
    return { code, ...host.output };
  };

  it('survive lint, export in all formats, and fixes, which settle at once', async () => {
    const { cwd } = testHost({ files });
    const lint = await run(cwd, 'lint', '--format', 'json');
    expect(lint.code).toBe(1);
    expect((JSON.parse(lint.stdout) as unknown[]).length).toBe(examples.length);
    for (const format of Object.keys(writers)) {
      const { code, stderr } = await run(
        cwd,
        'export',
        '--format',
        format,
        '--include-invalid',
        '--out',
        `out-${format}`,
      );
      expect([format, code, stderr.includes('bug')]).toEqual([format, 0, false]);
      expect(readdirSync(join(cwd, `out-${format}`)).length).toBeGreaterThan(0);
    }
    const textsOf = () => Object.keys(files).map((name) => readFileSync(join(cwd, name), 'utf8'));
    expect([0, 1]).toContain((await run(cwd, 'lint', ...Object.keys(files), '--fix', '--format', 'json')).code);
    const fixed = textsOf();
    expect([0, 1]).toContain((await run(cwd, 'lint', ...Object.keys(files), '--fix', '--format', 'json')).code);
    expect(textsOf()).toEqual(fixed);
  });
});
