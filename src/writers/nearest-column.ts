import { nearestName } from '../nearest-name.ts';

/** The dotted column that was most likely meant: one that ends in the name as a whole part, else the nearest in spelling. */
export function nearestColumn(name: string, columns: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const lastPart = (column: string): string => column.slice(column.lastIndexOf('.') + 1);
  const nearestPart = nearestName(name, columns.map(lastPart));
  return (
    columns.find((column) => column.toLowerCase().endsWith(`.${wanted}`)) ??
    nearestName(name, columns) ??
    columns.find((column) => lastPart(column) === nearestPart)
  );
}
