'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { commands, window, workspace } = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

const configs = '**/guidepost.config.{json,yaml,yml}';

/** @type {LanguageClient | undefined} */
let client;

/** Starts the language server, and again whenever what it depends on changes. */
async function activate(context) {
  const watcher = workspace.createFileSystemWatcher(configs, false, true, false);
  context.subscriptions.push(
    watcher,
    watcher.onDidCreate(() => client ?? restart()),
    watcher.onDidDelete(() => restart()),
    commands.registerCommand('guidepost.restart', restart),
    workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration('guidepost') ? restart() : undefined)),
  );
  await start();
}

async function deactivate() {
  const stopping = client;
  client = undefined;
  await stopping?.stop();
}

async function restart() {
  await deactivate();
  await start();
}

async function start() {
  if (!(await isWanted())) return;
  const starting = new LanguageClient('guidepost', 'guidepost', serverOptions(), {
    documentSelector: [{ scheme: 'file', language: 'markdown' }],
  });
  client = starting;
  try {
    await starting.start();
  } catch (error) {
    client = undefined;
    const reason = error instanceof Error ? error.message : String(error);
    window.showErrorMessage(`guidepost: ${reason}. Install it with "npm install --save-dev guidepost", or set guidepost.path.`);
  }
}

async function isWanted() {
  const enable = workspace.getConfiguration('guidepost').get('enable');
  if (enable !== 'auto') return enable === 'always';
  return installed() !== undefined || (await workspace.findFiles(configs, '**/node_modules/**', 1)).length > 0;
}

/** The workspace's own guidepost, so that everyone who works on it has the same version. */
function installed() {
  return (workspace.workspaceFolders ?? [])
    .map(({ uri }) => join(uri.fsPath, 'node_modules/guidepost/bin/guidepost.js'))
    .find((path) => existsSync(path));
}

function serverOptions() {
  const settings = workspace.getConfiguration('guidepost');
  const args = ['lsp', ...settings.get('arguments')];
  const path = settings.get('path') || installed();
  if (path?.endsWith('.js')) return { module: path, args, transport: TransportKind.stdio };
  // Programs that npm installs are scripts on Windows, which only a shell can run.
  const options = { shell: process.platform === 'win32' };
  return { command: path || 'guidepost', args, options, transport: TransportKind.stdio };
}

module.exports = { activate, deactivate };
