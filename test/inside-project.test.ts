import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { json, recipeType, soup } from './config-project.ts';
import { write } from './git-repository.ts';
import { testHost } from './test-host.ts';
import { placesIn, watchedFiles } from './watched-files.ts';

const secret = '---\ntitle: 秘密 hunter2\n---\n\n# 秘密 hunter2\n';
/** What lies beside the project, and must stay as it is and unread. */
const outside = {
  'secret.md': secret,
  'config.json': '{ "locale": "ja" }',
  'recipe.schema.json': recipeType,
  'baseline.json': '{ "version": 1, "problems": {} }',
  patterns: '*\n',
  'package.json': '{ "guidepost": { "locale": "ja" } }',
  'page.html': '<main>{{main}}</main>',
  'image.png': 'hunter2',
  'guides.csv': 'path,title\nsoup.md,hunter2\n',
  'guide.json': json({ type: 'recipe', path: 'hunter2.md', title: 'hunter2' }),
  'site/index.html': 'precious',
};
const config = { types: [{ schema: 'recipe.schema.json', files: ['**/*.md'] }] };
const project = {
  '.git/HEAD': '',
  'guidepost.config.json': json(config),
  'recipe.schema.json': recipeType,
  'soup.md': soup,
};

interface Case {
  readonly files?: Readonly<Record<string, string>>;
  /** Links in the project, and what they lead to from the folder around it. */
  readonly links?: Readonly<Record<string, string>>;
  readonly without?: readonly (keyof typeof project)[];
}

function place({ files = {}, links = {}, without = [] }: Case) {
  const { cwd: folder, ...host } = testHost();
  write(join(folder, 'outside'), outside);
  write(
    join(folder, 'project'),
    Object.fromEntries(Object.entries(project).filter(([name]) => !without.some((gone) => gone === name))),
  );
  write(join(folder, 'project'), files);
  for (const [name, target] of Object.entries(links)) {
    mkdirSync(dirname(join(folder, 'project', name)), { recursive: true });
    symlinkSync(join(folder, target), join(folder, 'project', name));
  }
  const watched = watchedFiles(host.files);
  return { folder, watched, host: { ...host, cwd: join(folder, 'project'), files: watched } };
}

async function run(at: ReturnType<typeof place>, argv: readonly string[]) {
  const code = await main(argv, at.host);
  return { code, ...at.host.output };
}

function contentOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names.map(({ parentPath, name }) => [
      join(parentPath, name).slice(folder.length + 1),
      readFileSync(join(parentPath, name), 'utf8'),
    ]),
  );
}

const english = (path: string) => `"${path}" stands in the project, but a link leads from it to a place outside`;
const refused = (path: string) => `"${path}" is a link that leaves the project`;
const unread = 'Link leads out of the project, so it was not read';
const csv = (path: string) => ({ 'tables/guides.csv': `path,title\n${path},hunter2\n` });
const off = { types: config.types };
const roots = (...folders: string[]) => ({
  'guidepost.config.json': json({ ...off, rules: { 'image-exists': ['error', { roots: folders }] } }),
});

