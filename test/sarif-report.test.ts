import { registerSchema as registerDraft4, validate as validateDraft4 } from '@hyperjump/json-schema/draft-04';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { guides, hostile, readJson, render, report } from './faulty-reports.ts';
import { hostilePath } from './hostile-report.ts';
import { testHost } from './test-host.ts';

const sarifSchema = 'https://guidepost.example/test/sarif';

beforeAll(() => {
  const official = readJson('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  // The pattern for languages has a bracket too many, at which a strict validator stops.
  for (const owner of ['run', 'toolComponent'])
    official.definitions[owner].properties.language.pattern = '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$';
  registerDraft4(official, sarifSchema);
});

interface SarifResult {
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly index: number } } },
  ];
}

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

describe('sarif', () => {
  const logOf = (text: string) => JSON.parse(text).runs[0];
  const isValid = async (text: string) => (await validateDraft4(sarifSchema, JSON.parse(text))).valid;

  it('is valid against the official schema', async () => {
    expect(await isValid(await report('sarif'))).toBe(true);
    expect(await isValid(render('sarif'))).toBe(true);
    expect(await isValid(render('sarif', []))).toBe(true);
    expect(await isValid(render('sarif').replace('"level":"error"', '"level":"fatal"'))).toBe(false);
  });

  it('explains the rules that were broken, in the language of the report', async () => {
    const { tool, results, language } = logOf(await report('sarif'));
    expect(language).toBe('ja');
    const rule = tool.driver.rules.find(({ id }: { id: string }) => id === 'no-broken-emphasis');
    expect(rule.help.markdown).toMatch(/^# no-broken-emphasis\n[\s\S]*## 理由\n[\s\S]*```markdown/);
    for (const result of results) expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
  });

  it('lists the files that were looked at, with addresses that lead back to their names', () => {
    const { artifacts, results, originalUriBaseIds } = logOf(render('sarif'));
    const names = artifacts.map(({ location }: { location: { uri: string } }) => decodeURIComponent(location.uri));
    expect(names).toEqual([hostilePath, 'guides/良い.md', 'b.md']);
    expect(artifacts[0].location.uri).toMatch(/^[\w%.\-!~*'()/]+$/);
    expect(Object.keys(originalUriBaseIds)).toEqual([artifacts[0].location.uriBaseId]);
    expect(results.map((result: SarifResult) => result.locations[0].physicalLocation.artifactLocation.index)).toEqual([
      0, 0, 0, 0, 2,
    ]);
  });

  it('has fixes that, applied as its columns and line ends say, do what the fix does', () => {
    const { results, columnKind, newlineSequences } = logOf(render('sarif'));
    expect(columnKind).toBe('utf16CodeUnits');
    expect(newlineSequences).toEqual(['\r\n', '\n', '\r']);
    const text = hostile.text ?? '';
    const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
    const offset = (line: number, column: number) => (starts[line - 1] ?? Number.NaN) + column - 1;
    const replacements: { deletedRegion: Region; insertedContent: { text: string } }[] =
      results[0].fixes[0].artifactChanges[0].replacements;
    const fixed = [...replacements].reverse().reduce((before, { deletedRegion: region, insertedContent }) => {
      const [start, end] = [offset(region.startLine, region.startColumn), offset(region.endLine, region.endColumn)];
      return before.slice(0, start) + insertedContent.text + before.slice(end);
    }, text);
    expect(fixed).toBe('# 灯台守\r\n\r\n𠮷野家の👩‍🌾**年収** は\r600万円\n## End');
  });

  it('knows a problem again when lines are written above it', async () => {
    const printsOf = async (files: Record<string, string>) => {
      const host = testHost({ files });
      await main(['lint', '--format', 'sarif'], host);
      return logOf(host.output.stdout).results.map(
        ({ partialFingerprints }: { partialFingerprints: object }) => Object.values(partialFingerprints)[0],
      );
    };
    const guide = guides['guides/薬剤師.md'];
    const prints = await printsOf({ 'a.md': guide });
    expect(prints.length).toBeGreaterThan(1);
    expect(new Set(prints).size).toBe(prints.length);
    const shifted = guide.replace(/\n## 2️⃣|\n# 2️⃣|\n\n/u, '\n\n<!-- 追記 -->$&');
    expect(shifted).not.toBe(guide);
    expect(await printsOf({ 'a.md': shifted })).toEqual(prints);
  });
});
