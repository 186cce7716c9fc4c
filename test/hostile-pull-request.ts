import { json, recipeType, soup } from './config-project.ts';
import { cocktail } from './hostile-strings.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** What one commit of a pull request tries, and what must come of it. */
export interface Threat {
  readonly name: string;
  readonly files?: Files;
  /** Links, and where they lead to; `OUTSIDE` stands for a folder beside the repository. */
  readonly links?: Readonly<Record<string, string>>;
  /** A run of its own, as it ends the run or is about another command; else it is checked with the others. */
  readonly argv?: readonly string[];
  readonly code?: 0 | 1 | 2;
  /** What the log says of it, and what it must not say. */
  readonly says?: readonly RegExp[];
}

/** What the base branch holds: two good guides, and one with a fault that has to be reported whatever else there is. */
export const base = {
  'guidepost.config.json': json({ types: [{ schema: 'recipe.schema.json', files: ['guides'] }], files: ['guides'] }),
  'recipe.schema.json': recipeType,
  'guides/soup.md': soup,
  'guides/stew.md': soup.replaceAll('Leek soup', 'Stew'),
  'guides/faulty.md': soup.replaceAll('Leek soup', 'Pie').replace('## Steps', '## Oven'),
};

/** What is said of the faulty guide in each run that is not refused as a whole. */
export const faultReported = /^::error file=guides\/faulty\.md,line=\d+,.*title=section-present::/m;

const front = (value: object | string, body = soup.slice(soup.indexOf('# '))): string =>
  `---json\n${typeof value === 'string' ? value : json(value)}\n---\n\n${body}`;
const script = `require('node:fs').writeFileSync('OUTSIDE/ran', 'ran'); require('node:child_process').execSync('touch OUTSIDE/ran'); fetch('http://127.0.0.1:9/');`;
const withConfig = (config: object): Files => ({
  'guidepost.config.json': json({ ...JSON.parse(base['guidepost.config.json']), ...config }),
});
const withType = (change: object): Files => ({
  'recipe.schema.json': json({ ...JSON.parse(recipeType), ...change }),
});
const rule = (file: string, id: string): RegExp =>
  new RegExp(`^::(?:error|warning) file=guides/${file},line=\\d+,.*title=${id}::`, 'm');
const outside = 'Link leads out of the project';
const yaml = (text: string): string => `---\n${text}\n---\n\n${soup.slice(soup.indexOf('# '))}`;
const html = ['export', '--include-invalid', '--format', 'html', '--out', 'site'];
const csv = ['export', '--include-invalid', '--format', 'csv', '--out', 'tables'];

