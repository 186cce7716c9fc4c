import { createRequire } from 'node:module';
import type * as tomlModule from 'toml-eslint-parser';
import type * as yamlModule from 'yaml';
import { lazily } from '../deadline.ts';

// Most guides have JSON: only those with YAML or TOML wait for its decoder. All who need one ask here, so that work on a
// guide stops for it once, and before much is done.
const require = createRequire(import.meta.url);

export const yaml = lazily(() => require('yaml') as typeof yamlModule);

export const toml = lazily(() => require('toml-eslint-parser') as typeof tomlModule);
