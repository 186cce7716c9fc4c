import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import type { SchemaNode } from '../src/model.ts';
import { type TestHost, testHost } from './test-host.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));

/** A host in a new folder that holds a copy of some guides. */
function hostWith(source: string, isWanted: (path: string) => boolean = () => true): TestHost {
  const host = testHost();
  cpSync(source, host.cwd, { recursive: true, filter: (path) => !/\.schema\.json$/.test(path) && isWanted(path) });
  return host;
}

function schemaOf(host: TestHost, name: string): SchemaNode {
  return JSON.parse(readFileSync(join(host.cwd, `${name}.schema.json`), 'utf8')) as SchemaNode;
}

function sectionNames({ properties = {} }: SchemaNode): string[] {
  return Object.values(properties).flatMap((node) => node['x-source']?.section?.name ?? []);
}

/** Runs a command on the same files with fresh output. */
async function run(cwd: string, ...argv: string[]): Promise<{ code: number; host: TestHost }> {
  const host = testHost({ cwd, env: { LANG: 'en_US.UTF-8' } });
  return { code: await main(argv, host), host };
}

async function problemsOf(cwd: string): Promise<{ errors: number; types: string[] }> {
  const { host } = await run(cwd, 'lint', '--format', 'json');
  const files = JSON.parse(host.output.stdout) as { errorCount: number }[];
  const { host: summary } = await run(cwd, 'lint');
  const types = [...summary.output.stdout.matchAll(/([\w-]+) \d+(?=[,)])/g)].map(([, name = '']) => name);
  return { errors: files.reduce((sum, { errorCount }) => sum + errorCount, 0), types };
}

