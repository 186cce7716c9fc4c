// What the language server takes for a keystroke: an editor has a guide open, types, and each time waits for its problems.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { cpuMilliseconds, env } from './measure.js';

/** How many keystrokes are the first ones, in which V8 still compiles, and how many come after them; both in twenties. */
const counts = { first: 100, later: 400 };

/** CPU milliseconds of a server's process for each of the first keystrokes and of the later ones; NaN without /proc. */
export async function keystrokeMilliseconds([command, args], path) {
  const folder = dirname(path);
  const server = spawn(command, args, { cwd: folder, env, stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const waiting = new Map();
  connection.onNotification('textDocument/publishDiagnostics', ({ version }) => waiting.get(version)?.());
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {},
  });
  await connection.sendNotification('initialized', {});

  const uri = pathToFileURL(path).href;
  const text = readFileSync(path, 'utf8');
  let version = 0;
  const checked = (method, textDocument, others) => {
    version++;
    const answered = new Promise((resolve) => waiting.set(version, resolve));
    connection.sendNotification(method, { textDocument: { uri, version, ...textDocument }, ...others });
    return answered;
  };
  await checked('textDocument/didOpen', { languageId: 'markdown', text });

  const { line, character } = placeToType(text);
  const at = (units) => ({ line, character: character + units });
  /** Ten are typed, then deleted again. */
  const type = (stroke) => {
    const typed = stroke % 10;
    const edit =
      stroke % 20 < 10
        ? { range: { start: at(typed), end: at(typed) }, text: 'あ' }
        : { range: { start: at(9 - typed), end: at(10 - typed) }, text: '' };
    return checked('textDocument/didChange', {}, { contentChanges: [edit] });
  };
  const measured = {};
  for (const [which, count] of Object.entries(counts)) {
    const before = cpuMilliseconds(server.pid);
    for (let stroke = 0; stroke < count; stroke++) await type(stroke);
    measured[which] = (cpuMilliseconds(server.pid) - before) / count;
  }
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  return measured;
}

/** Within a sentence, somewhere in the middle of the guide. */
function placeToType(text) {
  const lines = text.split(/\r?\n/);
  const line = lines.findIndex((content, index) => index > lines.length / 2 && /^\p{L}{10}/u.test(content));
  if (line < 0) throw new Error('the guide has no paragraph to type in');
  return { line, character: 8 };
}
