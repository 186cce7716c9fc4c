import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import type { PageWords } from './page-words.ts';

/** A table that scrolls, has a caption, and tells which cells are headers. */
export function adaptTable(table: Element, caption: string, words: PageWords): Element {
  nameRows(table);
  const children: ElementContent[] =
    caption === ''
      ? table.children
      : [element('caption', { className: ['visually-hidden'] }, [{ type: 'text', value: caption }]), ...table.children];
  const label = caption === '' ? words.table : `${caption} – ${words.table}`;
  return element('div', { className: ['table-scroll'], role: 'group', tabIndex: 0, ariaLabel: label }, [
    { ...table, children },
  ]);
}

/** A cell with its scope, aligned without presentational attributes. */
export function adaptCell(cell: Element): ElementContent[] {
  const { align, ...rest } = cell.properties;
  const className = align === 'right' || align === 'center' ? { className: [`align-${align}`] } : {};
  const isHeader = cell.tagName === 'th' && textOf(cell).trim() !== '';
  const scope = isHeader ? { scope: 'col' } : {};
  return [{ ...cell, tagName: isHeader ? 'th' : 'td', properties: { ...rest, ...scope, ...className } }];
}

/** In a table of several columns the first cell of a row names it. */
function nameRows(table: Element): void {
  for (const row of elementsIn(table, 'tbody').flatMap((body) => elementsIn(body, 'tr'))) {
    const [first, ...others] = elementsIn(row, 'td');
    if (!first || others.length === 0 || textOf(first).trim() === '') continue;
    first.tagName = 'th';
    first.properties = { ...first.properties, scope: 'row' };
  }
}

function elementsIn(parent: Element, tagName: string): Element[] {
  return parent.children.filter((node): node is Element => node.type === 'element' && node.tagName === tagName);
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