/** Threats that stand in guides: one run over all of them. */
const inGuides: readonly Threat[] = [
  {
    name: 'front matter in JavaScript',
    files: { 'guides/js.md': `---js\n${script}\n---\n\n${soup}` },
    says: [rule('js.md', 'front-matter-readable')],
  },
  {
    name: 'front matter in CoffeeScript, unclosed, with a byte order mark',
    files: { 'guides/coffee.md': `\uFEFF---COFFEE\r\n${script}\r\n` },
    says: [rule('coffee.md', 'front-matter-readable')],
  },
  {
    name: 'a body that begins like front matter',
    files: { 'guides/second.md': `---\ntitle: a\n---\n---js\n${script}\n---\n${soup}` },
  },
  {
    name: 'a function in YAML',
    files: { 'guides/function.md': yaml(`title: !!js/function 'function () { ${script.replaceAll("'", '"')} }'`) },
  },
  {
    name: 'an alias bomb',
    files: {
      'guides/bomb.md': yaml(
        [
          'a: &a [x, x, x, x, x, x, x, x, x]',
          ...[...'bcdefghi'].map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[at]}`).join()}]`),
        ].join('\n'),
      ),
    },
    says: [rule('bomb.md', 'front-matter-readable')],
  },
  {
    name: 'keys of the prototype',
    files: {
      'guides/proto.md': front(
        '{ "__proto__": { "title": "x", "polluted": true }, "constructor": { "prototype": { "polluted": true } }, "toString": 1, "title": "a" }',
      ),
      'guides/proto2.md': yaml('__proto__:\n  polluted: true\ntitle: a\nconstructor: b'),
    },
  },
  {
    name: 'a link to a file outside',
    links: { 'guides/link.md': 'OUTSIDE/secret.md' },
    says: [new RegExp(`file=guides/link\\.md,.*${outside}`)],
  },
  {
    name: 'a link to the accounts of the machine',
    links: { 'guides/accounts.md': '/etc/passwd' },
    says: [new RegExp(`file=guides/accounts\\.md,.*${outside}`)],
  },
  {
    name: 'a link to an endless device',
    links: { 'guides/zero.md': '/dev/zero' },
    says: [new RegExp(`file=guides/zero\\.md,.*${outside}`)],
  },
  {
    name: 'a link to what the process knows',
    links: { 'guides/environment.md': '/proc/self/environ' },
    says: [new RegExp(`file=guides/environment\\.md,.*${outside}`)],
  },
  {
    name: 'a link to itself, and one to its folder',
    links: { 'guides/self.md': 'self.md', 'guides/folder.md': '.' },
    files: {},
  },
  { name: 'a linked folder', links: { 'guides/more': 'OUTSIDE' } },
  {
    name: 'commands in names',
    files: {
      'guides/::add-mask::a.md': '',
      'guides/##[error]a.md': '',
      'guides/a\n::error::FORGED\r.md': '',
      'guides/%0A::error::b.md': '',
    },
    says: [
      /^::error file=guides\/%3A%3Aadd-mask%3A%3Aa\.md,/m,
      /^::error file=guides\/##\[error\]a\.md,/m,
      /^::error file=guides\/a␊%3A%3Aerror|file=guides\/a%0A/m,
    ],
  },
  {
    name: 'commands and escapes in texts',
    files: {
      'guides/commands.md': `# ${cocktail}\n\n{{TODO ${cocktail}}}\n\n::error::FORGED\n::stop-commands::a\n\n**::add-mask::a **b\n`,
    },
    says: [/file=guides\/commands\.md,/],
  },
  {
    name: 'commands in keys',
    files: { 'guides/keys.md': front({ [cocktail]: cocktail, title: [cocktail], type: cocktail }) },
  },
  {
    name: 'what a program takes for a path',
    files: {
      'guides/paths.md': front(
        {
          title: '../../../../../../etc/passwd',
          slug: '../../ran',
          thumbnail: '/etc/passwd',
          hero_image: 'file:///etc/passwd',
          related_jobs: ['OUTSIDE/secret'],
        },
        `# a\n\n![](../../../../../../etc/passwd)\n![](OUTSIDE/secret.md)\n[](OUTSIDE/secret.md)\n\n${soup.slice(soup.indexOf('## '))}`,
      ),
    },
  },
  {
    name: 'scripts',
    files: {
      'guides/scripts.md': front(
        { title: '</title><script>alert(1)</script>' },
        `# <script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) ![](data:text/html,<script>alert(1)</script>)\n\n${soup.slice(soup.indexOf('## '))}`,
      ),
    },
  },
  {
    name: 'formulas',
    files: {
      'guides/formulas.md': front(
        { title: '=HYPERLINK("http://example.com","a")' },
        soup.slice(soup.indexOf('# ')).replace('Leeks.', '=cmd|"/C calc"!A0'),
      ),
    },
  },
  {
    name: 'bytes that are no text',
    files: {
      'guides/bytes.md': new Uint8Array([0xff, 0xfe, 0x23, 0x00, 0x20, 0x00]),
      'guides/nul.md': '# a\u0000b\n',
      'guides/torn.md': new Uint8Array([0x23, 0x20, 0xe3, 0x81]),
    },
    says: [rule('bytes.md', 'file-readable'), rule('nul.md', 'file-readable'), rule('torn.md', 'file-readable')],
  },
  {
    name: 'deep and wide texts',
    files: {
      'guides/deep.md': `${'> '.repeat(300)}a\n`,
      'guides/wide.md': `# a\n\n${'['.repeat(300)}\n\n${'*a '.repeat(300)}\n`,
      'guides/nested.md': front(`${'[{"a":'.repeat(500)}1${'}]'.repeat(500)}`),
    },
  },
  {
    name: 'names that collide',
    files: { 'guides/a/soup.md': soup, 'guides/b/SOUP.md': soup, 'guides/con.md': soup, 'guides/c/__proto__.md': soup },
  },
  {
    name: 'programs beside the config',
    files: {
      'guidepost.config.js': script,
      'guidepost.config.cjs': script,
      'guidepost.config.mjs': script,
      'guidepost.config.ts': script,
      '.guidepostrc.js': script,
      'guides/.guidepostrc.js': script,
      '.env': 'NODE_OPTIONS=--require ./evil.js',
      'evil.js': script,
    },
  },
  {
    name: 'packages of the same names',
    files: {
      'node_modules/ajv/dist/2020.js': script,
      'node_modules/gray-matter/index.js': script,
      'node_modules/yaml/package.json': '{ "main": "index.js" }',
      'node_modules/yaml/index.js': script,
      'node_modules/satteri/index.js': script,
      'node_modules/guidepost/index.js': script,
    },
  },
  {
    name: 'settings of git',
    files: {
      '.gitattributes': '*.md filter=evil diff=evil merge=evil\n',
      '.gitmodules': '[submodule "a"]\n\tpath = a\n\turl = ext::sh -c touch% OUTSIDE/ran\n',
      '.gitconfig': '[core]\n\tfsmonitor = touch OUTSIDE/ran\n',
    },
  },
];

