import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { json, recipeType, soup } from './config-project.ts';
import { cocktail, obeyedIn } from './hostile-strings.ts';
import { testHost } from './test-host.ts';

/** What may stand in the name of a file: no slash, no NUL, few enough bytes, and no half characters. */
const name = `a\u001b[31m\u202e\u200b\u0007\n::error::FORGED\r##[error]b##vso[c]\u2028\u009b#teamcity`;
/** The same in a name that is at the start of a line. */
const command = '::add-mask::a';
const type = JSON.parse(recipeType);
const config = { types: [{ schema: 'recipe.schema.json', files: ['**/*.md'] }] };
const front = (value: object, body = '') => `---json\n${JSON.stringify(value)}\n---\n\n# Soup\n${body}`;
const section = (key: string, title: string) => ({
  [key]: { type: 'string', 'x-source': { section: { name: title } } },
});

type Files = Readonly<Record<string, string>>;

/** A place for such a text, and the calls that may say something of it. */
const places: readonly (readonly [string, Files, readonly (readonly string[])[]])[] = [
  [
    'the name of a guide',
    { [`${name}.md`]: '{{TODO}} **a **b\n' },
    [
      ['lint'],
      ['lint', '--format', 'compact'],
      ['lint', '--fix'],
      ['lint', '--diff', '--unsafe-fixes'],
      ['export'],
      ['export', '--format', 'html', '--out', 'out'],
      ['init', '--force'],
      ['lint', '--print-config', `${name}.md`],
    ],
  ],
  [
    'the name of a guide at the start of a line',
    { [`${command}.md`]: '', '##[error]a.md': '' },
    [['lint'], ['lint', '--format', 'compact'], ['export'], ['init', '--force']],
  ],
  [
    'the name of a folder',
    { [`${name}/a.md`]: '' },
    [['lint'], ['lint', '--diff'], ['export'], ['lint', name], ['lint', `${name}/*.txt`]],
  ],
  [
    'a text',
    { 'a.md': `# ${cocktail}\n\n{{TODO ${cocktail}}}\n\n**${cocktail} **\n\n- a\n\n\n\n* b\n` },
    [['lint'], ['lint', '--diff', '--unsafe-fixes'], ['lint', '--format', 'compact'], ['export'], ['init', '--force']],
  ],
  [
    'a key',
    { 'a.md': front({ [cocktail]: cocktail, type: cocktail, title: [cocktail] }) },
    [['lint'], ['lint', '--diff', '--unsafe-fixes'], ['export'], ['init', '--force']],
  ],
  [
    'a broken key',
    {
      'a.md': `---json\n{ "${cocktail.replaceAll('"', '')}" 1 }\n---\n`,
      'b.md': `---\n${name}: [a\n---\n`,
      'c.md': `+++\n${name} = a\n+++\n`,
    },
    [['lint'], ['lint', '--diff'], ['export']],
  ],
  ['a language of front matter', { 'a.md': `---js${name}\n---\n` }, [['lint'], ['export']]],
  [
    'a rule that a comment names',
    { 'a.md': `${soup}\n<!-- guidepost-disable ${cocktail.replaceAll('--', '')} -->\n` },
    [['lint'], ['lint', '--diff']],
  ],
  [
    'a slug and those that refer to it',
    { 'a.md': front({ slug: cocktail, related_jobs: [cocktail], thumbnail: cocktail }) },
    [
      ['lint', '--type', 'career-guide'],
      ['export', '--type', 'career-guide'],
    ],
  ],
  [
    'a table',
    {
      'a.md': `# ${soup}\n\n## 年収\n\n| ${cocktail.replaceAll(/[\n\r|]/g, '')} | 年収 |\n| --- | --- |\n| a | ${cocktail.replaceAll(/[\n\r|]/g, '')} |\n`,
    },
    [['lint', '--type', 'career-guide']],
  ],
  ['a key of the config', { 'guidepost.config.json': json({ [cocktail]: 1 }) }, [['lint'], ['types']]],
  ['a rule of the config', { 'guidepost.config.json': json({ rules: { [cocktail]: 'off' } }) }, [['lint']]],
  ['a level', { 'guidepost.config.json': json({ rules: { 'text-length': cocktail } }) }, [['lint']]],
  [
    'an option',
    { 'guidepost.config.json': json({ rules: { 'image-exists': ['error', { [cocktail]: [] }] } }) },
    [['lint']],
  ],
  [
    'an option that is a folder',
    { 'guidepost.config.json': json({ rules: { 'image-exists': ['error', { roots: [`../${cocktail}`] }] } }) },
    [['lint']],
  ],
  ['a language', { 'guidepost.config.json': json({ locale: cocktail }) }, [['lint']]],
  ['what a config starts from', { 'guidepost.config.json': json({ extends: [cocktail] }) }, [['lint']]],
  [
    'a set that a config starts from',
    { 'guidepost.config.json': json({ extends: `guidepost:${cocktail}` }) },
    [['lint']],
  ],
  [
    'paths of a config',
    {
      'guidepost.config.json': json({
        files: [cocktail, `../${cocktail}`],
        ignore: [`/../../${cocktail}`],
        baseline: `/${cocktail}`,
      }),
    },
    [['lint']],
  ],
  ['a file of a config', { 'guidepost.config.json': json({ files: [`${name}.md`] }) }, [['lint'], ['export']]],
  [
    'a type of a config',
    { 'guidepost.config.json': json({ types: [{ schema: name.replaceAll(/[/\\]/g, '') }] }) },
    [['lint'], ['types']],
  ],
  [
    'a schema of a config',
    { 'guidepost.config.json': json({ types: [{ schema: `./${name}.json` }] }), [`${name}.json`]: '{ "title": ' },
    [['lint']],
  ],
  ['a broken config', { 'guidepost.config.json': `{ "a" ${cocktail} }` }, [['lint']]],
  ['a broken config in YAML', { 'guidepost.config.json': '', 'guidepost.config.yaml': `a: [${name}` }, [['lint']]],
  [
    'a keyword of a guide type',
    { 'recipe.schema.json': json({ ...type, [`x-${cocktail}`]: 1, $ref: cocktail, $schema: cocktail }) },
    [['lint'], ['types']],
  ],
  [
    'a section of a guide type',
    {
      'recipe.schema.json': json({
        ...type,
        title: cocktail,
        required: [cocktail],
        properties: section(cocktail, cocktail),
      }),
    },
    [
      ['lint'],
      ['types'],
      ['types', '--json'],
      ['schema'],
      ['schema', '--front-matter'],
      ['new', 'leek', '--out', 'new'],
      ['export'],
    ],
  ],
  [
    'a pattern of a guide type',
    {
      'recipe.schema.json': json({
        ...type,
        properties: {
          ...type.properties,
          a: { type: 'string', pattern: `(${cocktail}`, 'x-source': { frontMatter: 'a' } },
        },
      }),
    },
    [['lint']],
  ],
  [
    'a format of a guide type',
    {
      'recipe.schema.json': json({
        ...type,
        properties: {
          ...type.properties,
          a: { type: 'string', format: cocktail, 'x-source': { frontMatter: cocktail } },
        },
      }),
    },
    [['lint']],
  ],
  [
    'a baseline',
    {
      'b.json': json({
        version: 1,
        problems: { [cocktail]: { [cocktail]: [cocktail] }, 'soup.md': { [cocktail]: ['0'] } },
      }),
      'c.json': `{ "${cocktail}`,
      'd.json': json({ version: 1, problems: { [cocktail]: 1 } }),
    },
    [
      ['lint', '--baseline', 'b.json'],
      ['lint', '--baseline', 'c.json'],
      ['lint', '--baseline', 'd.json'],
      ['lint', '--baseline', name],
    ],
  ],
  ['an ignore file', { '.guidepostignore': `*\n${cocktail}` }, [['lint']]],
  [
    'a list of outputs',
    {
      'out/.guidepost-manifest.json': json({ outputs: { html: { [name]: { hash: '', guide: cocktail } } } }),
      [`out/${name}`]: '',
    },
    [['export', '--format', 'html', '--out', 'out', '--prune']],
  ],
  [
    'a page part',
    {
      'parts/page.html': `{{main}}{{${name.replaceAll(/[{}]/g, '')}}}`,
      'more/page.htm': '',
      [`more/${name}.html`]: '',
    },
    [
      ['export', '--format', 'html', '--template', 'parts'],
      ['export', '--format', 'html', '--template', 'more'],
    ],
  ],
  [
    'a table to import',
    {
      'guides.csv': `path,title,"${cocktail.replaceAll('"', '')}"\nsoup.md,"${cocktail.replaceAll('"', '')}",b\n"${name}",a,b\n`,
      'b.csv': `path,"${cocktail.replaceAll('"', '')}`,
    },
    [
      ['import', 'guides.csv'],
      ['import', 'guides.csv', '--guides', '.', '--diff'],
      ['import', 'b.csv'],
    ],
  ],
  [
    'JSON to import',
    {
      'a.json': json({ type: 'recipe', path: cocktail, [cocktail]: cocktail, steps: [cocktail] }),
      'b.json': json({ type: cocktail }),
      'c.json': `{ "a" ${cocktail}`,
    },
    [
      ['import', 'a.json', '--out', 'new'],
      ['import', 'b.json'],
      ['import', 'c.json'],
    ],
  ],
  [
    'the report of a shard',
    { 'a.json': json({ guidepost: cocktail, shard: 1 }), 'b.json': cocktail },
    [
      ['merge-reports', 'a.json'],
      ['merge-reports', 'b.json'],
      ['merge-reports', name],
    ],
  ],
  [
    'an argument',
    {},
    [
      ['lint', name],
      ['lint', `--${name}`],
      ['lint', '--rule', `${name}=off`],
      ['lint', '--type', name],
      ['lint', '--format', name],
      ['lint', '--config', name],
      ['lint', '--since', name],
      ['explain', name],
      ['new', name],
      [name],
      ['export', '--columns', name, '--format', 'csv'],
      ['export', '--pick', name],
      ['import', name],
    ],
  ],
];

