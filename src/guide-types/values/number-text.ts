/** Full-width digits, signs and dashes in their plain forms, grouping commas gone, one kind of range sign: `~`. */
export function plainNumbers(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/(?<=\d)[,，](?=\d{3}(?!\d))/g, '')
    .replaceAll(/[〜～∼–—−‐‑―]|から|(?<!up )\bto\b/gu, '~')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
