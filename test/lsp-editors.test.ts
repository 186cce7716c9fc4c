import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { main } from '../src/cli.ts';
import { rules } from '../src/rules/index.ts';
import type { Rule } from '../src/rules/rule.ts';
import { LspClient } from './lsp-client.ts';
import { testHost } from './test-host.ts';

/** A guide type of teas whose fields are of every kind. */
const tea = {
  title: 'Tea guide',
  type: 'object',
  required: ['name', 'brewing'],
  properties: {
    slug: { type: 'string', 'x-file-name': true, 'x-source': { frontMatter: 'slug' } },
    name: { type: 'string', title: 'Name', minLength: 2, maxLength: 2, 'x-source': { frontMatter: 'name' } },
    origin: {
      type: 'string',
      title: 'Origin',
      description: 'Where it grows.',
      'x-description': { ja: '茶葉の産地です。' },
      pattern: '^\\p{L}+$',
      'x-source': { frontMatter: ['origin', 'from'] },
    },
    kind: { const: 'tea', 'x-source': { frontMatter: 'kind' } },
    organic: { type: 'boolean', 'x-source': { frontMatter: 'organic' } },
    steeps: { type: 'integer', 'x-source': { frontMatter: 'steeps' } },
    aroma: {
      type: 'array',
      items: { enum: ['花', '青海苔', 'true'] },
      minItems: 2,
      'x-source': { frontMatter: 'aroma' },
    },
    notes: { type: 'string', maxLength: 40, 'x-recommended': { minLength: 10 }, 'x-source': { frontMatter: 'notes' } },
    similar: {
      type: 'array',
      items: { type: 'string' },
      minItems: 1,
      maxItems: 5,
      'x-refers-to': '/slug',
      'x-source': { frontMatter: 'similar' },
    },
    brewing: {
      type: 'object',
      'x-source': { section: { name: '淹れ方', aliases: ['Brewing'] } },
      properties: {
        details: {
          type: 'object',
          properties: { water: { type: 'string', 'x-source': { section: { name: '水', aliases: ['Water'] } } } },
        },
      },
    },
    serving: {
      type: 'string',
      'x-template': 'お菓子を添えます。\n\n- 羊羹\n',
      'x-source': { section: { name: '出し方', aliases: ['Serving'] } },
    },
  },
};

const config = {
  'guidepost.config.json': JSON.stringify({ types: [{ schema: 'tea.schema.json', files: ['**/*.md'] }] }),
  'tea.schema.json': JSON.stringify(tea),
};
const sencha = `---
slug: sencha
name: 煎茶
origin: 静岡
kind: tea
similar: [gyokuro]
---

# 煎茶

## 淹れ方

七十度の湯を注ぎます。
`;
const gyokuro = '---\nslug: gyokuro\nname: 玉露\nkind: tea\n---\n\n# 玉露\n\n## 淹れ方\n\n五十度の湯を注ぎます。\n';

const folders: string[] = [];
const clients: LspClient[] = [];
const shared = new Map<string, LspClient>();
afterEach(async () => {
  for (const client of shared.values()) await client.closeAll();
  for (const client of clients.splice(0)) client.kill();
});
afterAll(() => {
  for (const client of shared.values()) client.kill();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'guidepost-editors-')));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A server for a project of teas; those with the same options share one where they have no files of their own. */
async function start(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  options: Parameters<typeof LspClient.start>[1] = {},
): Promise<LspClient> {
  const isShared = Object.keys(files).length === 0;
  const key = JSON.stringify(options);
  const known = isShared ? shared.get(key) : undefined;
  if (known) return known;
  const teas = { ...config, 'sencha.md': sencha, 'gyokuro.md': gyokuro, 'new.md': '# 新茶\n' };
  const client = await LspClient.start(project({ ...teas, ...files }), options);
  if (isShared) shared.set(key, client);
  else clients.push(client);
  return client;
}

/** An editor that inserts plain text and does not rename files. */
const plainEditor = { initialize: { capabilities: {} } };

const applied = (text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create('file:///tea.md', 'markdown', 1, text), [...edits]);
const textOf = (hover: Hover | null): string | undefined => (hover?.contents as { value: string } | undefined)?.value;