/** Threats that stand where a run is told what to do: a run each. */
const elsewhere: readonly Threat[] = [
  {
    name: 'a config from the net',
    files: withConfig({ extends: 'http://127.0.0.1:9/config.json' }),
    code: 2,
    says: [/"http:\/\/127\.0\.0\.1:9\/config\.json" is an address/],
  },
  {
    name: 'a config, guides and a baseline from outside',
    files: withConfig({
      files: ['/etc', '../outside', 'guides/../../outside/*.md'],
      baseline: '../outside/baseline.json',
      ignore: ['../**'],
      types: [{ schema: '../outside/recipe.schema.json' }, { schema: 'file:///etc/passwd' }],
    }),
    code: 2,
    says: [
      /"\/etc" is an absolute path/,
      /"guides\/\.\.\/\.\.\/outside\/\*\.md" leaves/,
      /"file:\/\/\/etc\/passwd" is an address/,
      /"\.\.\/outside\/recipe\.schema\.json" leaves/,
    ],
  },
  {
    name: 'a linked config',
    links: { 'guides/guidepost.config.json': 'OUTSIDE/config.json' },
    argv: ['lint', '--config', 'guides/guidepost.config.json'],
    code: 2,
    says: [/Link leads out of the project/],
  },
  {
    name: 'a config that is a program',
    files: { 'evil.js': script, ...withConfig({ extends: './evil.js', types: [{ schema: './evil.js' }] }) },
    code: 2,
  },
  {
    name: 'keys of the prototype in a config',
    files: {
      'guidepost.config.json':
        '{ "__proto__": { "files": ["/etc"] }, "rules": { "constructor": "off", "__proto__": "off", "toString": "off" } }',
    },
    code: 2,
    says: [/There is no key "__proto__"/],
  },
  {
    name: 'a guide type with parts in the net',
    files: withType({
      properties: {
        ...JSON.parse(recipeType).properties,
        a: { $ref: 'http://127.0.0.1:9/a.json#/b', 'x-source': { frontMatter: 'a' } },
        b: { $ref: 'file:///etc/passwd', 'x-source': { frontMatter: 'b' } },
        c: { $dynamicRef: 'http://127.0.0.1:9/c', 'x-source': { frontMatter: 'c' } },
      },
    }),
    code: 2,
    says: [/"http:\/\/127\.0\.0\.1:9\/a\.json#\/b" is outside this file/],
  },
  {
    name: 'a guide type with a name in the net',
    files: withType({ $id: 'http://127.0.0.1:9/type.json' }),
    code: 1,
    says: [faultReported],
  },
  {
    name: 'a guide type in a dialect from the net',
    files: withType({ $schema: 'http://127.0.0.1:9/dialect' }),
    code: 2,
    says: [/not in "http:\/\/127\.0\.0\.1:9\/dialect"/],
  },
  {
    name: 'a linked guide type',
    links: { 'recipe.schema.json': 'OUTSIDE/recipe.schema.json' },
    code: 2,
    says: [/"recipe\.schema\.json" is a link that leaves the project/],
  },
  {
    name: 'linked ignore patterns',
    links: { '.guidepostignore': 'OUTSIDE/patterns' },
    code: 2,
    says: [/"\.guidepostignore" stands in the project, but a link leads/],
  },
  {
    name: 'folders of images elsewhere',
    files: withConfig({ rules: { 'image-exists': ['error', { roots: ['/', '../outside', '~/'] }] } }),
    code: 2,
    says: [/"\/" is an absolute path; write a folder inside/],
  },
  {
    name: 'a linked folder of images',
    files: withConfig({ rules: { 'image-exists': ['error', { roots: ['public'] }] } }),
    links: { public: 'OUTSIDE' },
    code: 2,
    says: [/"public" is a link that leaves the project/],
  },
  {
    name: 'a linked baseline',
    links: { 'baseline.json': 'OUTSIDE/baseline.json' },
    argv: ['lint', '--baseline', 'baseline.json', '--update-baseline'],
    code: 2,
    says: [/"baseline\.json" stands in the project, but a link leads/],
  },
  {
    name: 'a baseline that names files elsewhere',
    files: {
      'baseline.json':
        '{ "version": 1, "problems": { "../outside/secret.md": { "__proto__": ["0"] }, "__proto__": { "constructor": ["0"] }, "/etc/passwd": { "text-length": ["0"] } } }',
    },
    argv: ['lint', '--baseline', 'baseline.json'],
    code: 1,
    says: [faultReported],
  },
  {
    name: 'a linked report',
    links: { 'lint.sarif': 'OUTSIDE/precious' },
    argv: ['lint', '--format', 'sarif', '--output-file', 'lint.sarif'],
    code: 2,
    says: [/"lint\.sarif" stands in the project, but a link leads/],
  },
  {
    name: 'a linked site',
    links: { site: 'OUTSIDE' },
    argv: html,
    code: 2,
    says: [/"site" stands in the project, but a link leads/],
  },
  {
    name: 'a linked page',
    links: { 'site/soup.html': 'OUTSIDE/precious' },
    argv: html,
    code: 2,
    says: [/"site\/soup\.html" stands in the project, but a link leads/],
  },
  {
    name: 'a list of pages that names files elsewhere',
    files: {
      'site/.guidepost-manifest.json':
        '{ "outputs": { "html": { "../../outside/precious": { "hash": "", "guide": "/etc/passwd" } }, "__proto__": {} } }',
    },
    argv: [...html, '--prune'],
    code: 2,
    says: [/is not what guidepost writes there/],
  },
  {
    name: 'a list of pages of guides elsewhere',
    files: {
      'site/.guidepost-manifest.json':
        '{ "outputs": { "html": { "__proto__": { "hash": "0" }, "old.html": { "hash": "0", "guide": "../outside/secret.md" } } } }',
      'site/old.html': 'a',
    },
    argv: [...html, '--prune'],
    code: 0,
  },
  {
    name: 'tables that write to files elsewhere',
    files: { 'tables/guides.csv': 'path,title\n../outside/secret.md,hacked\n/etc/passwd,hacked\n' },
    argv: ['import', 'tables'],
    code: 2,
    says: [/stands in "\.\.\/outside\/secret\.md", which is outside of the project/],
  },
  {
    name: 'JSON that is written to files elsewhere',
    files: {
      'guides.json': json([
        { type: 'recipe', path: '../../outside/precious.md', title: 'a', ingredients: 'a', steps: 'a' },
        { type: 'recipe', path: '/etc/cron.d/a', title: 'a', ingredients: 'a', steps: 'a' },
      ]),
    },
    argv: ['import', 'guides.json', '--out', 'imported', '--include-invalid'],
    code: 0,
  },
  {
    name: 'a page part that runs',
    files: {
      'parts/head.html': '<script src="http://127.0.0.1:9/a.js"></script>',
      'parts/page.html': '{{constructor}}{{main}}',
    },
    argv: [...html, '--template', 'parts'],
    code: 2,
    says: [/asks for \{\{constructor\}\}/],
  },
  {
    name: 'the report of a shard that commands',
    files: {
      'shard.json': json({
        guidepost: '0.1.0',
        shard: { index: 1, of: 1 },
        locale: 'en',
        baseline: '/etc/passwd',
        types: [],
        settings: [],
        unreadable: [],
        guides: [
          {
            path: 'a.md',
            text: '',
            bom: false,
            type: 0,
            settings: 0,
            fit: {},
            facts: {},
            problems: [{ path: 'a', rule: 'b', severity: 'add-mask::a\n::error', message: 'c', range: {} }],
          },
        ],
      }),
    },
    argv: ['merge-reports', 'shard.json'],
    code: 2,
    says: [/"shard\.json" is no report of a shard/],
  },
  {
    name: 'a guide larger than memory likes',
    files: { 'guides/large.md': `# a\n${'a '.repeat(3 * 1024 * 1024)}` },
    code: 1,
    says: [rule('large.md', 'file-readable'), faultReported],
  },
  {
    name: 'links in the tables',
    links: { 'tables/guides.csv': 'OUTSIDE/guides.csv' },
    argv: csv,
    code: 2,
    says: [/"tables\/guides\.csv" stands in the project, but a link leads/],
  },
];

export const threats = { inGuides, elsewhere };
