// Guides of the size of real ones, made of the fixtures: each has the front matter and chapters of one fixture, and in
// each chapter also what two others of its type say there.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const fixtures = fileURLToPath(new URL('../fixtures/guides', import.meta.url));

/** Writes so many guides into a folder, each under a name and slug of its own; returns their bytes together. */
export function makeGuides(folder, count) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const families = readdirSync(fixtures)
    .sort()
    .map((type) =>
      readdirSync(join(fixtures, type))
        .sort()
        .map((name) => readFixture(join(fixtures, type, name))),
    );
  const originals = families.flatMap((family) => family.map((fixture, index) => grown(fixture, family, index)));
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const { slug, text } = originals[index % originals.length];
    const name = `guide_${String(index).padStart(4, '0')}`;
    const own = text.replaceAll(slug, name);
    writeFileSync(join(folder, `${name}.md`), own);
    bytes += Buffer.byteLength(own);
  }
  return bytes;
}

function readFixture(path) {
  const [head, ...chapters] = readFileSync(path, 'utf8').split(/^(?=## )/m);
  return { slug: basename(path, '.md'), head, chapters };
}

function grown({ slug, head, chapters }, family, index) {
  const others = [1, 2].map((step) => family[(index + step) % family.length]);
  const grownChapters = chapters.map((chapter, place) => {
    const more = others.map((other) => (other.chapters[place] ?? '').replace(/^.*\n/, '').replaceAll(/^# .*$/gm, ''));
    return [chapter, ...more].map((part) => part.trimEnd()).join('\n\n');
  });
  return { slug, text: `${[head.trimEnd(), ...grownChapters].join('\n\n')}\n` };
}