describe('a new key', () => {
  const yaml = (line: string): string => `---\nname: 煎茶\n${line}\n---\n\n# 煎茶\n`;
  const toml = (line: string): string => `+++\nname = "煎茶"\n${line}\n+++\n\n# 煎茶\n`;
  const json = (line: string): string => `---json\n{\n  "name": "煎茶",\n  ${line}\n}\n---\n\n# 煎茶\n`;

  test.each([
    ['yaml', 'origin', yaml('or'), yaml('origin: $1')],
    ['yaml', 'aroma', yaml('ar'), yaml('aroma:\n  - $1')],
    ['toml', 'origin', toml('or'), toml('origin = "$1"')],
    ['toml', 'aroma', toml('ar'), toml('aroma = [$1]')],
    ['toml', 'steeps', toml('st'), toml('steeps = $1')],
    ['toml', 'origin', toml('or = "静岡"'), toml('origin = "静岡"')],
    ['json', 'origin', json('"or"'), json('"origin": "$1"')],
    ['json', 'aroma', json('"ar"'), json('"aroma": [$1]')],
    ['json', 'organic', json('"or"'), json('"organic": $1')],
    ['json', 'organic', json('"or": true'), json('"organic": true')],
  ])('in %s: %s, with the form of its value', async (_format, key, text, wanted) => {
    const client = await start();
    await client.open('new.md', text);
    const typed = /\n\s*"?(?:or|ar|st)/.exec(text)?.[0] ?? '';
    const items = await client.at<CompletionItem[]>('textDocument/completion', 'new.md', typed);
    const item = items.find(({ label }) => label === key);
    expect(item && applied(text, [item.textEdit as TextEdit])).toBe(wanted);
    expect(item?.insertTextFormat).toBe(wanted.includes('$1') ? 2 : undefined);
  });

  test.each([
    [yaml('or'), yaml('origin: ')],
    [yaml('ar'), yaml('aroma:\n  - ')],
    [toml('ar'), toml('aroma = []')],
    [json('"or"'), json('"origin": ""')],
  ])('without a stop where an editor knows none: %j', async (text, wanted) => {
    const client = await start({}, plainEditor);
    await client.open('new.md', text);
    const typed = /\n\s*"?(?:or|ar)/.exec(text)?.[0] ?? '';
    const items = await client.at<CompletionItem[]>('textDocument/completion', 'new.md', typed);
    const item = items.find(({ label }) => wanted.includes(label) && label !== 'name');
    expect(item && applied(text, [item.textEdit as TextEdit])).toBe(wanted);
    expect(item?.insertTextFormat).toBeUndefined();
  });

  const allButFrom = ['slug', 'name', 'kind', 'organic', 'steeps', 'aroma', 'notes', 'similar'];

  test('a key that stands there under its other name is not offered', async () => {
    const text = '---\nfrom: 静岡\no\n---\n\n# 煎茶\n';
    const client = await start();
    await client.open('new.md', text);
    const items = await client.at<CompletionItem[]>('textDocument/completion', 'new.md', '静岡\no');
    expect(items.map(({ label }) => label)).toEqual(allButFrom);
  });

  test('those that stand in a block that is too large to be read are not offered again', async () => {
    const text = `---\nfrom: 静岡\nnotes: ${'若葉の香り'.repeat(14_000)}\n\n---\n\n# 煎茶\n`;
    const client = await start();
    await client.open('new.md', text);
    const items = await client.at<CompletionItem[]>('textDocument/completion', 'new.md', '静岡\n');
    expect(items.map(({ label }) => label)).toEqual(allButFrom);
  });

  test('all are offered in a block of a language that is not read', async () => {
    const text = '---ini\n\n---\n\n# 煎茶\n';
    const client = await start();
    await client.open('new.md', text);
    const items = await client.at<CompletionItem[]>('textDocument/completion', 'new.md', '---ini\n');
    expect(items.map(({ label }) => label)).toContain('origin');
    expect(items.length).toBe(9);
  });
});