/** What a pull request may hold, what is run, how it ends and what is said. */
const cases: readonly (readonly [string, Case, readonly string[], number, string])[] = [
  ['a guide', { links: { 'a.md': 'outside/secret.md' } }, ['lint'], 1, `a.md:1:1  error  file-readable\n  ${unread}`],
  ['a guide that is named', { links: { 'a.md': 'outside/secret.md' } }, ['lint', 'a.md'], 1, unread],
  ['a guide behind two links', { links: { 'a.md': 'project/b', b: 'outside/secret.md' } }, ['lint'], 1, unread],
  ['a guide to be fixed', { links: { 'a.md': 'outside/secret.md' } }, ['lint', '--fix', '--unsafe-fixes'], 1, unread],
  ['a guide to be exported', { links: { 'a.md': 'outside/secret.md' } }, ['export'], 1, unread],
  [
    'a guide to learn from',
    { links: { 'a.md': 'outside/secret.md' }, without: ['guidepost.config.json'] },
    ['init', '--dry-run'],
    0,
    unread,
  ],
  [
    'a guide whose settings are asked for',
    { links: { 'a.md': 'outside/secret.md' } },
    ['lint', '--print-config', 'a.md'],
    2,
    unread,
  ],
  ['a folder', { links: { guides: 'outside' } }, ['lint', 'guides'], 1, unread],
  ['a folder like a guide', { links: { 'guides.md': 'outside' } }, ['lint'], 1, unread],
  ['a file in a folder', { links: { guides: 'outside' } }, ['lint', 'guides/secret.md'], 1, unread],
  ['a glob in a folder', { links: { guides: 'outside' } }, ['lint', 'guides/*.md'], 1, unread],
  [
    'what is checked',
    { links: { guides: 'outside' }, files: { 'guidepost.config.json': json({ ...off, files: ['guides'] }) } },
    ['lint'],
    2,
    `guidepost.config.json:11:5: ${refused('guides')}`,
  ],
  [
    'what a glob checks',
    { links: { guides: 'outside' }, files: { 'guidepost.config.json': json({ ...off, files: ['guides/**/*.md'] }) } },
    ['lint'],
    2,
    refused('guides/**/*.md'),
  ],
  [
    'a config',
    { links: { 'guidepost.config.yaml': 'outside/config.json' }, without: ['guidepost.config.json'] },
    ['lint'],
    2,
    english('guidepost.config.yaml'),
  ],
  [
    'a config in package.json',
    { links: { 'package.json': 'outside/package.json' }, without: ['guidepost.config.json'] },
    ['lint'],
    2,
    english('package.json'),
  ],
  [
    'a config that is named',
    { links: { 'ci.json': 'outside/config.json' } },
    ['lint', '--config', 'ci.json'],
    2,
    unread,
  ],
  [
    'a config to start from',
    { links: { 'base.json': 'outside/config.json' }, files: { 'guidepost.config.json': '{ "extends": "base.json" }' } },
    ['lint'],
    2,
    `guidepost.config.json:1:14: ${refused('base.json')}`,
  ],
  [
    'a config in a folder',
    { links: { shared: 'outside' }, files: { 'guidepost.config.json': '{ "extends": ["./shared/config.json"] }' } },
    ['lint'],
    2,
    refused('./shared/config.json'),
  ],
  [
    'a guide type',
    { links: { 'recipe.schema.json': 'outside/recipe.schema.json' }, without: ['recipe.schema.json'] },
    ['types'],
    2,
    refused('recipe.schema.json'),
  ],
  [
    'a guide type that is named',
    { links: { 'a.schema.json': 'outside/recipe.schema.json' } },
    ['lint', '--type', 'a.schema.json'],
    2,
    'The guide type "a.schema.json" cannot be read',
  ],
  ['an ignore file', { links: { '.guidepostignore': 'outside/patterns' } }, ['lint'], 2, english('.guidepostignore')],
  [
    'an ignore file of git',
    { links: { 'guides/.gitignore': 'outside/patterns' }, files: { 'guides/a.md': soup } },
    ['lint'],
    2,
    english('guides/.gitignore'),
  ],
  [
    'a baseline',
    {
      links: { 'baseline.json': 'outside/baseline.json' },
      files: { 'guidepost.config.json': json({ ...off, baseline: 'baseline.json' }) },
    },
    ['lint'],
    2,
    refused('baseline.json'),
  ],
  [
    'a baseline that is named',
    { links: { 'baseline.json': 'outside/baseline.json' } },
    ['lint', '--baseline', 'baseline.json'],
    2,
    english('baseline.json'),
  ],
  [
    'a baseline to be written',
    { links: { '.guidepost-baseline.json': 'outside/baseline.json' } },
    ['lint', '--update-baseline'],
    2,
    english('.guidepost-baseline.json'),
  ],
  [
    'a baseline to be made',
    { links: { '.guidepost-baseline.json': 'outside/new.json' } },
    ['lint', '--update-baseline'],
    2,
    english('.guidepost-baseline.json'),
  ],
  [
    'a report',
    { links: { 'lint.sarif': 'outside/secret.md' } },
    ['lint', '--format', 'sarif', '--output-file', 'lint.sarif'],
    2,
    english('lint.sarif'),
  ],
  [
    'an output folder',
    { links: { site: 'outside/site' } },
    ['export', '--format', 'html', '--out', 'site'],
    2,
    english('site'),
  ],
  [
    'a new folder in one',
    { links: { site: 'outside/site' } },
    ['export', '--format', 'html', '--out', 'site/deep/er'],
    2,
    english('site/deep/er'),
  ],
  [
    'a page',
    { links: { 'site/index.html': 'outside/site/index.html' } },
    ['export', '--format', 'html', '--out', 'site'],
    2,
    english('site/index.html'),
  ],
  [
    'the list of pages',
    { links: { 'site/.guidepost-manifest.json': 'outside/config.json' } },
    ['export', '--format', 'html', '--out', 'site'],
    2,
    english('site/.guidepost-manifest.json'),
  ],
  [
    'an output file',
    { links: { 'all.csv': 'outside/guides.csv' } },
    ['export', '--format', 'csv', '--out', 'all.csv'],
    2,
    english('all.csv'),
  ],
  [
    'a page part',
    { links: { 'parts/page.html': 'outside/page.html' } },
    ['export', '--format', 'html', '--template', 'parts'],
    2,
    english('parts/page.html'),
  ],
  [
    'a folder of page parts',
    { links: { parts: 'outside' } },
    ['export', '--format', 'html', '--template', 'parts'],
    2,
    english('parts'),
  ],
  [
    'a JSON file',
    { links: { 'guide.json': 'outside/guide.json' } },
    ['import', 'guide.json'],
    2,
    english('guide.json'),
  ],
  ['a table', { links: { 'guides.csv': 'outside/guides.csv' } }, ['import', 'guides.csv'], 2, english('guides.csv')],
  [
    'a table in a folder',
    { links: { 'tables/guides.csv': 'outside/guides.csv' } },
    ['import', 'tables'],
    2,
    english('tables/guides.csv'),
  ],
  ['a folder of tables', { links: { tables: 'outside' } }, ['import', 'tables'], 2, english('tables')],
  [
    'where a new guide goes',
    { links: { guides: 'outside' } },
    ['new', 'leek', '--out', 'guides'],
    2,
    english('guides/leek.md'),
  ],
  [
    'where a config goes',
    { links: { 'guidepost.config.json': 'outside/config.json' }, without: ['guidepost.config.json'] },
    ['init', '--force'],
    2,
    english('guidepost.config.json'),
  ],
  ['a shard', { links: { 'shard.json': 'outside/config.json' } }, ['merge-reports', 'shard.json'], 2, '(EOUTSIDE)'],
  ['a folder of images', { links: { public: 'outside' }, files: roots('public') }, ['lint'], 2, refused('public')],
  [
    'folders of images by name',
    { files: roots('..', '/', 'public/../../outside') },
    ['lint'],
    2,
    '"public/../../outside" leaves the project; write a folder inside the project',
  ],
  [
    'a table that names a guide',
    { files: csv('../outside/secret.md') },
    ['import', 'tables'],
    2,
    'stands in "../outside/secret.md", which is outside of the project',
  ],
  [
    'a table that names a linked guide',
    { files: csv('a.md'), links: { 'a.md': 'outside/secret.md' } },
    ['import', 'tables'],
    2,
    'stands in "a.md", which is outside',
  ],
  [
    'a baseline that names guides',
    { files: { 'b.json': json({ version: 1, problems: { '../outside/secret.md': { 'text-length': ['0'] } } }) } },
    ['lint', '--baseline', 'b.json'],
    0,
    '',
  ],
  [
    'a baseline that names guides, written anew',
    { files: { 'b.json': json({ version: 1, problems: { '../outside/secret.md': { 'text-length': ['0'] } } }) } },
    ['lint', '--baseline', 'b.json', '--update-baseline'],
    0,
    'b.json now knows',
  ],
  [
    'a list of pages that names guides',
    {
      files: {
        'site/.guidepost-manifest.json': json({
          outputs: { html: { 'a.html': { hash: '', guide: '../outside/secret.md' } } },
        }),
        'site/a.html': '',
      },
    },
    ['export', '--format', 'html', '--out', 'site', '--prune'],
    0,
    'exported to site',
  ],
];

