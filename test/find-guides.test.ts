import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../src/errors.ts';
import { findGuides } from '../src/find/find-guides.ts';
import type { Host } from '../src/host.ts';
import { testHost } from './test-host.ts';

const strict = { allowEmpty: false, locale: 'en' } as const;

/** A host whose folder holds these paths, each with some text; a text of its own where given as a pair. */
function hostWith(...files: (string | readonly [string, string])[]) {
  return testHost({
    files: Object.fromEntries(files.map((file) => (typeof file === 'string' ? [file, '# x'] : file))),
  });
}

async function find(host: Host, ...paths: string[]): Promise<string[]> {
  return (await findGuides(paths, strict, host)).map((file) => file.path);
}

describe('finds', () => {
  const cases: {
    name: string;
    files: (string | readonly [string, string])[];
    paths?: string[];
    found: string[];
  }[] = [
    {
      name: 'the working folder when nothing is named',
      files: ['b.md', 'a/c.markdown', 'd.txt'],
      found: ['a/c.markdown', 'b.md'],
    },
    { name: 'extensions in any case', files: ['A.MD', 'b.Markdown'], found: ['A.MD', 'b.Markdown'] },
    {
      name: 'names in code-unit order',
      files: ['b.md', 'B.md', 'ア.md', 'a-b.md', 'a/b.md'],
      found: ['B.md', 'a-b.md', 'a/b.md', 'b.md', 'ア.md'],
    },
    {
      name: 'Japanese folders',
      files: ['職業/薬剤師.md', '職業/船/航海士.md'],
      paths: ['職業'],
      found: ['職業/船/航海士.md', '職業/薬剤師.md'],
    },
    {
      name: 'nothing in node_modules and dot folders',
      files: ['a.md', 'node_modules/p/b.md', 'c/node_modules/d.md', '.github/e.md'],
      found: ['a.md'],
    },
    { name: 'a dot folder that is named', files: ['.github/e.md'], paths: ['.github'], found: ['.github/e.md'] },
    {
      name: 'no reserved names, in any case and language',
      files: [
        'README.md',
        'a/readme.ja.md',
        'CHANGELOG.md',
        'Contributing.markdown',
        'LICENSE.md',
        'CODE_OF_CONDUCT.md',
        'security.md',
        'readme-writer.md',
      ],
      found: ['readme-writer.md'],
    },
    { name: 'a reserved name that is named', files: ['README.md', 'a.md'], paths: ['README.md'], found: ['README.md'] },
    { name: 'any extension that is named', files: ['a.txt', 'b'], paths: ['a.txt', 'b'], found: ['a.txt', 'b'] },
    {
      name: 'an ignored file that is named',
      files: [['.gitignore', '*.md'], 'a.md'],
      paths: ['a.md'],
      found: ['a.md'],
    },
    {
      name: 'a file once',
      files: ['a/b.md'],
      paths: ['a/b.md', './a/b.md', 'a', 'a/*.md', 'a/../a/'],
      found: ['a/b.md'],
    },
    { name: 'a folder named like a file', files: ['x.md/y.md'], paths: ['x.md'], found: ['x.md/y.md'] },
    {
      name: 'what is in a folder named like a file, not that folder',
      files: ['x.md/y.md', 'z.md'],
      found: ['x.md/y.md', 'z.md'],
    },
    { name: 'globs', files: ['a/1.md', 'a/b/2.md', 'c/3.md'], paths: ['a/**/*.md'], found: ['a/1.md', 'a/b/2.md'] },
    {
      name: 'globs with braces in a Japanese folder',
      files: ['職業/ア.md', '職業/イ.md', '職業/ウ.md'],
      paths: ['職業/{ア,イ}.md'],
      found: ['職業/ア.md', '職業/イ.md'],
    },
    {
      name: 'only guides for a bare star',
      files: ['a/1.md', 'a/2.png', 'a/README.md'],
      paths: ['a/*'],
      found: ['a/1.md'],
    },
    {
      name: 'only guides for a bare double star',
      files: ['a/1.md', 'a/2.png', 'a/b/3.md'],
      paths: ['a/**'],
      found: ['a/1.md', 'a/b/3.md'],
    },
    {
      name: 'the extension that a glob asks for',
      files: ['a/1.md', 'a/2.txt'],
      paths: ['a/*.txt'],
      found: ['a/2.txt'],
    },
    {
      name: 'the reserved name that a glob asks for',
      files: ['a/README.md', 'b/c.md'],
      paths: ['**/README.md'],
      found: ['a/README.md'],
    },
    {
      name: 'the node_modules that a glob asks for',
      files: ['a/node_modules/p/b.md'],
      paths: ['**/node_modules/p/*.md'],
      found: ['a/node_modules/p/b.md'],
    },
    {
      name: 'no ignored files by a glob',
      files: [['.gitignore', 'b.md'], 'a.md', 'b.md'],
      paths: ['*.md'],
      found: ['a.md'],
    },
    { name: 'a file whose name looks like a glob', files: ['[a].md', 'a.md'], paths: ['[a].md'], found: ['[a].md'] },
    {
      name: 'a folder whose name looks like a glob',
      files: ['(a) [b]/c.md'],
      paths: ['(a) [b]'],
      found: ['(a) [b]/c.md'],
    },
    {
      name: 'globs from a folder whose name looks like one',
      files: ['[a]/c.md', 'a/d.md'],
      paths: ['\\[a\\]/*.md'],
      found: ['[a]/c.md'],
    },
  ];
  test.each(cases)('$name', async ({ files, paths = [], found }) => {
    expect(await find(hostWith(...files), ...paths)).toEqual(found);
  });

  test('paths outside the working folder', async () => {
    const host = hostWith('in/a.md', 'out/b.md', 'out/c/d.md');
    const inside = testHost({ cwd: join(host.cwd, 'in') });
    expect(await find(inside, '../out/b.md', '../out/c', '../out/c/*.md')).toEqual(['../out/b.md', '../out/c/d.md']);
    expect(await find(inside, join(host.cwd, 'in/*.md'))).toEqual(['a.md']);
  });

  test('backslashes between folders on Windows, and only there', async () => {
    const files = { 'a/b/c.md': '' };
    expect(await find(testHost({ files, separator: '\\' }), 'a\\b\\*.md', 'a\\b\\c.md')).toEqual(['a/b/c.md']);
    await expect(find(testHost({ files }), 'a\\b\\c.md')).rejects.toThrow('There is no file');
  });

  test('linked files, also dangling ones, and no linked folders', async () => {
    const host = hostWith('real/a.md', 'guides/b.md');
    symlinkSync('../real/a.md', join(host.cwd, 'guides/linked.md'));
    symlinkSync('../gone.md', join(host.cwd, 'guides/dangling.md'));
    symlinkSync('../real', join(host.cwd, 'guides/folder.md'));
    symlinkSync('..', join(host.cwd, 'guides/loop'));
    expect(await find(host, 'guides')).toEqual(['guides/b.md', 'guides/dangling.md', 'guides/linked.md']);
    expect(await find(host, 'guides/dangling.md', 'guides/folder.md')).toEqual([
      'guides/dangling.md',
      'guides/folder.md/a.md',
    ]);
  });

  test('a pipe that is named, without opening it, and no pipe in a folder', async () => {
    const host = hostWith('a.md');
    execFileSync('mkfifo', [join(host.cwd, 'pipe.md')]);
    expect(await find(host, 'pipe.md')).toEqual(['pipe.md']);
    expect(await find(host)).toEqual(['a.md']);
  });
});

