import { join } from 'node:path';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { reporters } from '../src/reporters/index.ts';
import { inertJson } from '../src/reporters/inert-json.ts';
import { type Format, guides, hostile, readJson, render, report } from './faulty-reports.ts';
import { hostilePath, hostileReport, hostileText } from './hostile-report.ts';
import { problemAt } from './problem-at.ts';
import { testHost } from './test-host.ts';

beforeAll(() => {
  registerSchema(readJson('test/schemas/gitlab-code-quality.schema.json'));
  registerSchema(readJson('test/schemas/rdjsonl.schema.json'));
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const steering = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e\u2028\ud800-\udfff]/u;

describe.each(Object.keys(reporters) as Format[])('%s', (format) => {
  it('says the same twice, in whole lines, and takes a run without files', async () => {
    expect(await report(format)).toBe(await report(format));
    expect(render(format)).toMatch(/[^\n]\n$/);
    expect(() => render(format, [])).not.toThrow();
  });

  it('holds nothing that steers a terminal, and shows every problem', () => {
    expect(render(format)).not.toMatch(steering);
    const ids = ['no-broken-emphasis', 'section-present', 'text-length', 'test-rule'];
    for (const id of ids) expect(render(format).replaceAll('\\', '')).toContain(id);
  });
});

describe('a log of a GitHub workflow', () => {
  const command = /^\s*::(?!(error|warning|notice) )|##\[/m;

  it('finds nothing to obey but our annotations, whatever a guide or its name holds', async () => {
    const files = { '::add-mask::a.md': '# ::error::灯台守\n\n{{TODO}} ##[error]y\n', '##[error]b.md': '' };
    const host = testHost({ files, env: { GITHUB_ACTIONS: 'true' } });
    expect(await main(['lint', '--locale', 'en'], host)).toBe(1);
    const log = host.output.stdout.replaceAll(/^::error .*$/gm, '');
    expect(log).toContain('∶:add-mask::a.md');
    expect(log).toContain('#♯[error]b.md');
    expect(log).not.toMatch(command);
  });

  it('is safe on standard error as well', async () => {
    const host = testHost({ files: { '##[error]b.md': '' }, env: { GITHUB_ACTIONS: 'true' } });
    expect(await main(['export', '##[error]b.md'], host)).toBe(1);
    expect(host.output.stderr).toContain('#♯[error]b.md');
    expect(host.output.stderr).not.toMatch(command);
  });

  it.each(['sarif', 'gitlab', 'rdjsonl', 'json', 'junit', 'checkstyle'] as const)(
    'is safe when %s is printed',
    (format) => {
      if (format !== 'json') expect(render(format)).not.toMatch(command);
    },
  );

  it('gets annotations beside the text, and nothing else does', async () => {
    const inActions = { GITHUB_ACTIONS: 'true' };
    const lint = async (argv: string[], env: Record<string, string>) => {
      const host = testHost({ files: guides, env });
      await main(['lint', 'guides', ...argv], host);
      return host.output.stdout;
    };
    const text = await lint([], {});
    expect(await lint([], inActions)).toMatch(/^::error file=/m);
    expect((await lint([], inActions)).startsWith(text)).toBe(true);
    expect(await lint(['--format', 'text'], inActions)).toMatch(/^::error file=/m);
    expect(await lint(['--format', 'text', '--output-file', 'a.txt'], inActions)).not.toContain('::error');
    expect(await lint(['--format', 'compact'], inActions)).not.toContain('::error');
    expect(await lint(['--diff'], inActions)).not.toContain('::error');
    expect(text).not.toContain('::error');
  });
});

describe('github', () => {
  const decode = (text = '') =>
    text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

  it('writes a command a problem that cannot be forged, and GitHub reads back what was meant', () => {
    const lines = render('github').trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    for (const line of lines)
      expect(line).toMatch(
        /^::(error|warning) file=[^:,]+,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[a-z-]+::.+$/,
      );
    const [, path, message] = /file=([^,]*),.*?::(.*)$/.exec(lines[0] ?? '') ?? [];
    expect(decode(path)).toBe(hostilePath.replace('\u001b', '␛').replace('\u202e', '\\u{202e}'));
    expect(decode(message)).toContain(']]>␊::error file=x::y␍␊##[error]z%0A%25,:[x](1)');
    expect(decode(message).split('\n')).toHaveLength(3);
  });

  it('counts paths from the root of the repository', async () => {
    const host = testHost({ files: { 'docs/guides/a.md': '' } });
    const inDocs = {
      ...host,
      cwd: join(host.cwd, 'docs'),
      env: { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: host.cwd },
    };
    await main(['lint'], inDocs);
    expect(host.output.stdout).toContain('::error file=docs/guides/a.md,line=1');
    expect(host.output.stdout).toContain('guides/a.md:1:1  ');
  });

  it('says how many problems GitHub does not show', () => {
    const problems = Array.from({ length: 12 }, () => problemAt('a', 0, 1));
    const last = (count: number) =>
      render('github', [{ path: 'a.md', text: 'a', problems: problems.slice(0, count) }])
        .trimEnd()
        .split('\n')
        .at(-1);
    expect(last(10)).toMatch(/^::error /);
    expect(last(12)).toMatch(/^::notice title=guidepost::ほか2件はログだけ/);
  });
});

describe('gitlab', () => {
  const isValid = async (text: string) =>
    (await validate('https://guidepost.example/test/gitlab-code-quality', JSON.parse(text))).valid;

  it('is valid against the schema of Code Quality reports', async () => {
    expect(await isValid(await report('gitlab'))).toBe(true);
    expect(await isValid(render('gitlab'))).toBe(true);
    expect(await isValid(render('gitlab').replace('"minor"', '"low"'))).toBe(false);
  });

  it('gives each problem of a run a fingerprint of its own, also in files that are alike', () => {
    const issues: { fingerprint: string; location: { path: string } }[] = JSON.parse(
      render('gitlab', [hostile, hostileReport('b.md')]),
    );
    expect(issues).toHaveLength(8);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(8);
    expect(issues[0]?.location.path).toBe(hostilePath);
  });

  it('counts paths from the root of the repository', async () => {
    const host = testHost({ files: { 'docs/a.md': '' } });
    await main(['lint', '--format', 'gitlab'], {
      ...host,
      cwd: join(host.cwd, 'docs'),
      env: { CI_PROJECT_DIR: host.cwd },
    });
    expect(JSON.parse(host.output.stdout)[0].location.path).toBe('docs/a.md');
  });
});

describe('rdjsonl', () => {
  it('is valid line by line', async () => {
    for (const text of [await report('rdjsonl'), render('rdjsonl')]) {
      for (const line of text.trimEnd().split('\n'))
        expect((await validate('https://guidepost.example/test/rdjsonl', JSON.parse(line))).valid).toBe(true);
    }
    expect((await validate('https://guidepost.example/test/rdjsonl', { message: 'x', location: {} })).valid).toBe(
      false,
    );
  });

  it('counts columns in bytes, so that the suggestion lands where the fix does', () => {
    const diagnostic = JSON.parse(render('rdjsonl').split('\n')[0] ?? '');
    const bytes = Buffer.from(hostile.text ?? '');
    const line = bytes.indexOf('𠮷野家');
    expect(diagnostic.location).toMatchObject({
      path: hostilePath,
      range: { start: { line: 3, column: Buffer.byteLength('𠮷野家の👩‍🌾') + 1 } },
    });
    const [{ range, text }] = diagnostic.suggestions;
    const fixed = Buffer.concat([
      bytes.subarray(0, line + range.start.column - 1),
      Buffer.from(text),
      bytes.subarray(line + range.end.column - 1),
    ]);
    expect(fixed.toString()).toBe('# 灯台守\r\n\r\n𠮷野家の👩‍🌾**年収** は\r600万円\n## End');
  });
});

describe('markdown', () => {
  it('keeps the text of guides from becoming mark-up', () => {
    const text = render('markdown');
    expect(text).toContain('\\<script\\>alert(1)\\</script\\>');
    expect(text).toContain('\\[x\\](1)');
    expect(text.match(/^- \d+:\d+ /gm)).toHaveLength(5);
  });
});

it('JSON for logs parses to the same value', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('##[error]'), fc.constant(hostileText))),
      (texts) => {
        const json = inertJson({ texts });
        expect(JSON.parse(json)).toEqual({ texts });
        expect(json).not.toMatch(/##\[|[\u007f-\u009f\u202e\u2028]/);
      },
    ),
  );
});