describe('init on one collection', () => {
  test('learns recipes in two languages as one type that accepts them all', async () => {
    const host = hostWith(join(fixtures, 'projects/recipes'));
    expect(await main(['init'], host)).toBe(0);
    expect(host.output.stdout).toContain('5 guides, 1 group\n\nrecipes: 5 guides, all fit\n');
    expect(host.output.stdout).toContain(
      '  Ingredients: table of ingredient, amount (number), unit, optional (mark)\n',
    );
    expect(readFileSync(join(host.cwd, 'guidepost.config.json'), 'utf8')).toBe(
      `${JSON.stringify({ types: [{ schema: 'recipes.schema.json', files: ['recipes/**/*.md'] }] }, null, 2)}\n`,
    );
    const schema = schemaOf(host, 'recipes');
    expect(schema.required).toEqual(['meta', 'title', 'ingredients', 'steps', 'tips', 'nutrition']);
    expect(schema.properties).toMatchObject({
      meta: {
        'x-format': 'yaml',
        required: ['title', 'slug', 'servings', 'minutes', 'difficulty', 'vegetarian', 'tags'],
        properties: {
          slug: { type: 'string', pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', 'x-file-name': true },
          servings: { type: 'integer' },
          vegetarian: { type: 'boolean' },
          tags: { type: 'array', items: { type: 'string' }, uniqueItems: true },
        },
      },
      ingredients: {
        'x-source': {
          section: { name: 'Ingredients', aliases: ['材料'] },
          table: {
            columns: {
              ingredient: ['Ingredient', '材料'],
              amount: ['Amount', '分量'],
              unit: ['Unit', '単位'],
              optional: ['Optional', '省略可'],
            },
          },
        },
        items: {
          required: ['ingredient', 'amount', 'unit', 'optional'],
          properties: { amount: { 'x-parse': 'number' }, optional: { 'x-parse': 'mark', type: 'boolean' } },
        },
      },
      steps: { 'x-source': { section: { name: 'Steps', aliases: ['作り方'] }, items: 'list' }, type: 'array' },
      nutrition: { items: { properties: { perServing: { 'x-parse': 'number', required: ['value', 'text'] } } } },
    });
    expect((await run(host.cwd, 'lint')).code).toBe(0);
  });

  test('learns nested sections, optional ones and the names of items from decision records', async () => {
    const host = hostWith(join(fixtures, 'projects/adr'));
    expect(await main(['init', 'docs'], host)).toBe(0);
    expect(host.output.stdout).toContain('  Decision Drivers (optional): list\n');
    expect(host.output.stdout).toContain('0002-store-times-in-utc.md: without Decision Drivers, More Information\n');
    const { properties = {}, required } = schemaOf(host, 'decisions');
    expect(required).not.toContain('decisionDrivers');
    expect(properties.meta?.properties?.date).toEqual({ type: 'string', format: 'date' });
    expect(properties.decisionOutcome?.properties?.consequences?.['x-source']).toEqual({
      section: { name: 'Consequences' },
      items: 'list',
    });
    expect(properties.prosConsOptions?.items?.properties?.title?.['x-source']).toEqual({ heading: true });
    expect((await run(host.cwd, 'lint')).code).toBe(0);
  });

  test('sees past the subject of a heading, named in the title or not', async () => {
    const guide = (subject: string, title: string): string =>
      `# ${title}\n\n## ${subject}とは？\n\n船を導きます。\n\n## ${subject}の協業スタイル\n\n港と話します。\n\n## まとめ\n\n以上です。\n`;
    const named = testHost({
      files: {
        'a.md': guide('水先人', '水先人：船を導く'),
        'b.md': guide('航海士', '航海士：海を渡る'),
        'c.md': guide('灯台守', '灯台守：光を守る'),
      },
    });
    await main(['init'], named);
    const [name = ''] = readdirSync(named.cwd).filter((file) => file.endsWith('.schema.json'));
    expect(sectionNames(schemaOf(named, name.replace('.schema.json', '')))).toEqual(['とは', '協業スタイル', 'まとめ']);

    const unnamed = testHost({
      files: {
        'a.md': guide('水先人', '船を導く'),
        'b.md': guide('航海士', '海を渡る'),
        'c.md': guide('灯台守', '光を守る'),
      },
    });
    await main(['init'], unnamed);
    const [other = ''] = readdirSync(unnamed.cwd).filter((file) => file.endsWith('.schema.json'));
    expect(sectionNames(schemaOf(unnamed, other.replace('.schema.json', '')))).toContain('協業スタイル');
  });

  test('learns choices, optional keys and other names of a section from many guides', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => {
        const level = ['easy', 'medium', 'hard'][index % 3];
        const note = index < 8 ? 'reviewed: true\n' : '';
        const steps = index === 4 ? 'How it is done' : 'Steps';
        return [
          `knots/knot-${index}.md`,
          `---\nlevel: ${level}\nday: 2024-05-${10 + index}\n${note}---\n\n# Knot ${index}\n\n## Use\n\nFor boats.\n\n## ${steps}\n\n1. Make a loop.\n2. Pull.\n\n## Hints\n\nUse a soft rope.\n`,
        ];
      }),
    );
    const host = testHost({ files });
    await main(['init', 'knots'], host);
    expect(host.output.stdout).toContain('20 guides, 1 group\n\nknots: 20 guides, all fit');
    expect(host.output.stdout).toContain('front matter: level, day, reviewed (optional)');
    const { properties = {} } = schemaOf(host, 'knots');
    expect(properties.meta?.properties).toEqual({
      level: { enum: ['easy', 'hard', 'medium'] },
      day: { type: 'string', format: 'date' },
      reviewed: { type: 'boolean' },
    });
    expect(properties.steps?.['x-source']?.section).toEqual({ name: 'Steps', aliases: ['How it is done'] });
  });

  test('learns a type that accepts nine in ten, and names those that fit worst', async () => {
    const good = (index: number): string =>
      `---\nslug: boat-${index}\nlength: ${index + 5}\n---\n\n# Boat ${index}\n\n## Hull\n\nWood.\n\n## Crew\n\n- Master\n- Mate\n`;
    const files = Object.fromEntries(Array.from({ length: 19 }, (_, index) => [`boat-${index}.md`, good(index)]));
    const host = testHost({
      files: { ...files, 'wreck.md': '---\nslug: Wreck!\nlength: long\n---\n\n# Wreck\n\n## Hull\n\nNone.\n' },
    });
    await main(['init'], host);
    expect(host.output.stdout).toMatch(/20 guides, 19 fit/);
    expect(host.output.stdout).toMatch(/Fit worst:\n {2}wreck\.md: \d errors \(/);
  });
});

