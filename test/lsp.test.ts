import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Location,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { main } from '../src/cli.ts';
import { root } from './bind-fixture.ts';
import { LspClient } from './lsp-client.ts';
import { testHost } from './test-host.ts';

const guides = new Map(
  ['career-guide', 'interview-guide'].flatMap((folder) =>
    readdirSync(join(root, 'fixtures/guides', folder)).map((name) => [
      `guides/${name}`,
      readFileSync(join(root, 'fixtures/guides', folder, name), 'utf8'),
    ]),
  ),
);
const guide = (name: string): string => guides.get(`guides/${name}.md`) ?? '';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function project(files: ReadonlyMap<string, string> | Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'guidepost-lsp-')));
  folders.push(folder);
  for (const [path, text] of files instanceof Map ? files : Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

let client: LspClient;
let shared: LspClient | undefined;

/** A server of its own; without arguments the one that all such tests share, on a project of all guides. */
async function start(...options: Parameters<typeof LspClient.start> | []): Promise<void> {
  if (options.length > 0) client = await LspClient.start(...(options as Parameters<typeof LspClient.start>));
  else {
    shared ??= await LspClient.start(project(guides));
    client = shared;
  }
}
afterEach(async () => {
  if (client === shared) await client.closeAll();
  else client.kill();
});
afterAll(() => {
  shared?.kill();
});

const ids = (diagnostics: Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);
const applied = (text: string, edits: TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create('file:///a.md', 'markdown', 1, text), edits);

describe('diagnostics', () => {
  it.each([
    ['en', (text: string) => text],
    ['ja', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('are those of the command line, in %s', async (locale, form) => {
    const faulty = new Map(
      [...guides].map(([path, text], index) => {
        const without =
          index % 2 === 0 ? text.replace(/\n## (?=[^\n]*(?:将来|Outlook|Learning|学習))[\s\S]*?(?=\n## )/, '') : text;
        return [
          path,
          form(
            without
              .replace('ship_navigator', 'ship-navigator')
              .replace(/\*\*([^*\n]+)\*\*/, '**$1 **')
              .replace(/\n- /, '\n* '),
          ),
        ];
      }),
    );
    const folder = project(faulty);
    const host = testHost({ cwd: folder });
    await main(['lint', '--format', 'json', '--locale', locale], host);
    const results = JSON.parse(host.output.stdout) as {
      filePath: string;
      messages: {
        ruleId: string;
        message: string;
        line: number;
        column: number;
        endLine: number;
        endColumn: number;
        severity: number;
      }[];
    }[];
    expect(results.flatMap(({ messages }) => messages).length).toBeGreaterThan(20);
    await start(folder, { locale: locale === 'ja' ? 'ja-JP' : 'en-US' });
    for (const { filePath, messages } of results) {
      const found = await client.open(filePath, faulty.get(filePath) ?? '');
      expect(
        found.map(({ code, message, severity, range: { start, end } }) => [code, message, severity, start, end]),
      ).toEqual(
        messages.map((m) => [
          m.ruleId,
          m.message,
          m.severity === 2 ? 1 : 2,
          { line: m.line - 1, character: m.column - 1 },
          { line: m.endLine - 1, character: m.endColumn - 1 },
        ]),
      );
    }
  });
});

describe('as you type', () => {
  it('a mistake appears, and goes away when it is put right', async () => {
    await start();
    const path = 'guides/pharmacist.md';
    const before = await client.open(path, guide('pharmacist'));
    expect(ids(before)).not.toContain('related-guide-exists');
    const slug = /related_jobs[^\]]*?"(\w+)"/.exec(guide('pharmacist'))?.[1] ?? '';
    const wrong = await client.type(path, `"${slug}"`, '"ferry_pilot"');
    const found = wrong.find(({ code }) => code === 'related-guide-exists');
    expect(found && client.slice(path, found.range)).toContain('ferry_pilot');
    expect(ids(await client.type(path, '"ferry_pilot"', `"${slug}"`))).not.toContain('related-guide-exists');
  });

  it('what is written in one guide concerns another that is open', async () => {
    await start();
    const [path, other] = ['guides/air_traffic_controller.md', 'guides/court_interpreter.md'];
    const own = /meta_description: (.*)/.exec(guide('air_traffic_controller'))?.[1] ?? 'none';
    const description = /"?meta_description"?[:=] *"?([^"\n]+)/.exec(guide('court_interpreter'))?.[1] ?? 'none';
    await client.open(path, guide('air_traffic_controller'));
    expect(ids(await client.open(other, guide('court_interpreter')))).not.toContain('unique-across-guides');
    const told = client.published(other, 'latest', (found) => ids(found).includes('unique-across-guides'));
    await client.type(path, own, JSON.stringify(description));
    expect(ids(await told)).toContain('unique-across-guides');
  });

  it('a guide that comes or goes on disk concerns those that are open', async () => {
    const folder = project(guides);
    await start(folder);
    const path = 'guides/air_traffic_controller.md';
    expect(ids(await client.open(path, guide('air_traffic_controller')))).not.toContain('related-guide-exists');
    const told = client.published(path, 'latest', (found) => ids(found).includes('related-guide-exists'));
    rmSync(join(folder, 'guides/court_interpreter.md'));
    const changes = [{ uri: client.uri('guides/court_interpreter.md'), type: 3 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    const problem = (await told).find(({ code }) => code === 'related-guide-exists');
    expect(problem && client.slice(path, problem.range)).toBe('court_interpreter');
  });

  it('closing a file takes its problems away', async () => {
    await start();
    const path = 'guides/pharmacist.md';
    await client.open(path, `${guide('pharmacist')}\n## \n`);
    const told = client.published(path, undefined);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: client.uri(path) } });
    expect(await told).toEqual([]);
    await client.open(path, guide('pharmacist'));
  });

  it('files that are no guides of the project are left alone', async () => {
    const folder = project(
      new Map([
        ...guides,
        ['.guidepostignore', 'drafts/\n'],
        ['drafts/idea.md', '# Idea\n'],
        ['README.md', '# Read me\n'],
      ]),
    );
    await start(folder);
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: client.uri('drafts/idea.md'), languageId: 'markdown', version: 1, text: '# Idea\n\n\n' },
    });
    expect(await client.ask('textDocument/documentSymbol', 'drafts/idea.md')).toBeNull();
  });

  it('a new config holds at once, and a broken one is told and changes nothing', async () => {
    const folder = project(new Map([...guides, ['guidepost.config.json', '{ "rules": {} }']]));
    await start(folder);
    const path = 'guides/pharmacist.md';
    const text = guide('pharmacist').replace(/\n## 💰[\s\S]*?(?=\n# )/u, '\n');
    expect(ids(await client.open(path, text))).toContain('section-present');
    const change = { changes: [{ uri: client.uri('guidepost.config.json'), type: 2 }] };
    const quiet = client.published(path, 'latest', (found) => !ids(found).includes('section-present'));
    writeFileSync(join(folder, 'guidepost.config.json'), '{ "rules": { "section-present": "off" } }');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', change);
    await quiet;
    writeFileSync(join(folder, 'guidepost.config.json'), '{ "rules": { "section-presnt": "off" } }');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', change);
    await expect.poll(() => client.shown.join(), { timeout: 20_000 }).toContain('did you mean "section-present"');
    expect(ids(await client.type(path, '\n---\n', '\n\n---\n'))).not.toContain('section-present');
  });

  it('a file outside of any folder is checked with the config of its own', async () => {
    const folder = project({ 'guidepost.config.json': '{ "locale": "ja" }', 'pharmacist.md': '' });
    await start(folder, { isLoose: true });
    const found = await client.open('pharmacist.md', guide('pharmacist').replace(/\n## 💰[\s\S]*?(?=\n# )/u, '\n'));
    expect(found.find(({ code }) => code === 'section-present')?.message).toContain('章「推定年収」がありません');
  });
});

describe('quick fixes', () => {
  const path = 'guides/air_traffic_controller.md';
  const faulty = guide('air_traffic_controller')
    .replace('- ship_navigator', '- Ship-Navigator')
    .replace(/\*\*([^*\n]+)\*\*/, '**$1 **');

  it('one problem, by the edit of its rule', async () => {
    await start();
    const text = guide('air_traffic_controller').replace('- ship_navigator', '- Ship-Navigator');
    const found = await client.open('guides/air_traffic_controller.md', text);
    const problem = found.find(({ code }) => code === 'related-guide-exists');
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', 'guides/air_traffic_controller.md', {
      range: problem?.range,
      context: { diagnostics: [] },
    });
    const fix = actions.find(({ isPreferred }) => isPreferred);
    expect(fix).toMatchObject({ kind: 'quickfix', title: 'Change "Ship-Navigator" to "ship_navigator"' });
    const edits = fix?.edit?.changes?.[client.uri('guides/air_traffic_controller.md')] ?? [];
    expect(applied(text, edits)).toBe(guide('air_traffic_controller'));
  });

  it('all safe ones at once, as lint --fix does', async () => {
    const folder = project(new Map([...guides, [path, faulty]]));
    await start(folder);
    await client.open(path, faulty);
    const context = { diagnostics: [], only: ['source.fixAll'] };
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [action, ...others] = await client.ask<CodeAction[]>('textDocument/codeAction', path, { range, context });
    expect(others).toEqual([]);
    expect(action?.kind).toBe('source.fixAll.guidepost');
    const edits = action?.edit?.changes?.[client.uri(path)] ?? [];
    await main(['lint', '--fix', 'guides', '--format', 'compact'], testHost({ cwd: folder }));
    const fixed = readFileSync(join(folder, path), 'utf8');
    expect(fixed).not.toBe(faulty);
    expect(applied(faulty, edits)).toBe(fixed);
    expect(edits.every(({ range: { start, end } }) => end.line - start.line < 20)).toBe(true);
  });

  it('or the problem is overlooked by a comment', async () => {
    await start();
    const file = 'guides/pharmacist.md';
    const text = guide('pharmacist').replace('\n## 🔟', '\n## まとめ\n\n薬剤師は地域を支える。\n\n## 🔟');
    const [problem] = await client.open(file, text);
    const heading = '## 🔟 まとめ';
    expect(problem && client.slice(file, problem.range)).toBe(heading);
    const question = { range: problem?.range, context: { diagnostics: [] } };
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', file, question);
    const overlook = actions.find(({ title }) => title === `Overlook ${problem?.code} here`);
    const comment = overlook?.edit?.changes?.[client.uri(file)]?.[0]?.newText ?? '';
    expect(comment).toContain(`guidepost-disable-next-line ${problem?.code}`);
    expect(await client.type(file, heading, `${comment}${heading}`)).toEqual([]);
  });
});