describe('ignore files', () => {
  const cases: { name: string; files: (string | readonly [string, string])[]; folder?: string; found: string[] }[] = [
    { name: 'a plain name anywhere below', files: [['.gitignore', 'b.md'], 'a.md', 'b.md', 'c/b.md'], found: ['a.md'] },
    {
      name: 'a name from the root only',
      files: [['.gitignore', '/b.md'], 'a.md', 'b.md', 'c/b.md'],
      found: ['a.md', 'c/b.md'],
    },
    { name: 'a folder', files: [['.gitignore', 'build/'], 'a.md', 'c/build/b.md'], found: ['a.md'] },
    {
      name: 'a later exception',
      files: [['.gitignore', '*.md\r\n# why\r\n!b.md\r\n'], 'a.md', 'b.md'],
      found: ['b.md'],
    },
    {
      name: 'a nested file, for its folder only',
      files: [['c/.gitignore', 'b.md'], 'b.md', 'c/b.md', 'c/d/b.md', 'c/a.md'],
      found: ['b.md', 'c/a.md'],
    },
    {
      name: 'a nested anchored pattern',
      files: [['c/.gitignore', '/b.md\nd/*.md'], 'b.md', 'c/b.md', 'c/d/e.md', 'c/x/b.md', 'd/f.md'],
      found: ['b.md', 'c/x/b.md', 'd/f.md'],
    },
    {
      name: 'a nested exception wins over the root',
      files: [['.gitignore', 'b.md'], ['c/.gitignore', '!b.md'], 'a.md', 'b.md', 'c/b.md'],
      found: ['a.md', 'c/b.md'],
    },
    {
      name: 'no exception below an ignored folder',
      files: [['.gitignore', 'c/'], ['c/.gitignore', '!b.md'], 'a.md', 'c/b.md'],
      found: ['a.md'],
    },
    {
      name: 'a nested file in a folder with odd characters',
      files: [
        ['c [1] *!/.gitignore', 'b.md\n\\#x.md\n\\!y.md'],
        'a.md',
        'c [1] *!/b.md',
        'c [1] *!/#x.md',
        'c [1] *!/!y.md',
        'c [1] *!/d.md',
      ],
      found: ['a.md', 'c [1] *!/d.md'],
    },
    {
      name: 'Japanese patterns',
      files: [['.gitignore', '下書き/\n没*.md'], '職業/下書き/a.md', '没案.md', '職業/b.md'],
      found: ['職業/b.md'],
    },
    { name: '.guidepostignore', files: [['.guidepostignore', 'drafts'], 'a.md', 'drafts/b.md'], found: ['a.md'] },
    {
      name: '.guidepostignore takes back what .gitignore leaves out',
      files: [['.gitignore', 'out'], ['.guidepostignore', '!out'], 'a.md', 'out/b.md'],
      found: ['a.md', 'out/b.md'],
    },
    {
      name: 'files of the folders between',
      files: [['.gitignore', 'x.md'], ['a/.gitignore', 'y.md'], 'a/b/x.md', 'a/b/y.md', 'a/b/z.md'],
      folder: 'a/b',
      found: ['a/b/z.md'],
    },
    { name: 'case as on the file system', files: [['.gitignore', 'B.md'], 'b.md'], found: ['b.md'] },
  ];
  test.each(cases)('$name', async ({ files, folder = '.', found }) => {
    expect(await find(hostWith(...files), folder)).toEqual(found);
  });

  test('the repository above the working folder counts, what is above that does not', async () => {
    const host = hostWith(
      ['.gitignore', 'a.md'],
      ['repository/.gitignore', 'b.md'],
      'repository/in/a.md',
      'repository/in/b.md',
    );
    mkdirSync(join(host.cwd, 'repository/.git'));
    expect(await find(testHost({ cwd: join(host.cwd, 'repository/in') }))).toEqual(['a.md']);
  });

  test('an ignored folder is not looked into', async () => {
    const host = hostWith(['.gitignore', 'big/'], 'a.md', 'big/b.md');
    const listed: string[] = [];
    const readFolder = (path: string) => {
      listed.push(path);
      return host.files.readFolder(path);
    };
    const files = { ...host.files, readFolder };
    expect(await find({ ...host, files })).toEqual(['a.md']);
    expect(listed).toEqual([host.cwd]);
  });
});

