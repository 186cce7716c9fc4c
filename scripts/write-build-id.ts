import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What tells this build from others: caches of another one are not read. */
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const hash = createHash('sha256');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => /\.c?js$/.test(file));
for (const file of files.sort()) hash.update(file).update(readFileSync(join(dist, file)));
writeFileSync(join(dist, 'build-id.txt'), hash.digest('hex').slice(0, 16));
