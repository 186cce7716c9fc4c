import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { root } from './bind-fixture.ts';
import { testHost } from './test-host.ts';

const text = readFileSync(join(root, 'fixtures/guides/career-guide/pharmacist.md'), 'utf8');
const { frontMatter } = parseDocument({ path: 'a.md', text, bom: false });
const sound = frontMatter?.value ?? {};
const body = text.slice(frontMatter?.range.end);

/** JavaScript cannot turn it into a string, nor JSON into what it is. */
const nasty = { toString: null, valueOf: 1, toJSON: 'a', constructor: {}, length: -1 };
const values = [nasty, [nasty], [[nasty]], { text: nasty, value: nasty }];

/** One guide for each key and each of these values in its place. */
const guides = Object.fromEntries(
  Object.keys(sound).flatMap((key) =>
    values.map((value, index) => [
      `${key}_${index}.md`,
      `---json\n${JSON.stringify({ ...sound, slug: `${key}_${index}`, [key]: value })}\n---${body}`,
    ]),
  ),
);

it.each([
  ['lint', '--format', 'json'],
  ['lint', '--format', 'html'],
  ['lint', '--fix', '--unsafe-fixes'],
  ['export', '--format', 'json', '--out', 'json'],
  ['export', '--format', 'ndjson', '--out', 'all.ndjson'],
  ['export', '--format', 'csv', '--out', 'tables'],
  ['export', '--format', 'html', '--out', 'site'],
  ['export', '--format', 'markdown', '--out', 'markdown'],
])(
  '%s %s %s',
  async (...argv) => {
    expect(Object.keys(guides).length).toBeGreaterThan(20);
    const host = testHost({ files: guides });
    const more = argv[0] === 'export' ? ['--include-invalid'] : [];
    const code = await main([...argv, '--no-cache', '--type', 'career-guide', '--locale', 'en', ...more], host);
    expect(host.output.stderr).not.toMatch(/bug|TypeError|undefined/);
    expect(code).toBe(argv[0] === 'lint' ? 1 : 0);
  },
  120_000,
);