describe('a value', () => {
  test.each([
    ['kind: ', ['tea']],
    ['organic: ', ['true', 'false']],
    ['aroma: [', ['花', '青海苔', 'true']],
    ['similar: [', ['gyokuro', 'sencha']],
    ['origin: ', []],
    ['farmer: ', []],
  ])('of %s', async (line, wanted) => {
    const text = `---\n${line}\n---\n\n# 番茶\n`;
    const client = await start();
    await client.open('new.md', text);
    const items = await client.at<CompletionItem[]>('textDocument/completion', 'new.md', line);
    expect(items.map(({ label }) => label)).toEqual(wanted);
  });

  test('that YAML takes for no text gets quotes, others do not', async () => {
    const text = '---\naroma:\n  - \n---\n\n# 番茶\n';
    const client = await start();
    await client.open('new.md', text);
    const items = await client.at<CompletionItem[]>('textDocument/completion', 'new.md', '  - ');
    expect(items.map(({ textEdit }) => textEdit?.newText)).toEqual(['花', '青海苔', '"true"']);
  });

  test('a guide without a title is told apart by its path', async () => {
    const text = '---\nsimilar: [\n---\n\n# 番茶\n';
    const client = await start();
    await client.open('new.md', text);
    const items = await client.at<CompletionItem[]>('textDocument/completion', 'new.md', 'similar: [');
    expect(items.map(({ detail }) => detail)).toEqual(['gyokuro.md', 'sencha.md']);
  });
});

describe('a heading', () => {
  const complete = async (text: string, before: string): Promise<[string, string][]> => {
    const client = await start();
    await client.open('new.md', text);
    const items = await client.at<CompletionItem[]>('textDocument/completion', 'new.md', before);
    return items.map(({ label, textEdit }) => [label, textEdit?.newText ?? '']);
  };

  test('in the language of the guide type, and with its template, where there are no other words', async () => {
    expect(await complete('## ', '## ')).toEqual([
      ['淹れ方', '## 淹れ方'],
      ['水', '## 水'],
      ['出し方', '## 出し方\n\nお菓子を添えます。\n\n- 羊羹'],
    ]);
  });

  test('in the language of a long text without headings, and with its line ends', async () => {
    const text = `${'Pour the water slowly, and wait a minute before you drink. '.repeat(8)}\r\n\r\n## \r\n`;
    expect(await complete(text, '\r\n## ')).toEqual([
      ['Brewing', '## Brewing'],
      ['Water', '## Water'],
      ['Serving', '## Serving\r\n\r\nお菓子を添えます。\r\n\r\n- 羊羹'],
    ]);
  });

  test('is at the level of those that are there; below a chapter at what is typed', async () => {
    const text = '# Sencha\n\n### Brewing\n\nPour.\n\n#### \n';
    expect(await complete(text, '\n#### ')).toEqual([
      ['Water', '#### Water'],
      ['Serving', '### Serving\n\nお菓子を添えます。\n\n- 羊羹'],
    ]);
  });
});

