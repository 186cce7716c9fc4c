import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { decodeSource } from '../src/find/decode-source.ts';
import { parseDocument } from '../src/parse/parse-document.ts';
import { sharedSuite } from './shared-suites.ts';
import { testHost } from './test-host.ts';

interface JsonText {
  /** Begins with `y_` where it must parse, `n_` where it must not, `i_` where either will do. */
  readonly name: string;
  readonly base64: string;
}

const suite = sharedSuite<readonly JsonText[]>('json-parsing') ?? [];
const open = '---json\n';
const texts = suite.map(({ name, base64 }) => {
  const bytes = Buffer.concat([Buffer.from(open), Buffer.from(base64, 'base64'), Buffer.from('\n---\n\n# Tea\n')]);
  return { name, bytes };
});
const kind = (letter: string) => texts.filter(({ name }) => name.startsWith(`${letter}_`));

/** What JSON allows and a front matter does not: one that is a list or a single value, and a key given twice. */
const otherFaults = ['front-matter-not-mapping', 'front-matter-duplicate-key'];

/** A block of nothing says nothing wrong: it has no keys, which other rules tell. */
const emptyBlocks = ['n_single_space.json', 'n_structure_no_data.json', 'n_structure_UTF8_BOM_no_data.json'];

/** Faults of the text itself, with the run at fault; one in the bytes has no text. */
function faultsOf({ name, bytes }: (typeof texts)[number]) {
  const source = decodeSource(`${name}.md`, bytes);
  if ('reason' in source) return { unreadable: source };
  const { faults } = parseDocument(source);
  return { faults: faults.filter(({ code }) => !otherFaults.includes(code)), length: source.text.length };
}

describe.runIf(suite.length > 0)('JSON as front matter', () => {
  it('is there in all three kinds', () => {
    expect([kind('y').length, kind('n').length, kind('i').length]).toEqual([95, 186, 35]);
  });

  it('is accepted where it must be', () => {
    for (const text of kind('y')) expect([text.name, faultsOf(text)]).toMatchObject([text.name, { faults: [] }]);
  });

  it('is refused where it must be, with a place inside of the block', () => {
    const wrong = kind('n').filter(({ name }) => !emptyBlocks.includes(name));
    expect(wrong.length).toBe(kind('n').length - emptyBlocks.length);
    for (const text of wrong) {
      const { unreadable, faults = [], length = 0 } = faultsOf(text);
      if (unreadable) {
        expect([text.name, unreadable.offset]).toEqual([text.name, expect.any(Number)]);
        continue;
      }
      expect([text.name, faults.length]).toEqual([text.name, 1]);
      for (const { range } of faults) {
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThanOrEqual(length);
      }
    }
  });

  it('never stops a run', async () => {
    const files = Object.fromEntries(texts.map(({ name, bytes }) => [`${name}.md`, bytes]));
    const host = testHost({ files });
    const format = ['--format', 'json'];
    expect(await main(['lint', ...format], host)).toBe(1);
    const reports = JSON.parse(host.output.stdout) as {
      filePath: string;
      messages: { ruleId: string; line: number }[];
    }[];
    expect(reports.length).toBe(texts.length);
    const isEmpty = (path: string) => emptyBlocks.some((name) => path.endsWith(`${name}.md`));
    const refused = reports.filter(({ filePath }) => !isEmpty(filePath) && /(?:^|[/\\])n_[^/\\]*$/.test(filePath));
    expect(refused.length).toBe(kind('n').length - emptyBlocks.length);
    for (const { filePath, messages } of refused) {
      const ids = messages.map(({ ruleId }) => ruleId);
      expect([filePath, ids.filter((id) => id === 'front-matter-readable' || id === 'file-readable').length]).toEqual([
        filePath,
        1,
      ]);
    }
    expect(await main(['lint', '--fix', ...format], testHost({ cwd: host.cwd }))).toBe(1);
    expect(await main(['export', '--include-invalid', '--format', 'ndjson'], testHost({ cwd: host.cwd }))).toBe(1);
  });
});
