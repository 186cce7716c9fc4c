import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctNames, foldedName, safeName } from '../src/writers/output-names.ts';

describe('a name that content gives', () => {
  it.each([
    ['../../etc/passwd', '-..-etc-passwd'],
    ['/etc/passwd', '-etc-passwd'],
    ['C:\\Windows', 'C--Windows'],
    ['..', 'guide'],
    ['', 'guide'],
    ['.hidden', 'hidden'],
    ['a\u0000b\nc', 'a-b-c'],
    ['a\u202eb\u2066c\u061cd\u200be\u2028f', 'a-b-c-d-e-f'],
    ['CON', '_CON'],
    ['nul.tar', '_nul.tar'],
    ['com¹', '_com¹'],
    ['aux .txt', '_aux .txt'],
    ['CONOUT$', '_CONOUT$'],
    ['console', 'console'],
    ['a. . ', 'a'],
    ['%2e%2e%2fpasswd', '%2e%2e%2fpasswd'],
    ['👩\u200d🌾', '👩\u200d🌾'],
    ['__proto__', '__proto__'],
  ])('%j is %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('is never a way out, a hidden file or too long, whatever it is, and safe already when it is taken again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeName(name);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
        expect(safe).not.toMatch(/[/\\\u0000-\u001f]|^\.|^$/);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(201);
        expect(safeName(safe)).toBe(safe);
      }),
    );
  });
});

describe('names that some file system takes for one', () => {
  it.each([
    [
      ['a', 'A'],
      ['a', 'A-2'],
    ],
    [
      ['が', 'か\u3099'],
      ['が', 'か\u3099-2'],
    ],
    [
      ['straße', 'STRASSE'],
      ['straße', 'STRASSE-2'],
    ],
    [
      ['ſ', 's'],
      ['ſ', 's-2'],
    ],
    [
      ['ς', 'Σ', 'σ'],
      ['ς', 'Σ-2', 'σ-3'],
    ],
    [
      ['\u212a', 'k'],
      ['\u212a', 'k-2'],
    ],
    [
      ['a\u200d', 'a'],
      ['a\u200d', 'a-2'],
    ],
    [
      ['ﬁ', 'FI'],
      ['ﬁ', 'FI-2'],
    ],
    [
      ['a', 'a-2', 'A'],
      ['a', 'a-2', 'A-3'],
    ],
    [
      ['__proto__', 'constructor', '__PROTO__'],
      ['__proto__', 'constructor', '__PROTO__-2'],
    ],
  ])('%j become %j', (names, distinct) => {
    expect(distinctNames(names)).toEqual(distinct);
  });

  it('whatever they are, all become different', () => {
    const letter = fc.constantFrom('a', 'A', 'ß', 'S', 's', 'ſ', 'が', 'か\u3099', '\u200d', '-', '2');
    fc.assert(
      fc.property(fc.array(fc.string({ unit: letter, maxLength: 4 }), { maxLength: 12 }), (names) => {
        const folded = distinctNames(names.map(safeName)).map(foldedName);
        expect(new Set(folded).size).toBe(names.length);
      }),
    );
  });
});