describe('hover', () => {
  const hover = async (locale: string, key: string): Promise<string | undefined> => {
    const text = `---
slug: bancha
name: 番茶
origin: 宇治
kind: tea
organic: true
steeps: 3
aroma: [花, 青海苔]
notes: 毎日飲めます
similar: [sencha]
---

# 番茶

## 淹れ方

熱湯を注ぎます。
`;
    const client = await start({}, { locale });
    await client.open('new.md', text);
    return textOf(await client.at<Hover | null>('textDocument/hover', 'new.md', `\n${key}`))
      ?.split('\n\n---\n\n')
      .at(-1);
  };

  test.each([
    [
      'en',
      'slug',
      '**slug** (`slug`)\n\n- Optional\n- Holds text\n- Equals the file name, and is what other guides name this one by',
    ],
    ['en', 'name', '**Name** (`name`)\n\n- Required\n- Holds text\n- 2 characters'],
    [
      'en',
      'origin',
      '**Origin** (`origin`)\n\nWhere it grows.\n\n- Optional\n- Holds text\n- Has the form `^\\p{L}+$`',
    ],
    ['en', 'kind', '**kind** (`kind`)\n\n- Optional\n- One of `tea`'],
    ['en', 'organic', '**organic** (`organic`)\n\n- Optional\n- One of `true`, `false`'],
    ['en', 'steeps', '**steeps** (`steeps`)\n\n- Optional\n- Holds a whole number'],
    [
      'en',
      'aroma',
      '**aroma** (`aroma`)\n\n- Optional\n- Holds a list\n- One of `花`, `青海苔`, `true`\n- at least 2 items',
    ],
    [
      'en',
      'notes',
      '**notes** (`notes`)\n\n- Optional\n- Holds text\n- at most 40 characters\n- Recommended: at least 10 characters',
    ],
    ['en', 'similar', '**similar** (`similar`)\n\n- Optional\n- Holds a list\n- 1 to 5 items\n- Names another guide'],
    [
      'ja',
      'slug',
      '**slug** (`slug`)\n\n- 任意\n- 値：文字列\n- ファイル名と同じ名前で、ほかのガイドからもこの名前で参照されます',
    ],
    ['ja', 'name', '**Name** (`name`)\n\n- 必須\n- 値：文字列\n- 2文字'],
    ['ja', 'origin', '**Origin** (`origin`)\n\n茶葉の産地です。\n\n- 任意\n- 値：文字列\n- 書式：`^\\p{L}+$`'],
    ['ja', 'kind', '**kind** (`kind`)\n\n- 任意\n- 次のいずれか：`tea`'],
    ['ja', 'aroma', '**aroma** (`aroma`)\n\n- 任意\n- 値：リスト\n- 次のいずれか：`花`、`青海苔`、`true`\n- 2件以上'],
    ['ja', 'notes', '**notes** (`notes`)\n\n- 任意\n- 値：文字列\n- 40文字以下\n- 推奨：10文字以上'],
    ['ja', 'similar', '**similar** (`similar`)\n\n- 任意\n- 値：リスト\n- 1〜5件\n- ほかのガイドの名前を書きます'],
  ])('in %s, on %s', async (locale, key, wanted) => {
    expect(await hover(locale, key)).toBe(wanted);
  });

  test('on a comment that names no rule', async () => {
    const text = `${gyokuro}\n<!-- guidepost-disable no-cold-water -->\n`;
    const client = await start({}, { flags: ['--rule', 'no-unknown-suppression=off'] });
    await client.open('gyokuro.md', text);
    expect(await client.at('textDocument/hover', 'gyokuro.md', 'no-cold')).toBeNull();
  });

  test.each([
    ['the file and the editor', `\uFEFF${gyokuro}`, `\uFEFF${gyokuro}`],
    ['the file', `\uFEFF${gyokuro}`, gyokuro],
    ['the editor', gyokuro, `\uFEFF${gyokuro}`],
  ])('is right where %s has a byte order mark', async (_who, saved, text) => {
    const client = await start({ 'gyokuro.md': saved });
    await client.open('gyokuro.md', text);
    const hover = await client.at<Hover>('textDocument/hover', 'gyokuro.md', 'slug: gyokuro\n');
    expect(hover.range?.start).toEqual({ line: 2, character: 0 });
    expect(textOf(hover)).toContain('**Name** (`name`)');
  });

  test('on a problem and on a comment where no value stands', async () => {
    const text = '<!-- guidepost-disable no-doubled-word -->\n\n# 煎茶\n\n# 煎茶の旅\n\n## 淹れ方\n\n注ぎます。\n';
    const client = await start();
    await client.open('new.md', text);
    const comment = await client.at<Hover>('textDocument/hover', 'new.md', 'guidepost-disable no');
    expect(client.slice('new.md', comment.range as Range)).toBe('no-doubled-word');
    expect(textOf(comment)).toContain('\n\n**no-doubled-word**: No word or particle');
    const title = await client.at<Hover>('textDocument/hover', 'new.md', '# 煎茶の');
    expect(client.slice('new.md', title.range as Range)).toBe('# 煎茶の旅');
    expect(textOf(title)).toMatch(/^\*\*single-title\*\*: /);
  });
});

describe('quick fixes', () => {
  const actionsAt = async (text: string, options?: Parameters<typeof LspClient.start>[1], only?: string[]) => {
    const client = await start({}, options);
    await client.open('gyokuro.md', text);
    const end = client.position('gyokuro.md', text.length);
    const range = { start: { line: 0, character: 0 }, end };
    const context = { diagnostics: [], ...(only && { only }) };
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', 'gyokuro.md', { range, context });
    return actions.map(({ title, isPreferred, edit }) => ({
      title,
      isPreferred,
      text: applied(text, edit?.changes?.[client.uri('gyokuro.md')] ?? []),
    }));
  };
  const twoTitles = gyokuro.replace('## 淹れ方', '# 玉露の楽しみ方\n\n## 淹れ方');

  test.each([
    ['en', ' (may change what the guide says)', 'Overlook single-title here'],
    ['ja', '（内容が変わることがあります）', 'ここではsingle-titleを指摘しない'],
  ])('that change the meaning say so, in %s', async (locale, warning, overlook) => {
    const actions = await actionsAt(twoTitles, { locale });
    const [fix, ...others] = actions.filter(({ title }) => title.endsWith(warning));
    expect(others).toEqual([]);
    expect(fix).toMatchObject({ isPreferred: false, text: expect.stringContaining('\n## 玉露の楽しみ方\n') });
    expect(actions.find(({ title }) => title === overlook)?.text).toContain(
      '<!-- guidepost-disable-next-line single-title -->\n\n# 玉露の楽しみ方\n',
    );
  });

  test('there is nothing to fix at once where no fix is safe', async () => {
    expect(await actionsAt(twoTitles, {}, ['source.fixAll'])).toEqual([]);
    expect(await actionsAt(gyokuro, {}, ['source'])).toEqual([]);
  });

  test('a problem in the front matter is not overlooked by a comment', async () => {
    const actions = await actionsAt(gyokuro.replace('slug: gyokuro', 'slug: 玉 露'));
    expect(actions.filter(({ title }) => title.startsWith('Overlook'))).toEqual([]);
  });

  test('a comment does not break the list that a problem stands in', async () => {
    const actions = await actionsAt(`${gyokuro}\n- 茶葉は\n- the the cup\n`);
    expect(actions.map(({ title }) => title)).toEqual([expect.stringContaining('"the"')]);
  });
});

