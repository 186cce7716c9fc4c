import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runExport as run, soups } from './soup-project.ts';
import { testHost } from './test-host.ts';

describe('--pick', () => {
  test('keeps the shape and the order of the guide, in arrays too', async () => {
    const host = testHost({ files: soups });
    const { stdout } = await run(host, 'guides', '--format', 'ndjson', '--pick', 'ingredients.name, meta.slug');
    const ingredients = [{ name: '大根' }, { name: '味噌' }];
    expect(stdout).toBe(
      ['leek_soup', '味噌汁'].map((slug) => `${JSON.stringify({ meta: { slug }, ingredients })}\n`).join(''),
    );
  });

  test('takes all of a value that is named as a whole', async () => {
    const host = testHost({ files: soups });
    const { stdout } = await run(host, 'guides', '--pick', 'meta,meta.slug');
    expect(JSON.parse(stdout)[0]).toEqual({ meta: { slug: 'leek_soup', title: 'Leek soup' } });
  });

  test('refuses a name that no guide has before it writes anything, and names the nearest', async () => {
    const host = testHost({ files: soups });
    const { code, stdout, stderr } = await run(host, 'guides', '--pick', 'meta.slug,ingredients.nam', '--locale', 'en');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('"ingredients.nam", a value that no guide has; did you mean "ingredients.name"?');
    const japanese = await run(host, 'guides', '--pick', 'meta.sulg', '--locale', 'ja', '--out', 'out');
    expect(japanese.stderr).toContain('「meta.slug」のことではありませんか。');
    expect(existsSync(join(host.cwd, 'out'))).toBe(false);
  });

  test('accepts what the type describes though no guide has it', async () => {
    const { code, stdout } = await run(
      testHost({ files: soups }),
      'guides',
      '--format',
      'ndjson',
      '--pick',
      'meta.related',
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: '{}\n{}\n' });
  });

  test('is for JSON only', async () => {
    const { code, stderr } = await run(
      testHost({ files: soups }),
      'guides',
      '--format',
      'csv',
      '--pick',
      'title',
      '--locale',
      'en',
    );
    expect({ code, stderr: stderr.includes('--pick is for JSON') }).toEqual({ code: 2, stderr: true });
  });
});