describe('what a pull request holds leads nobody out of the project', () => {
  it.each(cases)('%s', async (_name, given, argv, code, sentence) => {
    const at = place(given);
    const result = await run(at, [...argv, '--locale', 'en']);
    expect(result).toMatchObject({ code });
    expect(result.stdout + result.stderr).toContain(sentence);
    expect(result.stdout + result.stderr).not.toContain('hunter2');
    expect(placesIn(join(at.folder, 'outside'), at.watched.places)).toEqual([]);
    expect(contentOf(join(at.folder, 'outside'))).toEqual(outside);
  });

  it('and the other guides are still checked', async () => {
    const faulty = soup.replace('## Steps', '## Oven');
    const { code, stdout } = await run(place({ links: { 'a.md': 'outside/secret.md' }, files: { 'b.md': faulty } }), [
      'lint',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('b.md:1');
    expect(stdout).toContain('2 of 3 files');
  });

  it('which is said in Japanese as well', async () => {
    const { stdout } = await run(place({ links: { 'a.md': 'outside/secret.md' } }), ['lint', '--locale', 'ja']);
    expect(stdout).toContain('プロジェクトの外へのリンクなので読みませんでした');
    const output = ['export', '--format', 'html', '--out', 'site', '--locale', 'ja'];
    const { stderr } = await run(place({ links: { site: 'outside/site' } }), output);
    expect(stderr).toContain('「site」はプロジェクトの中にありますが、リンクの先が外にある');
    const schema = {
      links: { 'recipe.schema.json': 'outside/recipe.schema.json' },
      without: ['recipe.schema.json'],
    } as const;
    expect((await run(place(schema), ['lint', '--locale', 'ja'])).stderr).toContain(
      'はリンクで、その先がプロジェクトの外にあります',
    );
  });
});

describe('what the user names may lie anywhere', () => {
  it.each<[string, readonly string[], number]>([
    ['guides', ['lint', '../outside/secret.md'], 1],
    ['a folder', ['lint', '../outside'], 1],
    ['a config', ['lint', '--config', '../outside/config.json', '--type', 'recipe.schema.json'], 0],
    ['a guide type', ['lint', '--type', '../outside/recipe.schema.json'], 0],
    ['a baseline', ['lint', '--baseline', '../outside/baseline.json'], 0],
    ['a report', ['lint', '--format', 'json', '--output-file', '../outside/report.json'], 0],
    ['an output folder', ['export', '--format', 'html', '--out', '../outside/site'], 0],
    ['page parts', ['export', '--format', 'html', '--template', '../outside/parts'], 0],
  ])('%s', async (_name, argv, code) => {
    const at = place({});
    write(join(at.folder, 'outside/parts'), { 'page.html': outside['page.html'] });
    expect(await run(at, argv)).toMatchObject({ code });
    // The control of the tests above: a place outside is seen.
    expect(placesIn(join(at.folder, 'outside'), at.watched.places)).not.toEqual([]);
  });

  it('save for links in another repository, which stay there too', async () => {
    const at = place({});
    write(join(at.folder, 'clone'), { '.git/HEAD': '', 'recipes/soup.md': soup });
    symlinkSync('../../outside/secret.md', join(at.folder, 'clone/recipes/a.md'));
    const { code, stdout } = await run(at, ['lint', '../clone/recipes', '--type', 'recipe.schema.json']);
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining(unread) });
    expect(stdout).not.toContain('hunter2');
  });

  it('and a link inside the project is followed', async () => {
    const links = { 'menu/soup.md': 'project/soup.md', 'base.json': 'project/guidepost.config.json' };
    expect(await run(place({ links }), ['lint'])).toMatchObject({ code: 0, stderr: '' });
    expect(await run(place({ links }), ['lint', '--config', 'base.json'])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('the project is', () => {
  const inDeep = { files: { 'deep/er/b.md': soup }, links: { 'deep/er/a.md': 'project/soup.md' } };
  const from = (at: ReturnType<typeof place>) => ({ ...at, host: { ...at.host, cwd: join(at.host.cwd, 'deep/er') } });

  it('the repository around the working folder', async () => {
    expect(await run(from(place(inDeep)), ['lint'])).toMatchObject({ code: 0 });
  });

  it('without one, the folder of the config', async () => {
    expect(await run(from(place({ ...inDeep, without: ['.git/HEAD'] })), ['lint'])).toMatchObject({ code: 0 });
    const inPackage = { ...inDeep, files: { ...inDeep.files, 'package.json': json({ guidepost: config }) } };
    const bare = place({ ...inPackage, without: ['.git/HEAD', 'guidepost.config.json'] });
    expect(await run(from(bare), ['lint'])).toMatchObject({ code: 0 });
  });

  it('without both, the working folder', async () => {
    const at = from(place({ ...inDeep, without: ['.git/HEAD', 'guidepost.config.json'] }));
    const { code, stdout } = await run(at, ['lint', '--type', '../../recipe.schema.json']);
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining(unread) });
  });
});