describe('the outline', () => {
  test('of a guide without front matter, whose heading has no words', async () => {
    const client = await start();
    await client.open('gyokuro.md', '# 玉露\n\n##\n\n五十度の湯を注ぎます。\n');
    const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', 'gyokuro.md');
    expect(symbols.map(({ name }) => name)).toEqual(['玉露']);
    expect(symbols[0]?.children?.map(({ name }) => name)).toEqual(['##']);
  });
});

describe('from guide to guide', () => {
  const linked =
    '# 飲み比べ\n\n[sencha.md](sencha.md "sencha.md")と[玉露]。sencha.md\n\n[玉露]: ./gyokuro.md\n[sencha.md]: sencha.md\n';

  test('a slug is its own definition', async () => {
    const client = await start();
    await client.open('sencha.md', sencha);
    const found = await client.at<Location[]>('textDocument/definition', 'sencha.md', 'slug: sen');
    expect(found).toEqual([
      {
        uri: client.uri('sencha.md'),
        range: { start: { line: 1, character: 6 }, end: { line: 1, character: 12 } },
      },
    ]);
  });

  test('a name that no guide has leads nowhere', async () => {
    const client = await start();
    const text = sencha.replace('[gyokuro]', '[hojicha]');
    await client.open('sencha.md', text);
    expect(await client.at('textDocument/definition', 'sencha.md', 'similar: [hoji')).toEqual([]);
    expect(await client.at('textDocument/prepareRename', 'sencha.md', 'slug: sen')).toEqual({
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 12 } },
      placeholder: 'sencha',
    });
  });

  test('renaming changes the address of a link, not its words or its title', async () => {
    const client = await start();
    await client.open('sencha.md', sencha);
    await client.open('new.md', linked);
    const edit = await client.at<WorkspaceEdit>('textDocument/rename', 'sencha.md', 'slug: sen', {
      newName: 'fukamushi',
    });
    const edits = edit.documentChanges?.flatMap((change) =>
      'edits' in change && change.textDocument.uri === client.uri('new.md') ? (change.edits as TextEdit[]) : [],
    );
    expect(applied(linked, edits ?? [])).toBe(
      '# 飲み比べ\n\n[sencha.md](fukamushi.md "sencha.md")と[玉露]。sencha.md\n\n[玉露]: ./gyokuro.md\n[sencha.md]: fukamushi.md\n',
    );
  });

  test('a link that does not say the address as it is has no name in it', async () => {
    const text = '[煎茶](sen\\cha.md)と[煎茶](sen&#99;ha.md)\n';
    const client = await start();
    await client.open('new.md', text);
    expect(await client.at('textDocument/definition', 'new.md', '(sen')).toEqual([]);
  });

  test('an editor that renames no files gets the texts only', async () => {
    const text = '# 飲み比べ\n\n[煎茶](sencha.md)\n';
    const client = await start(
      { 'gyokuro.md': gyokuro.replace('kind:', 'similar: [sencha]\nkind:'), 'new.md': text },
      plainEditor,
    );
    await client.open('sencha.md', sencha);
    const edit = await client.at<WorkspaceEdit>('textDocument/rename', 'sencha.md', 'slug: sen', {
      newName: 'fukamushi',
    });
    expect(edit).toEqual({
      changes: {
        [client.uri('sencha.md')]: [
          { range: { start: { line: 1, character: 6 }, end: { line: 1, character: 12 } }, newText: 'fukamushi' },
        ],
        [client.uri('gyokuro.md')]: [
          { range: { start: { line: 3, character: 10 }, end: { line: 3, character: 16 } }, newText: 'fukamushi' },
        ],
      },
    });
  });

  test.each(['2024', 'on', '1e3'])(
    'the new name %s is text in every form of front matter, and plain in links',
    async (newName) => {
      const others = {
        'gyokuro.md': '---\nslug: gyokuro\nsimilar: [sencha, "sencha"]\n---\n\n# 玉露\n\n[煎茶](sencha.md)\n',
        'new.md': '---json\n{ "slug": "new", "similar": ["sencha"] }\n---\n\n# 新茶\n',
        'toml.md': '+++\nslug = "toml"\nsimilar = ["sencha"]\n+++\n\n# 番茶\n',
      };
      const client = await start(others);
      await client.open('sencha.md', sencha);
      const edit = await client.at<WorkspaceEdit>('textDocument/rename', 'sencha.md', 'slug: sen', { newName });
      const texts = Object.entries({ 'sencha.md': sencha, ...others }).map(([path, text]) => {
        const changes = edit.documentChanges?.find(
          (one) => 'edits' in one && one.textDocument.uri === client.uri(path),
        );
        return applied(text, changes && 'edits' in changes ? (changes.edits as TextEdit[]) : []);
      });
      expect(texts).toEqual([
        sencha.replace('slug: sencha', `slug: "${newName}"`),
        others['gyokuro.md']
          .replace('[sencha, "sencha"]', `["${newName}", "${newName}"]`)
          .replace('(sencha', `(${newName}`),
        others['new.md'].replace('sencha', newName),
        others['toml.md'].replace('sencha', newName),
      ]);
    },
  );

  test.each([
    ['en', 'gyokuro', 'The name "gyokuro" belongs to gyokuro.md already; choose another one.'],
    ['ja', 'gyokuro', '「gyokuro」はすでにgyokuro.mdの名前です。別の名前にしてください。'],
    [
      'ja',
      '煎 茶',
      '「煎 茶」はこの種類のガイドのスラッグとして使えません（^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*$）。別の名前にしてください。',
    ],
    [
      'ja',
      '../sencha',
      '「../sencha」はこの種類のガイドのスラッグとして使えません（^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*$）。別の名前にしてください。',
    ],
  ])('in %s, %s is refused', async (locale, newName, message) => {
    const client = await start({}, { locale });
    await client.open('sencha.md', sencha);
    await expect(client.at('textDocument/rename', 'sencha.md', 'slug: sen', { newName })).rejects.toThrow(message);
  });

  test.each([
    ['en', 'Only the slug of a guide can be renamed: put the cursor on it, or where another guide names it.'],
    [
      'ja',
      '名前を変えられるのはガイドのスラッグだけです。スラッグか、ほかのガイドがそれを書いた場所にカーソルを置いてください。',
    ],
  ])('in %s, a heading is not renamed', async (locale, message) => {
    const client = await start({}, { locale });
    await client.open('sencha.md', sencha);
    await expect(client.at('textDocument/rename', 'sencha.md', '## 淹', { newName: 'brewing' })).rejects.toThrow(
      message,
    );
  });
});

