import { commandMark } from './inert-log.ts';

const steering = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/**
 * JSON that is only text to whatever prints it: what a terminal, a bidirectional text or a CI log would obey stands in
 * escapes, which parse to the same value.
 */
export function inertJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replaceAll(commandMark, '#\\u0023').replace(steering, escaped);
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
