#!/usr/bin/env node
// CommonJS: Node sets up what it needs for ES modules only when there is one, which takes as long as to check two guides.
const { join } = require('node:path');
const { loadBundle } = require('../dist/host/load-bundle.cjs');

const { main, nodeHost } = loadBundle(join(__dirname, '../dist/bundle/program.cjs'));
main(process.argv.slice(2), nodeHost()).then((code) => {
  process.exitCode = code;
});
