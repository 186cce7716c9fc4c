import { visible } from './visible-text.ts';

/** What XML 1.0 cannot hold, not even escaped. */
const impossible = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** Marks of XML, characters without a shape, and what a CI log obeys: `::`, `##[` and `##vso[`. */
const special = /[&<>"'\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|:(?=:)|#(?=#[a-zA-Z]*\[)/gu;

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Text for an element or a quoted attribute; a parser gives it back, save for what XML cannot hold, which is shown as `␀`. */
function xmlText(text: string): string {
  return text.replace(impossible, visible).replace(special, (character) => `&#${character.codePointAt(0)};`);
}

/** An element on lines of its own; `content` is XML already. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly string[] = [],
): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  if (content.length === 0) return `<${name}${list.join('')}/>\n`;
  return `<${name}${list.join('')}>\n${content.join('')}</${name}>\n`;
}

/** An element that holds lines of text and nothing else. */
export function xmlLines(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  lines: readonly string[],
): string {
  return xmlElement(name, attributes, [`${lines.map(xmlText).join('\n')}\n`]);
}
