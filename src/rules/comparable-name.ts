/** A guide's name in the form names are compared in: hyphens, underscores, blanks, case and full-width forms gone. */
export function comparableName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_‐-―-]/gu, '');
}
