import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { ruleDocs } from '../src/docs/rule-docs.ts';
import { rules } from '../src/rules/index.ts';

const folder = new URL('../docs/rules/', import.meta.url);

/** Writes docs/rules anew; pages of rules that are gone go too. */
export function generateRuleDocs(): void {
  const files = ruleDocs(rules);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(new URL(name, folder));
  for (const [name, text] of files) writeFileSync(new URL(name, folder), text);
}