describe('hover', () => {
  const textOf = (hover: Hover | null): string =>
    hover && 'value' in (hover.contents as object) ? (hover.contents as { value: string }).value : '';

  it('explains the rule of a problem', async () => {
    await start(project(guides), { locale: 'ja' });
    const path = 'guides/air_traffic_controller.md';
    await client.open(path, guide('air_traffic_controller').replace('- ship_navigator', '- Ship-Navigator'));
    const text = textOf(await client.at('textDocument/hover', path, 'Ship-Nav'));
    expect(text).toContain('**related-guide-exists**');
    expect(text).toContain('行き止まりのリンク');
  });

  it('explains a key of the front matter, a heading and a cell', async () => {
    await start();
    const path = 'guides/air_traffic_controller.md';
    await client.open(path, guide('air_traffic_controller'));
    const key = textOf(await client.at('textDocument/hover', path, '\nmeta_desc'));
    expect(key).toContain('**Description** (`meta_description`)');
    expect(key).toContain('Recommended: 80 to 120 characters');
    expect(textOf(await client.at('textDocument/hover', path, '## Estimated Sal'))).toContain(
      '**Estimated salary** (`salary`)',
    );
    expect(textOf(await client.at('textDocument/hover', path, '| 380'))).toContain('`range`');
    expect(await client.at('textDocument/hover', path, '---\n\n')).toBeNull();
  });

  it('explains the rule that a comment overlooks', async () => {
    await start();
    const path = 'guides/pharmacist.md';
    await client.open(path, `${guide('pharmacist')}\n<!-- guidepost-disable no-doubled-word -->\n`);
    expect(textOf(await client.at('textDocument/hover', path, 'guidepost-disable no-dou'))).toContain(
      '**no-doubled-word**',
    );
  });
});