describe('refuses what yields nothing', () => {
  const cases: {
    name: string;
    files: (string | readonly [string, string])[];
    path: string;
    message: string;
    japanese: string;
  }[] = [
    {
      name: 'a missing file',
      files: ['a.md'],
      path: 'b.md',
      message: 'There is no file or folder "b.md" in ',
      japanese: '「b.md」というファイルやフォルダーは',
    },
    {
      name: 'a file below a file',
      files: ['a.md'],
      path: 'a.md/b.md',
      message: 'There is no file or folder "a.md/b.md"',
      japanese: '「a.md/b.md」というファイル',
    },
    {
      name: 'a glob without match',
      files: ['a.md'],
      path: 'x/*.md',
      message: 'The glob "x/*.md" matches no guide',
      japanese: '「x/*.md」に一致するガイドがありません',
    },
    {
      name: 'an exclusion alone',
      files: ['a.md'],
      path: '!a.md',
      message: 'There is no file or folder "!a.md"',
      japanese: '「!a.md」という',
    },
    {
      name: 'an empty folder',
      files: ['d/a.txt'],
      path: 'd',
      message: 'The folder "d" holds no guide',
      japanese: 'フォルダー「d」にガイド',
    },
    {
      name: 'only ignored files',
      files: [['.gitignore', 'd/x.md'], ['d/.guidepostignore', 'y.md'], 'd/x.md', 'd/y.md'],
      path: 'd',
      message: '"d" are ignored by .gitignore and d/.guidepostignore',
      japanese: '.gitignoreとd/.guidepostignoreで除外',
    },
    {
      name: 'an ignored folder',
      files: [['.gitignore', 'd/'], 'd/e/x.md'],
      path: 'd/e',
      message: '"d/e" are ignored by .gitignore',
      japanese: '.gitignoreで除外',
    },
    {
      name: 'a glob of ignored files',
      files: [['.gitignore', '*.md'], 'x.md'],
      path: '*.md',
      message: '"*.md" are ignored by .gitignore',
      japanese: '.gitignoreで除外',
    },
    {
      name: 'only reserved names',
      files: ['d/README.md', 'd/e/CHANGELOG.md'],
      path: 'd',
      message: '"d" holds only CHANGELOG.md, README.md',
      japanese: '「d」には、ガイドとして扱わないCHANGELOG.md、README.mdしかありません。',
    },
  ];
  test.each(cases)('$name', async ({ files, path, message, japanese }) => {
    const host = hostWith(...files);
    const failure = await findGuides([path], strict, host).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect(failure).toHaveProperty('message', expect.stringContaining(message));
    await expect(findGuides([path], { allowEmpty: false, locale: 'ja' }, host)).rejects.toThrow(japanese);
    expect(await findGuides([path], { allowEmpty: true, locale: 'en' }, host)).toEqual([]);
  });

  test('one empty argument among good ones', async () => {
    await expect(find(hostWith('a.md', 'd/b.txt'), 'a.md', 'd')).rejects.toThrow('The folder "d" holds no guide');
  });

  test('nothing in a place that may not be looked at: reading the file says why', async () => {
    const host = testHost();
    const denied = Object.assign(new Error('denied'), { code: 'EACCES' });
    const locked = { ...host, files: { ...host.files, lstat: () => Promise.reject(denied) } };
    expect(await find(locked, 'locked/a.md')).toEqual(['locked/a.md']);
  });

  test('an empty string, even when nothing may be found', async () => {
    const options = { allowEmpty: true, locale: 'en' } as const;
    await expect(findGuides([''], options, hostWith('a.md'))).rejects.toThrow('An empty path was given');
  });

  test('a folder that cannot be listed, whatever else was found', async () => {
    const host = hostWith('a.md', 'locked/b.md');
    const readFolder = (path: string) =>
      path.endsWith('locked')
        ? Promise.reject(Object.assign(new Error('denied'), { code: 'EACCES' }))
        : host.files.readFolder(path);
    await expect(find({ ...host, files: { ...host.files, readFolder } })).rejects.toThrow(
      'The folder "locked" cannot be listed (EACCES)',
    );
  });
});