describe('an editor', () => {
  const untitled = { textDocument: { uri: 'untitled:Untitled-1' }, position: { line: 0, character: 0 } };

  test('is told nothing of texts that are no files', async () => {
    const client = await start();
    const { connection } = client;
    const text = { ...untitled.textDocument, languageId: 'markdown', version: 1, text: '# 煎茶\n' };
    await connection.sendNotification('textDocument/didOpen', { textDocument: text });
    for (const method of ['hover', 'completion', 'definition', 'documentSymbol', 'prepareRename'])
      expect(await connection.sendRequest(`textDocument/${method}`, untitled)).toBeNull();
    await connection.sendNotification('textDocument/didClose', untitled);
    expect(await client.open('gyokuro.md', gyokuro)).toEqual([]);
    expect(client.log).toEqual([]);
  });

  test('that shows several folders has each file checked with the config of the innermost', async () => {
    const folder = project({
      ...config,
      'sencha.md': sencha,
      'drafts/guidepost.config.json': JSON.stringify({
        types: [{ schema: 'tea.schema.json', files: ['**/*.md'] }],
        rules: { 'section-present': 'off' },
      }),
      'drafts/tea.schema.json': JSON.stringify(tea),
      'drafts/sencha.md': sencha,
    });
    const client = await LspClient.start(folder);
    const of = (path: string) => ({ uri: path === '' ? client.uri('') : client.uri(path), name: path });
    client.kill();
    for (const order of [
      ['drafts', ''],
      ['', 'drafts'],
    ]) {
      const both = await LspClient.start(folder, { initialize: { workspaceFolders: order.map(of), capabilities: {} } });
      clients.push(both);
      const without = sencha.replace(/\n## 淹れ方[\s\S]*/, '');
      expect((await both.open('sencha.md', without)).map(({ code }) => code)).toEqual(['section-present']);
      expect(await both.open('drafts/sencha.md', without)).toEqual([]);
    }
  });

  test('that names a type and a config by flags is served with these', async () => {
    const client = await start(
      { 'strict.json': JSON.stringify({ locale: 'ja' }) },
      { flags: ['--config', 'strict.json', '--type', 'tea.schema.json', '--rule', 'section-present=warn'] },
    );
    const found = await client.open('sencha.md', sencha.replace(/\n## 淹れ方[\s\S]*/, ''));
    expect(found.map(({ code, severity, message }) => [code, severity, String(message).includes('淹れ方')])).toEqual([
      ['section-present', 2, true],
    ]);
  });

  test.each([
    [
      'en',
      'section-present=loud',
      'guidepost: "section-present=loud" is no setting of a rule; write --rule id=off, id=warn or id=error.\n',
    ],
    [
      'ja',
      'section-presnt=off',
      'guidepost: 「section-presnt」というルールはありません。「section-present」のことですか？\n',
    ],
  ])('in %s, a flag that sets no rule (%s) starts no server', async (locale, setting, message) => {
    const host = testHost();
    expect(await main(['lsp', '--locale', locale, '--rule', setting], host)).toBe(2);
    expect(host.output.stderr).toBe(message);
  });
});

describe('files on disk', () => {
  const changed = (client: LspClient, ...paths: string[]) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: paths.map((path) => ({ uri: client.uri(path), type: 2 })),
    });

  test('a broken config is told once, and heard again when it is mended', async () => {
    const client = await start({ 'guidepost.config.json': '{ "types": 1 }' });
    const { connection } = client;
    const open = { uri: client.uri('sencha.md'), languageId: 'markdown', version: 1, text: sencha };
    await connection.sendNotification('textDocument/didOpen', { textDocument: open });
    await expect.poll(() => client.shown.length).toBe(1);
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: open.uri, version: 2 },
      contentChanges: [{ text: `${sencha}\n` }],
    });
    await expect(client.ask('textDocument/documentSymbol', 'sencha.md')).rejects.toThrow('guidepost.config.json:1:');
    expect(client.shown).toEqual([expect.stringMatching(/^guidepost: guidepost\.config\.json:1:\d+: /)]);
    writeFileSync(join(client.folder, 'guidepost.config.json'), config['guidepost.config.json']);
    await changed(client, 'guidepost.config.json');
    await expect.poll(async () => client.ask('textDocument/documentSymbol', 'sencha.md')).toHaveLength(2);
  });

  test('what the baseline knows is not told, until the baseline changes', async () => {
    const withBaseline = JSON.stringify({
      ...(JSON.parse(config['guidepost.config.json']) as object),
      baseline: 'known/problems.json',
    });
    const without = sencha.replace(/\n## 淹れ方[\s\S]*/, '');
    const none = '{ "version": 1, "problems": {} }\n';
    const client = await start({ 'guidepost.config.json': withBaseline, 'known/problems.json': none });
    expect((await client.open('sencha.md', without)).map(({ code }) => code)).toEqual(['section-present']);
    writeFileSync(join(client.folder, 'sencha.md'), without);
    await main(['lint', '--update-baseline'], testHost({ cwd: client.folder }));
    const quiet = client.published('sencha.md', 'latest', (found) => found.length === 0);
    await changed(client, 'known/problems.json');
    expect(await quiet).toEqual([]);
  });

  test('what lies in node_modules, and what has nothing to do with guides, changes nothing', async () => {
    const client = await start();
    await client.open('sencha.md', sencha);
    writeFileSync(join(client.folder, 'guidepost.config.json'), '{ "types": 1 }');
    await changed(client, 'node_modules/tea/guidepost.config.json', '.git/config');
    await changed(client, 'src/kettle.ts');
    expect(await client.type('sencha.md', '七十度', '八十度')).toEqual([]);
    writeFileSync(join(client.folder, 'guidepost.config.json'), config['guidepost.config.json']);
    expect(client.shown).toEqual([]);
  });

  test('a guide that was saved this moment is checked, and its saving concerns the others', async () => {
    const client = await start({ 'gyokuro.md': gyokuro.replace('kind:', 'similar: [hojicha]\nkind:') });
    const text = gyokuro.replace('kind:', 'similar: [hojicha]\nkind:');
    expect((await client.open('gyokuro.md', text)).map(({ code }) => code)).toEqual(['related-guide-exists']);
    const hojicha = sencha.replace('slug: sencha', 'slug: hojicha');
    writeFileSync(join(client.folder, 'hojicha.md'), hojicha);
    const quiet = client.published('gyokuro.md', 'latest', (found) => found.length === 0);
    expect(await client.open('hojicha.md', hojicha)).toEqual([]);
    await client.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: client.uri('hojicha.md') },
    });
    expect(await quiet).toEqual([]);
  });

  test('a file that is ignored is left alone however often it changes', async () => {
    const client = await start({ '.guidepostignore': 'drafts/\n', 'drafts/idea.md': '# 思いつき\n' });
    const textDocument = { uri: client.uri('drafts/idea.md') };
    const open = { ...textDocument, languageId: 'markdown', version: 1, text: '# 思いつき\n' };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: open });
    expect(await client.ask('textDocument/documentSymbol', 'drafts/idea.md')).toBeNull();
    const change = { textDocument: { ...textDocument, version: 2 }, contentChanges: [{ text: '#\n' }] };
    await client.connection.sendNotification('textDocument/didChange', change);
    expect(await client.ask('textDocument/documentSymbol', 'drafts/idea.md')).toBeNull();
  });

  test('a guide whose bytes are no text does not keep the others from being checked', async () => {
    const client = await start({ 'gyokuro.md': new Uint8Array([0x23, 0x20, 0x8b, 0xca, 0x98, 0x49]) });
    const found = await client.open('sencha.md', sencha.replace('## 淹れ方', '## 飲み方'));
    expect(found.map(({ code }) => code)).toContain('section-present');
    expect(await client.ask('textDocument/documentSymbol', 'gyokuro.md')).toBeNull();
    expect(await client.open('gyokuro.md', gyokuro)).toEqual([]);
  });
});