describe('completion', () => {
  const complete = async (path: string, before: string): Promise<CompletionItem[]> =>
    (await client.at<CompletionItem[] | null>('textDocument/completion', path, before)) ?? [];
  const labels = (items: CompletionItem[]): string[] => items.map(({ label }) => label);
  const insert = (path: string, item: CompletionItem | undefined): string =>
    applied(client.text(path), item?.textEdit ? [item.textEdit as TextEdit] : []);
  const yaml = guide('air_traffic_controller');

  it('keys that the front matter lacks, with their titles', async () => {
    await start();
    const path = 'guides/air_traffic_controller.md';
    await client.open(path, yaml.replace(/category: .*\n/, 'ca\n'));
    const items = await complete(path, '---yaml\nca');
    expect(labels(items)).toEqual(['category', 'published_at']);
    expect(items[0]?.detail).toBe('Category');
    expect(insert(path, items[0])).toContain('---yaml\ncategory: $1\nkeywords');
  });

  it('enumerated values', async () => {
    await start();
    const path = 'guides/air_traffic_controller.md';
    await client.open(path, yaml.replace(/category: .*/, 'category: tr'));
    const items = await complete(path, 'category: tr');
    expect(labels(items)).toContain('transport');
    expect(labels(items)).toContain('healthcare');
    expect(
      insert(
        path,
        items.find(({ label }) => label === 'transport'),
      ),
    ).toBe(yaml);
  });

  it('names of guides that are not named yet, and never its own', async () => {
    await start();
    const path = 'guides/air_traffic_controller.md';
    await client.open(path, yaml.replace('- court_interpreter', '- '));
    const items = await complete(path, '  - ship_navigator\n  - ');
    expect(labels(items)).toContain('court_interpreter');
    expect(labels(items)).not.toContain('ship_navigator');
    expect(labels(items)).not.toContain('air_traffic_controller');
    expect(
      insert(
        path,
        items.find(({ label }) => label === 'court_interpreter'),
      ),
    ).toBe(yaml);
  });

  it('in front matter that is JSON, with quotes', async () => {
    await start();
    const path = 'guides/pharmacist.md';
    const text = guide('pharmacist');
    expect(text.startsWith('---json')).toBe(true);
    const slug = /"related_jobs":\s*\[\s*"(\w+)"/.exec(text)?.[1] ?? '';
    await client.open(path, text.replace(`"${slug}"`, '""').replace('"category"', '"cat"'));
    expect(
      insert(
        path,
        (await complete(path, '"cat')).find(({ label }) => label === 'category'),
      ),
    ).toContain('"category":');
    const before = /"related_jobs":\s*\[\s*"/.exec(client.text(path))?.[0] ?? '';
    const item = (await complete(path, before)).find(({ label }) => label === slug);
    expect(item?.filterText).toBe(`"${slug}`);
    expect(insert(path, item)).toContain(`${before}${slug}"`);
  });

  it('in front matter that is TOML, and in a list on one line', async () => {
    const toml =
      '+++\ncategory = "craft"\nrelated_jobs = ["court_interpreter", "ship"]\nslug = "clockmaker"\n+++\n\n# 時計師\n';
    await start(project(new Map([...guides, ['guides/clockmaker.md', toml]])));
    await client.open('guides/clockmaker.md', toml);
    const items = await complete('guides/clockmaker.md', '"court_interpreter", "ship');
    expect(labels(items)).not.toContain('court_interpreter');
    expect(
      insert(
        'guides/clockmaker.md',
        items.find(({ label }) => label === 'ship_navigator'),
      ),
    ).toContain('["court_interpreter", "ship_navigator"]');
  });

  it.each([
    ['air_traffic_controller', 'Outlook', '## ', '## '],
    ['pharmacist', '将来', '## ', '## '],
  ])('headings of the sections that %s lacks, in its language', async (name, word, typed) => {
    await start();
    const path = `guides/${name}.md`;
    const heading = new RegExp(`\\n## [^\\n]*${word}[^\\n]*`).exec(guide(name))?.[0] ?? 'none';
    await client.open(path, guide(name).replace(heading, `\n${typed}`));
    const items = await complete(
      path,
      client.text(path).slice(0, client.text(path).indexOf(`\n${typed}\n`) + 1 + typed.length),
    );
    expect(items.length).toBe(1);
    expect(items[0]?.label).toContain(word);
    expect(insert(path, items[0])).toContain(`\n## ${items[0]?.label}\n`);
  });

  it('is silent in the text of the body', async () => {
    await start();
    await client.open('guides/pharmacist.md', guide('pharmacist'));
    const sentence = /\n([^\n#|*-][^\n]{30})/.exec(guide('pharmacist').slice(3000))?.[1] ?? '';
    expect(await complete('guides/pharmacist.md', sentence)).toEqual([]);
  });
});

describe('from guide to guide', () => {
  const path = 'guides/air_traffic_controller.md';

  it('goes to the definition of a related guide', async () => {
    await start();
    await client.open(path, guide('air_traffic_controller'));
    const found = await client.at<Location[]>('textDocument/definition', path, '- court_inter');
    expect(found.map(({ uri }) => uri)).toEqual([client.uri('guides/court_interpreter.md')]);
    const line = guide('court_interpreter').split('\n')[found[0]?.range.start.line ?? 0];
    expect(line).toContain('slug');
  });

  it('goes along a link in the body, also when it is encoded', async () => {
    const linked = `${guide('pharmacist')}\n[薬剤師](%E8%96%AC.md)と[通訳](./court_interpreter.md#top)\n`;
    await start(project(new Map([...guides, ['guides/pharmacist.md', linked], ['guides/薬.md', '# 薬\n']])));
    await client.open('guides/pharmacist.md', linked);
    const encoded = await client.at<Location[]>('textDocument/definition', 'guides/pharmacist.md', '(%E8');
    expect(encoded.map(({ uri }) => uri)).toEqual([client.uri('guides/薬.md')]);
    const plain = await client.at<Location[]>('textDocument/definition', 'guides/pharmacist.md', './court_');
    expect(plain.map(({ uri }) => uri)).toEqual([client.uri('guides/court_interpreter.md')]);
  });

  it('finds all guides that name one', async () => {
    await start();
    await client.open(path, guide('air_traffic_controller'));
    const expected = [...guides]
      .filter(([, text]) =>
        /related_\w+[\s\S]*?court_interpreter[\s\S]*?slug/.test(text.slice(0, text.indexOf('slug') + 4)),
      )
      .map(([name]) => client.uri(name));
    expect(expected.length).toBeGreaterThan(0);
    const ask = (includeDeclaration: boolean): Promise<Location[]> =>
      client.at('textDocument/references', path, '- court_inter', { context: { includeDeclaration } });
    expect((await ask(false)).map(({ uri }) => uri).sort()).toEqual(expected.sort());
    expect((await ask(true)).map(({ uri }) => uri)).toContain(client.uri('guides/court_interpreter.md'));
  });

  it('shows the outline', async () => {
    await start(project(guides), { locale: 'ja' });
    await client.open(path, guide('air_traffic_controller'));
    const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', path);
    expect(symbols[0]?.name).toBe('フロントマター');
    expect(symbols[0]?.children?.map(({ name }) => name)).toContain('related_jobs');
    const title = symbols.find(({ name }) => name.startsWith('[Complete Guide]'));
    const chapter = title?.children?.find(({ name }) => name === 'Responsibilities');
    expect(chapter?.children?.[0]?.name).toBe('1. Keeping aircraft separated');
    expect(chapter && client.slice(path, chapter.range).startsWith('## Responsibilities')).toBe(true);
  });

  it('renames a slug in the whole collection, with its file', async () => {
    const linked = `${guide('pharmacist')}\n[航海士](./ship_navigator.md)\n`;
    const files = new Map([...guides, ['guides/pharmacist.md', linked]]);
    const folder = project(files);
    await start(folder);
    await client.open(path, guide('air_traffic_controller'));
    expect(await client.at('textDocument/prepareRename', path, '- ship_navi')).toMatchObject({
      placeholder: 'ship_navigator',
    });
    const edit = await client.at<WorkspaceEdit>('textDocument/rename', path, '- ship_navi', {
      newName: 'deck_officer',
    });
    for (const change of edit.documentChanges ?? []) {
      if ('textDocument' in change) {
        const file = new URL(change.textDocument.uri);
        writeFileSync(file, applied(readFileSync(file, 'utf8'), change.edits as TextEdit[]));
      } else if (change.kind === 'rename') renameSync(new URL(change.oldUri), new URL(change.newUri));
    }
    expect(readdirSync(join(folder, 'guides'))).toContain('deck_officer.md');
    const host = testHost({ cwd: folder });
    await main(['lint', '--format', 'compact', '--locale', 'en'], host);
    expect(host.output.stdout).not.toMatch(/related-guide-exists|slug-matches-file-name/);
    expect(readFileSync(join(folder, 'guides/pharmacist.md'), 'utf8')).toContain('[航海士](./deck_officer.md)');
    expect(readFileSync(join(folder, 'guides/deck_officer.md'), 'utf8')).toContain('deck_officer');
  });

  it('refuses a name that is taken, that is no slug, and what is no name at all', async () => {
    await start();
    await client.open(path, guide('air_traffic_controller'));
    const rename = (before: string, newName: string): Promise<unknown> =>
      client.at('textDocument/rename', path, before, { newName });
    await expect(rename('- ship_navi', 'pharmacist')).rejects.toThrow(
      '"pharmacist" belongs to guides/pharmacist.md already',
    );
    await expect(rename('- ship_navi', '船 長')).rejects.toThrow('is no slug');
    await expect(client.at('textDocument/prepareRename', path, '## Respons')).rejects.toThrow(
      'Only the slug of a guide can be renamed',
    );
  });
});

describe('survives', () => {
  it('malformed requests and messages', async () => {
    await start(project(guides), { isProcess: true });
    await client.open('guides/pharmacist.md', guide('pharmacist'));
    const uri = client.uri('guides/pharmacist.md');
    const { connection } = client;
    for (const [method, params] of [
      ['textDocument/hover', null],
      ['textDocument/hover', { textDocument: { uri }, position: null }],
      ['textDocument/hover', { textDocument: { uri }, position: { line: 1e9, character: -5 } }],
      ['textDocument/completion', { textDocument: {} }],
      ['textDocument/rename', { textDocument: { uri }, position: { line: 0, character: 0 } }],
      ['textDocument/codeAction', { textDocument: { uri: 'http://[' }, range: 7, context: {} }],
      ['textDocument/definition', { textDocument: { uri: 'file://host%/x' }, position: { line: 0, character: 0 } }],
      ['textDocument/documentSymbol', { textDocument: { uri: 'untitled:Untitled-1' } }],
      ['guidepost/unknown', { any: 1 }],
    ] as const) {
      await connection.sendRequest(method, params).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
    }
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 9 } });
    await connection.sendNotification('textDocument/didOpen', { textDocument: null });
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///%zz' }, {}] });
    client.say('Content-Length: 12\r\n\r\n{ not json ]');
    client.say('Content-Length: 2\r\n\r\n[]');
    expect(ids(await client.type('guides/pharmacist.md', '\n---\n', '\n\n---\n'))).toBeDefined();
    expect(await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', 'guides/pharmacist.md')).not.toEqual([]);
    expect(await client.stop()).toBe(0);
  });

  it('a document of 5 MB, which it leaves alone and says so', async () => {
    const chapter = guide('pharmacist').slice(guide('pharmacist').indexOf('\n## 💰'));
    const large = guide('pharmacist') + chapter.repeat(Math.ceil(5_000_000 / Buffer.byteLength(chapter)));
    await start(project(new Map([...guides, ['guides/large.md', large]])));
    const found = await client.open('guides/large.md', large);
    expect(found.map(({ message }) => message)).toEqual([
      'This file is too large to be checked while you type; run guidepost lint on it',
    ]);
    await client.type('guides/large.md', '薬', '薬草');
    expect(ids(await client.open('guides/pharmacist.md', guide('pharmacist')))).toEqual([]);
  });

  it('and ends when the editor does', async () => {
    await start(project(guides), { isProcess: true });
    const ended = client.ended();
    client.hangUp();
    expect(await ended).toBe(1);
  });
});

it('is not loaded by lint', async () => {
  const program = `
    import { createRequire } from 'node:module';
    const { main } = await import('${new URL('../src/cli.ts', import.meta.url).href}');
    const { nodeHost } = await import('${new URL('../src/host.ts', import.meta.url).href}');
    await main(['lint', 'fixtures/guides'], nodeHost());
    const loaded = Object.keys(createRequire('${import.meta.url}').cache).filter((path) => path.includes('vscode-'));
    console.log('loaded', loaded.length);
  `;
  const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(output).toContain('loaded 0');
});
