// What a linter in Node.js cannot go below: each guide is read, parsed by the native parser, and each node of its tree is
// visited once.
// Usage: node bench/parse-only.js FILE|FOLDER
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { markdownToMdast } from 'satteri';

const [path] = process.argv.slice(2);
const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
let units = 0;
for (const file of files) visit(markdownToMdast(readFileSync(file, 'utf8'), { features: { frontmatter: false } }));
process.stdout.write(`${units} units of text\n`);

function visit({ type, children = [], position }) {
  if (type === 'text') units += position.end.offset - position.start.offset;
  for (const child of children) visit(child);
}
