import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type SourceKeeper as Keeper, mostKept, SourceKeeper } from '../src/find/revisited-source.ts';
import type { SourceFile } from '../src/model.ts';
import { type TestHost, testHost } from './test-host.ts';

const long = '海図を読む。\n'.repeat(mostKept / 7 + 1);

/** What a keeper that has kept as much as it may keeps of a file. */
function lateSource(text: string, bom = ''): { host: TestHost; path: string; source: SourceFile } {
  const host = testHost({ files: { 'guides/a.md': bom + text } });
  const keeper = fullKeeper(host);
  const path = join(host.cwd, 'guides/a.md');
  const source = keeper.keep({ path: 'guides/a.md', text, bom: bom !== '' }, fileAt(path));
  return { host, path, source };
}

function fullKeeper(host: TestHost, keepAll = false): Keeper {
  const keeper = new SourceKeeper(host, keepAll);
  keeper.keep({ path: 'guides/long.md', text: long, bom: false }, fileAt(join(host.cwd, 'guides/long.md')));
  return keeper;
}

function fileAt(absolutePath: string) {
  return { path: 'guides/a.md', absolutePath };
}

describe('the text of a file that does not stay in memory', () => {
  test.each(['', '\uFEFF'])('is read again, with the mark %j before it', (bom) => {
    const { source } = lateSource('# 灯台守\n', bom);
    expect(Object.values(source)).not.toContain('# 灯台守\n');
    expect([source.path, source.bom, source.text]).toEqual(['guides/a.md', bom !== '', '# 灯台守\n']);
  });

  test('is nothing where the file holds something else by now', () => {
    const { path, source } = lateSource('# 灯台守\n');
    writeFileSync(path, '# 航海士\n');
    expect(source.text).toBe('');
  });

  test('is nothing where the file holds no text any more', () => {
    const { path, source } = lateSource('# 灯台守\n');
    writeFileSync(path, Buffer.from([0x89, 0x50, 0x00, 0xff]));
    expect(source.text).toBe('');
  });

  test('is read once for all who ask one after the other', () => {
    const { path, source } = lateSource('# 灯台守\n');
    expect(source.text).toBe('# 灯台守\n');
    rmSync(path);
    expect(source.text).toBe('# 灯台守\n');
  });
});

test('a file that cannot be read again stays, however much there is', () => {
  const host = testHost();
  const source = { path: 'a.md', text: '# 灯台守\n', bom: false };
  expect(fullKeeper(host, true).keep(source, fileAt('a.md'))).toBe(source);
});
