import type { ListItem, Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { findLabels } from '../guide-types/find-labels.ts';
import { normalizeHeading } from '../guide-types/normalize-heading.ts';
import { partOf, rangeOf } from '../guide-types/scope.ts';
import type { Document, Range } from '../model.ts';
import { mayEndInLabel } from './ends-in-label.ts';
import { nodesOf } from './nodes-of.ts';

/** A list of questions and nothing else. */
export interface BareQuestionList {
  readonly label: string;
  readonly items: readonly Range[];
}

const asked = /(?:[?？]|か|ください|下さい|なさい|述べよ|せよ)[。.」』）)”"]*$/u;

/** Lists below a label such as 質問例 that hold nothing but questions. */
export function bareQuestionLists(document: Document, labels: readonly string[]): BareQuestionList[] {
  const names = namesOf(labels);
  const { text } = document.source;
  return nodesOf(document, 'list').flatMap(({ node, up, index }) => {
    const siblings: readonly Nodes[] = up?.node.children ?? [];
    const before = siblings[index - 1];
    if (before?.type !== 'paragraph' || !mayEndInLabel(before, text)) return [];
    const label = findLabels([partOf(before)], text, []).at(-1);
    if (!label || label.content.length > 0 || !label.normalized.forms.some((form) => names.has(form))) return [];
    const isBare = node.children.every((item) => item.children.length === 1);
    const questions = node.children.filter((item) => asked.test(textOf(item).trim()));
    if (!isBare || questions.length * 2 <= node.children.length) return [];
    return [{ label: label.label.text, items: node.children.map(itemText) }];
  });
}

const known = new WeakMap<readonly string[], ReadonlySet<string>>();

function namesOf(labels: readonly string[]): ReadonlySet<string> {
  const names = known.get(labels) ?? new Set(labels.flatMap((name) => normalizeHeading(name).forms));
  known.set(labels, names);
  return names;
}

function itemText(item: ListItem): Range {
  return rangeOf(item.children[0] ?? item);
}
