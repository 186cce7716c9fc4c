import { toString as textOf } from 'mdast-util-to-string';
import type { GuideCard } from './guide-card.ts';
import { categoryIn } from './page-facts.ts';

/** What a search on the list of guides looks at: title, description, facts and chapters, in the form that is compared. */
export function searchText({ title, name, heading, facts, language, guide }: GuideCard): string {
  const chapters = guide.document.tree.children.flatMap((node) => (node.type === 'heading' ? textOf(node) : []));
  const values = facts.others.flatMap((fact) => (fact.refersTo === undefined ? fact.values : []));
  const texts = [
    title,
    name,
    heading,
    facts.description ?? '',
    facts.category ?? '',
    categoryIn(language, facts) ?? '',
    facts.slug ?? '',
    ...values,
    ...chapters,
  ];
  const words = texts
    .join(' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, hiragana);
  return [...new Set(words.split(/\s+/))].join(' ').trim();
}

/** The kana in its other script, so that `クスリ` finds `くすり`. */
const hiragana = (katakana: string): string => String.fromCharCode(katakana.charCodeAt(0) - 0x60);
