import type { List, ListItem, Nodes, Paragraph } from 'mdast';
import { findLabels, type Labelled } from '../guide-types/find-labels.ts';
import { partOf } from '../guide-types/scope.ts';
import type { Document, Range } from '../model.ts';
import { mayEndInLabel } from './ends-in-label.ts';
import { nodesOf } from './nodes-of.ts';
import { defineRule } from './rule.ts';

/** An item has another label than the one it stands under. */
export const noLabelInItself = defineRule({
  id: 'no-label-in-itself',
  severity: 'warning',
  fix: 'none',
  docs: {
    en: {
      summary: 'A labelled item does not stand under a label of the same name',
      why: 'Under "Action:" an item "Action:" says nothing new: usually its real name (course, practice, book) was forgotten, or the same line was written twice. Give the inner item a name of its own; where it is the only one, write its text right behind the outer label.',
    },
    ja: {
      summary: '項目名が、すぐ上の項目名と同じになっていない',
      why: '「行動:」の中にもう一度「行動:」があっても、読者には何も伝わりません。たいていは「講座」「実践」「本」など本来の項目名の付け忘れか、同じ行を二度書いたものです。内側の項目に別の名前をつけるか、項目が一つだけなら外側の項目名のあとに直接書いてください。',
    },
  },
  messages: {
    en: {
      same: (p: { label: string }) =>
        `"${p.label}" stands under "${p.label}" itself; give the inner item a name of its own, or drop it`,
      also: 'The same name here',
    },
    ja: {
      same: (p) =>
        `「${p.label}」の中にまた「${p.label}」があります。内側の項目に別の名前をつけるか、項目名を消してください`,
      also: 'ここも同じ名前です',
    },
  },
  examples: {
    accept: [
      { guide: '* **Action:**\n    * **Book:** a manual\n    * **Course:** at night\n' },
      { guide: '* **行動:** 本を読む\n* **行動:** 店で働く\n' },
      { guide: '* **目的:** 目的地までの地図を読む\n    * **目的地:** 港\n' },
    ],
    reject: [
      { guide: '* **Action:**\n    * **Book:** a manual\n    * **Action:** ask a colleague\n', marks: 'Action' },
      { guide: '-   **行動：**\n    -   **行動**：港で船を見る\n    -   **行動：** 船長に話を聞く\n' },
      { guide: '*   **行動:**\n        *   **本:** 入門書\n        *   **行動:** 港で船を見る\n', marks: '行動' },
      { guide: '**行動:**\n\n- **行動:** 港で船を見る\n' },
    ],
  },
  *check({ document }, { say }) {
    for (const { name, inner } of [...inItems(document), ...behindParagraphs(document)]) {
      const [first, ...others] = inner;
      if (!first) continue;
      yield {
        range: first,
        message: say.same({ label: name }),
        related: others.map((range) => ({ range, message: say.also })),
      };
    }
  },
});

interface Repetition {
  readonly name: string;
  /** The labels inside that repeat the outer one. */
  readonly inner: readonly Range[];
}

function inItems(document: Document): Repetition[] {
  return nodesOf(document, 'listItem').flatMap(({ node }) => {
    const [first, ...others] = node.children;
    if (first?.type !== 'paragraph') return [];
    const lists = others.filter((child) => child.type === 'list');
    // With neither another line nor a list there are no labels inside.
    if (lists.length === 0 && first.position?.start.line === first.position?.end.line) return [];
    const [own, ...swallowed] = labelsOf(first, document);
    if (!own) return [];
    return repetition(own, [...swallowed, ...lists.flatMap((list) => labelsOfItems(list, document))]);
  });
}

/** The list that a label at the end of a paragraph announces. */
function behindParagraphs(document: Document): Repetition[] {
  return nodesOf(document, 'list').flatMap(({ node, up, index }) => {
    const siblings: readonly Nodes[] = up?.node.children ?? [];
    const before = siblings[index - 1];
    if (before?.type !== 'paragraph' || up?.node.type === 'listItem') return [];
    if (!mayEndInLabel(before, document.source.text)) return [];
    const own = labelsOf(before, document).at(-1);
    return own && own.content.length === 0 ? repetition(own, labelsOfItems(node, document)) : [];
  });
}

function repetition(own: Labelled, inside: readonly Labelled[]): Repetition[] {
  const [name] = own.normalized.forms;
  const inner = inside.filter(({ normalized }) => name !== undefined && normalized.forms[0] === name);
  return inner.length > 0 ? [{ name: own.label.text, inner: inner.map(({ label }) => label.range) }] : [];
}

function labelsOfItems(list: List, document: Document): Labelled[] {
  return list.children.flatMap((item: ListItem) => {
    const first = item.children[0];
    return first?.type === 'paragraph' ? labelsOf(first, document).slice(0, 1) : [];
  });
}

/** The paragraph's own label, then those of items that it swallowed. */
function labelsOf(paragraph: Paragraph, { source: { text } }: Document): Labelled[] {
  const part = partOf(paragraph);
  const mark = text[part.range.start];
  if (mark !== '*' && mark !== '_') return [];
  const [first, ...others] = findLabels([part], text, []);
  if (first?.range.start !== part.range.start) return [];
  return [
    first,
    ...others.filter(({ range }) => /(?:[*+-]|\d[.)])[ \t]+$/.test(text.slice(range.start - 8, range.start))),
  ];
}
