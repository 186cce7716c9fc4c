import type { Definition, Image } from 'mdast';
import { decodedAddress } from '../decoded-address.ts';
import { frontMatterFields } from '../guide-types/front-matter-fields.ts';
import { rangeOf } from '../guide-types/scope.ts';
import { valueAt } from '../guide-types/value-at.ts';
import type { Guide, Range, SchemaNode } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
import { nodesOf } from './nodes-of.ts';
import { defineRule } from './rule.ts';

const type = {
  type: 'object',
  properties: { thumbnail: { type: 'string', 'x-file': 'image', 'x-source': { frontMatter: 'thumbnail' } } },
} satisfies SchemaNode;

/** What the config may set. */
interface Options {
  /** Folders, from the working folder, that an address like `/img/light.png` may count from; none: nothing is checked. */
  readonly roots?: readonly string[];
}

interface Messages {
  missing(p: { address: string; roots: string; near: string | undefined }): string;
}

const roots = { roots: ['public'] };

/** The images that a guide shows are there. */
export const imageExists = defineRule<Messages, Options>({
  id: 'image-exists',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'Each image that a guide shows is there',
      why: 'A page with a missing image looks broken, on cards and in search results too. The rule does nothing until `roots` names the folders that images lie in.',
    },
    ja: {
      summary: 'ガイドで使う画像ファイルが実際にある',
      why: '画像がないと、ページだけでなく一覧や検索結果でも表示が崩れます。画像を置くフォルダーを `roots` に書くと調べるようになります。',
    },
  },
  messages: {
    en: {
      missing: ({ address, roots, near }) =>
        `There is no image "${address}" in ${roots}; ${near ? `did you mean "${near}"?` : 'add the file or correct the address'}`,
    },
    ja: {
      missing: ({ address, roots, near }) =>
        `画像「${address}」が ${roots} にありません。${near ? `「${near}」のことではありませんか` : '画像を置くか、書かれた場所を直してください'}`,
    },
  },
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { roots: { type: 'array', items: { type: 'string', minLength: 1 } } },
    },
    defaults: { roots: [] },
  },
  folders: ({ roots = [] }) => roots,
  examples: {
    accept: [
      { type, options: roots, files: ['public/img/light.png'], guide: '---\nthumbnail: /img/light.png?v=2\n---\n' },
      { type, options: roots, files: [], guide: '---\nthumbnail: https://example.com/light.png\n---\n' },
      { type, guide: '---\nthumbnail: /img/light.png\n---\n' },
      {
        options: roots,
        files: ['public/a.png', 'guides/lamp.png'],
        path: 'guides/en/a.md',
        guide: '![](../lamp.png)\n',
      },
      { options: roots, files: [], guide: 'See the [map][].\n\n[map]: img/map.svg\n' },
    ],
    reject: [
      {
        type,
        options: roots,
        files: ['public/img/light.png'],
        guide: '---\nthumbnail: /img/Light.png\n---\n',
        marks: '/img/Light.png',
      },
      {
        type,
        options: roots,
        files: [],
        guide: '---json\n{ "thumbnail": "/img/fog.png" }\n---\n',
        marks: '"/img/fog.png"',
      },
      { options: roots, files: [], guide: '# 灯台\n\n![岬の灯台](img/cape.png "夕方")\n', marks: 'img/cape.png' },
      {
        options: roots,
        files: [],
        guide: '# 灯台\n\n![岬の灯台][cape]\n\n[cape]: img/cape.png "夕方"\n',
        marks: 'img/cape.png',
      },
    ],
  },
  *check(guide, { say, options: { roots = [] }, files }) {
    if (!files || roots.length === 0) return;
    const folder = guide.document.source.path.replace(/[^/]*$/, '');
    for (const { address, range } of imagesOf(guide)) {
      const written = address.replace(/[?#].*$/, '');
      if (written === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) continue;
      // Browsers ask for `a%20b.png` as `a b.png`.
      const path = decodedAddress(written);
      const folders = path.startsWith('/') ? roots : [folder, ...roots];
      const wanted = folders.flatMap((root) => [joined(root, path), joined(root, written)]);
      if (wanted.some((file) => files.has(file) || files.has(file.normalize('NFD')))) continue;
      const near = nearestName(
        path,
        [...files].flatMap((file) => addressOf(file, roots)),
      );
      yield { range, message: say.missing({ address, roots: roots.join(', '), near }) };
    }
  },
});

function* imagesOf(guide: Guide): Generator<{ address: string; range: Range }> {
  for (const { pointer, node } of frontMatterFields(guide.type)) {
    const address = valueAt(guide.value, pointer);
    const place = guide.places.get(pointer);
    if (node['x-file'] === 'image' && typeof address === 'string' && place) yield { address, range: place.range };
  }
  const { document } = guide;
  const { text } = document.source;
  for (const { node } of nodesOf(document, 'image')) {
    const written = text.slice(rangeOf(node).start, rangeOf(node).end);
    const at = Math.max(written.lastIndexOf(`(${node.url}`), written.lastIndexOf(`(<${node.url}`) + 1);
    yield { address: node.url, range: addressIn(node, at > 0 ? at + 1 : -1) };
  }
  const referred = new Set(nodesOf(document, 'imageReference').map(({ node }) => node.identifier));
  for (const { node } of nodesOf(document, 'definition')) {
    // Of several definitions the first one counts.
    if (!referred.delete(node.identifier)) continue;
    const written = text.slice(rangeOf(node).start, rangeOf(node).end);
    yield { address: node.url, range: addressIn(node, written.indexOf(node.url, written.indexOf(']:') + 2)) };
  }
}

/** The address, which stands at an offset within its node; all of the node where it is not written as it is read. */
function addressIn(node: Image | Definition, at: number): Range {
  const { start, end } = rangeOf(node);
  return at < 0 ? { start, end } : { start: start + at, end: start + at + node.url.length };
}

/** The path of a file from the working folder, without `.` and `..`. */
function joined(folder: string, path: string): string {
  const steps: string[] = [];
  for (const step of `${folder}/${path}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/').normalize('NFC');
}

function addressOf(file: string, roots: readonly string[]): string[] {
  return roots
    .map((root) => joined(root, ''))
    .flatMap((root) => (file.startsWith(`${root}/`) ? file.slice(root.length) : []));
}