describe.each(['en', 'ja'])('nothing that is said in %s can be forged by', (locale) => {
  it.each(places)('%s', async (_place, files, calls) => {
    for (const argv of calls) {
      const env = { CI: 'true', GITHUB_ACTIONS: 'true' };
      const host = testHost({
        files: {
          '.git/HEAD': '',
          'soup.md': soup,
          'recipe.schema.json': recipeType,
          'guidepost.config.json': json(config),
          ...files,
        },
        env,
      });
      const code = await main([...argv, '--locale', locale], host);
      expect([0, 1, 2]).toContain(code);
      const { stdout, stderr } = host.output;
      // What export writes on standard output is the guides themselves.
      const said =
        argv[0] === 'export' || (argv[0] === 'import' && !argv.includes('--diff')) ? stderr : stdout + stderr;
      expect([argv, obeyedIn(said.replaceAll(/^::(?:error|warning|notice) .*$/gm, ''))]).toEqual([argv, undefined]);
      expect(stderr).not.toMatch(/This is a bug|不具合/);
      for (const line of said.split('\n').filter((each) => each.startsWith('::')))
        expect(line).toMatch(
          /^::(?:error|warning|notice) (?:file=[^:,]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,)?title=[a-z-]+::/,
        );
    }
  });
});

describe('a diff', () => {
  const guide = `# Soup\r\n\r\n**a **b \u001b[31m\u202e\r\n##[error] c\r\n\u200b::error::d\r\n`;
  const diff = async (env: Record<string, string>, isTTY = false) => {
    const host = testHost({ files: { '.git/HEAD': '', '\u202e"a.md': guide }, env, isTTY });
    await main(['lint', '--diff', '--no-color'], host);
    return host.output.stdout;
  };

  it('is exact for a program, and shows to people and services what is in it', async () => {
    const exact = await diff({});
    expect(exact).toContain('\u001b[31m\u202e\r\n');
    for (const shown of [await diff({ CI: 'true' }), await diff({ TF_BUILD: 'True' }), await diff({}, true)]) {
      expect(obeyedIn(shown.replaceAll('\r\n', '\n'))).toBeUndefined();
      expect(shown).toContain('␛[31m\\u{202e}\r\n');
      expect(shown.split('\n')).toHaveLength(exact.split('\n').length);
    }
  });

  it('names files as git does', async () => {
    expect(await diff({})).toContain('--- "a/\\342\\200\\256\\"a.md"\n+++ "b/\\342\\200\\256\\"a.md"\n');
  });
});