describe('a text that cannot be checked', () => {
  test('because it is too large says so', async () => {
    const client = await start();
    const [problem, ...others] = await client.open('new.md', `# 新茶\n\n${'若葉の香りがします。\n\n'.repeat(200_000)}`);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'file-readable',
      message: expect.stringMatching(/^File has \d+ bytes, which is too large for a guide \(5 MB at most\); split it/),
    });
  });

  test('in time says so, and is left alone until it changes', async () => {
    const client = await start();
    const rule = rules.find(({ id }) => id === 'no-doubled-word');
    const check = vi.spyOn(rule as Rule, 'check').mockImplementation(({ document }) => {
      while (document.source.text.includes('渋')) check.mockName('busy');
      return [];
    });
    const found = await client.open('new.md', `${gyokuro}\n渋みが残ります。\n`);
    expect(found).toEqual([
      expect.objectContaining({
        code: 'file-readable',
        message: expect.stringMatching(/^Checking this guide takes longer than 2 s/),
      }),
    ]);
    expect(await client.ask('textDocument/documentSymbol', 'new.md')).toBeNull();
    expect((await client.type('new.md', '渋み', '甘み')).map(({ code }) => code)).not.toContain('file-readable');
    check.mockRestore();
  });

  test('because of a bug is told in the log, and the server lives on', async () => {
    const client = await start();
    const rule = rules.find(({ id }) => id === 'no-doubled-word');
    const check = vi.spyOn(rule as Rule, 'check').mockImplementation(() => {
      throw new TypeError('the kettle is empty');
    });
    const open = { uri: client.uri('new.md'), languageId: 'markdown', version: 1, text: `${gyokuro}\n\n` };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: open });
    await expect.poll(() => client.log.length).toBe(1);
    check.mockRestore();
    expect(client.log.splice(0)).toEqual([
      expect.stringMatching(
        /^This is a bug in guidepost \S+, not in your guides\..*\nTypeError: the kettle is empty\n/,
      ),
    ]);
    expect(client.shown).toEqual([]);
    expect(await client.open('sencha.md', sencha)).toEqual([]);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: open.uri } });
  });
});
