import type { List, Nodes } from 'mdast';
import { rangeOf } from '../guide-types/scope.ts';
import type { Document } from '../model.ts';
import { type FoundNode, nodesOf } from './nodes-of.ts';
import { defineRule } from './rule.ts';

interface Bullet {
  readonly marker: string;
  readonly offset: number;
  /** How many lists it stands in. */
  readonly depth: number;
  readonly isSafe: boolean;
}

/** The bullets of a file have one marker, or one at each depth. */
export const consistentBulletMarker = defineRule({
  id: 'consistent-bullet-marker',
  severity: 'warning',
  fix: 'safe',
  docs: {
    en: {
      summary: 'All bullets of a guide are written with the same marker',
      why: 'Readers see the same dot for `-`, `*` and `+`, but whoever edits the file does not know which to go on with, and a change of marker within a list splits it in two. Another marker for nested bullets is fine when it is the same throughout.',
    },
    ja: {
      summary: '箇条書きの記号が一つのガイドの中でそろっている',
      why: '「-」「*」「+」は画面では同じ黒丸になりますが、混ざっていると、次に直す人がどれで続ければよいか迷います。一つの箇条書きの途中で記号が変わると、そこで二つに分かれてしまいます。入れ子の項目だけ別の記号にするのは、全体でそろっていればかまいません。',
    },
  },
  messages: {
    en: {
      mixed: (p: { before: string; after: string; beforeCount: number; afterCount: number; wanted: string }) =>
        `The bullets change from "${p.before}" (${p.beforeCount}) to "${p.after}" (${p.afterCount}) here; write all of them with "${p.wanted}"`,
      other: (p: { marker: string; wanted: string }) => `"${p.marker}" instead of "${p.wanted}"`,
      fix: (p: { wanted: string }) => `Write all bullets with "${p.wanted}"`,
    },
    ja: {
      mixed: (p) =>
        `箇条書きの記号が、ここで「${p.before}」（${p.beforeCount}か所）から「${p.after}」（${p.afterCount}か所）に変わっています。「${p.wanted}」にそろえてください`,
      other: (p) => `「${p.wanted}」ではなく「${p.marker}」です`,
      fix: (p) => `箇条書きの記号を「${p.wanted}」にそろえる`,
    },
  },
  examples: {
    accept: [
      { guide: '- Water\n- Salt\n\n1. Boil\n2. Stir\n\n- Serve\n' },
      { guide: '* 工具\n  - スパナ\n  - 六角レンチ\n* 部品\n  - チェーン\n' },
      { guide: '- 部品\n\n```\n* 箇条書きではない\n```\n\n***\n\n*斜体*で始まる文。\n' },
    ],
    reject: [
      { guide: '- Water\n- Salt\n- Rice\n\nThen:\n\n* Serve\n', marks: '*' },
      { guide: '* 工具\n\n## 部品\n\n-   **チェーン:** 前と後ろをつなぐ\n-   **ペダル:** 足で踏む\n', marks: '-' },
      { guide: '- スパナ\n* レンチ\n- ドライバー\n- ハンマー\n' },
    ],
  },
  *check({ document }, { say }) {
    if (!hasSeveralMarkers(document)) return;
    const bullets = bulletsOf(document);
    const [first] = bullets;
    const change = bullets.find(({ marker }) => marker !== first?.marker);
    if (!first || !change || isByDepth(bullets)) return;
    const counts = new Map<string, number>();
    for (const { marker } of bullets) counts.set(marker, (counts.get(marker) ?? 0) + 1);
    const [wanted = first.marker] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    const others = bullets.filter(({ marker }) => marker !== wanted);
    const edits = others.map(({ offset }) => ({ range: { start: offset, end: offset + 1 }, text: wanted }));
    yield {
      range: { start: change.offset, end: change.offset + 1 },
      message: say.mixed({
        before: first.marker,
        after: change.marker,
        beforeCount: counts.get(first.marker) ?? 0,
        afterCount: counts.get(change.marker) ?? 0,
        wanted,
      }),
      related: others
        .filter((bullet) => bullet !== change)
        .map(({ offset, marker }) => ({
          range: { start: offset, end: offset + 1 },
          message: say.other({ marker, wanted }),
        })),
      ...(others.every(({ isSafe }) => isSafe) && { fix: { kind: 'safe', title: say.fix({ wanted }), edits } }),
    };
  },
});

/** Most guides have one; then nothing else of the bullets matters. */
function hasSeveralMarkers(document: Document): boolean {
  const { text } = document.source;
  let first: string | undefined;
  for (const { node } of nodesOf(document, 'list')) {
    if (node.ordered) continue;
    for (const item of node.children) {
      const marker = text[item.position?.start.offset ?? 0];
      first ??= marker;
      if (marker !== first) return true;
    }
  }
  return false;
}

function bulletsOf(document: Document): Bullet[] {
  return nodesOf(document, 'list')
    .filter(({ node }) => !node.ordered)
    .flatMap((list) => bulletsOfList(list, document.source.text))
    .sort((a, b) => a.offset - b.offset);
}

function bulletsOfList(list: FoundNode<List>, text: string): Bullet[] {
  let depth = 0;
  for (let { up } = list; up; up = up.up) if (up.node.type === 'list') depth++;
  const mayJoin = siblingsOf(list).every((sibling) => !isSetApart(list.node, sibling, text));
  return list.node.children.map((item) => {
    const offset = rangeOf(item).start;
    const first = item.children[0];
    // What begins with another marker would be read as a rule or as a list in a list.
    const isSafe = mayJoin && first !== undefined && first.type !== 'list' && first.type !== 'thematicBreak';
    return { marker: text[offset] ?? '', offset, depth, isSafe };
  });
}

function siblingsOf({ up, index }: FoundNode<List>): Nodes[] {
  const all: readonly Nodes[] = up?.node.children ?? [];
  return [all[index - 1], all[index + 1]].flatMap((node) => node ?? []);
}

/** True for two lists that only their markers keep apart, with an empty line between: two lists are meant. */
function isSetApart(list: List, sibling: Nodes, text: string): boolean {
  if (sibling.type !== 'list' || sibling.ordered) return false;
  const [a, b] = [rangeOf(list), rangeOf(sibling)];
  return /\n[ \t>]*\r?\n/.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)));
}

function isByDepth(bullets: readonly Bullet[]): boolean {
  const markers = new Map<number, string>();
  for (const { depth, marker } of bullets) {
    if ((markers.get(depth) ?? marker) !== marker) return false;
    markers.set(depth, marker);
  }
  return true;
}