describe('init on several collections', () => {
  test('separates career guides from interview guides, and its types find next to nothing in them', async () => {
    const host = hostWith(join(fixtures, 'guides'));
    expect(await main(['init'], host)).toBe(0);
    expect(host.output.stdout).toMatch(/^11 guides, 2 groups\n/);
    expect(host.output.stdout).toMatch(/^career-guide-2: 8 guides, all fit$/m);
    expect(host.output.stdout).toMatch(/^interview-guide-2: 3 guides, all fit$/m);
    const names = sectionNames(schemaOf(host, 'career-guide-2'));
    expect(names).toHaveLength(12);
    expect(names).toContain('協業スタイル');
    const { errors, types } = await problemsOf(host.cwd);
    expect(types.sort()).toEqual(['career-guide-2', 'interview-guide-2']);
    expect(errors).toBeLessThanOrEqual(2);
  });

  const hasCorpus = existsSync(corpus);
  test.skipIf(!hasCorpus)(
    `separates the three generations of a real collection${hasCorpus ? '' : ' (skipped: the corpus is not there)'}`,
    async () => {
      const host = hostWith(corpus, (path) => !/README|\.json$/.test(path));
      expect(await main(['init'], host)).toBe(0);
      expect(host.output.stdout).toMatch(/^9 guides, 3 groups\n/);
      const config = JSON.parse(readFileSync(join(host.cwd, 'guidepost.config.json'), 'utf8')) as {
        types: { schema: string; files: string[] }[];
      };
      expect(config.types.map(({ files }) => files)).toEqual([
        ['3d_artist.md', 'agile_coach.md', 'ciso.md', 'data_engineer.md', 'technical_project_manager.md'],
        ['ai_engineer.md', 'android_engineer.md'],
        ['backend_developer_guide.md', 'cloud_engineer.md'],
      ]);
      expect(host.output.stdout.match(/all fit/g)).toHaveLength(3);
    },
  );

  test('says which guide is like no other', async () => {
    const boat = (name: string): string => `# ${name}\n\n## Hull\n\nWood.\n\n## Crew\n\nTwo.\n\n## Route\n\nNorth.\n`;
    const host = testHost({
      files: {
        'a.md': boat('Heron'),
        'b.md': boat('Gannet'),
        'soup.md': '---\ntime: 3\n---\n\n# Soup\n\n## Ingredients\n\nPeas.\n\n## Steps\n\nCook.\n\n## Tips\n\nStir.\n',
      },
    });
    await main(['init'], host);
    expect(host.output.stdout).toContain('3 guides, 2 groups');
    expect(host.output.stdout).toContain('Like no other guide here, so in no group: soup.md');
  });
});

describe('what init writes', () => {
  const files = {
    'soup.md': '# Soup\n\n## Steps\n\n1. Cook.\n2. Eat.\n',
    'stew.md': '# Stew\n\n## Steps\n\n1. Fry.\n2. Eat.\n',
  };

  test('is nothing with --dry-run', async () => {
    const host = testHost({ files });
    expect(await main(['init', '--dry-run', '--locale', 'ja'], host)).toBe(0);
    expect(host.output.stdout).toMatch(/^ガイド2件、1グループ\n/);
    expect(host.output.stdout).toMatch(/何も書き出していません/);
    expect(readdirSync(host.cwd).sort()).toEqual(['soup.md', 'stew.md']);
  });

  test('overwrites no file without --force, and writes the same bytes with it', async () => {
    const host = testHost({ files });
    await main(['init'], host);
    const written = readdirSync(host.cwd)
      .filter((name) => name.endsWith('.json'))
      .sort();
    const before = written.map((name) => readFileSync(join(host.cwd, name), 'utf8'));
    const again = await run(host.cwd, 'init');
    expect(again.code).toBe(2);
    expect(again.host.output.stderr).toMatch(/^guidepost: The file ".+\.schema\.json" exists already; .*--force/);
    expect(again.host.output.stdout).toBe('');
    expect((await run(host.cwd, 'init', '--force')).code).toBe(0);
    expect(written.map((name) => readFileSync(join(host.cwd, name), 'utf8'))).toEqual(before);
  });

  test('never becomes a second config', async () => {
    const host = testHost({ files: { ...files, 'guidepost.config.yaml': 'locale: en\n' } });
    expect(await main(['init', '--force'], host)).toBe(2);
    expect(host.output.stderr).toContain('The config "guidepost.config.yaml" holds for this folder already');
  });

  test.each([
    [
      'en',
      'guidepost: The folder "gudies" holds no guide (*.md, *.markdown) to learn from; name a folder with guides.\n',
    ],
    [
      'ja',
      'guidepost: フォルダー「gudies」に学習できるガイド（*.md、*.markdown）がありません。ガイドのあるフォルダーを指定してください。\n',
    ],
  ])('names no flag that it does not have, where there are no guides, in %s', async (locale, stderr) => {
    const host = testHost({ files: { 'guides/oden.md': '# おでん\n', 'empty/blank.md': '\n' } });
    for (const folder of ['gudies', 'empty']) {
      host.output.stderr = '';
      expect(await main(['init', folder, '--locale', locale], host)).toBe(2);
      expect(host.output).toEqual({ stdout: '', stderr: stderr.replace('gudies', folder) });
    }
  });

  test('needs guides to learn from', async () => {
    const host = testHost({ files: { 'notes/readme.txt': 'nothing' } });
    expect(await main(['init', 'notes'], host)).toBe(2);
    expect(host.output.stderr).toMatch(/^guidepost: The folder "notes" holds no guide/);
  });
});
