#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { loadBundle } from '../dist/host/load-bundle.js';

const { main, nodeHost } = loadBundle(fileURLToPath(new URL('../dist/bundle/program.cjs', import.meta.url)));
process.exitCode = await main(process.argv.slice(2), nodeHost());
