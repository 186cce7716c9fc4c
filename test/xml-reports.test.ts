import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { XmlDocument, type XmlElement, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { xmlElement } from '../src/reporters/xml.ts';
import { root } from './bind-fixture.ts';
import { guides, render, report } from './faulty-reports.ts';
import { hostilePath } from './hostile-report.ts';

/** The elements of that name, as an XML parser sees them. */
function elements(text: string, name: string): { attributes: Record<string, string>; content: string }[] {
  const document = XmlDocument.fromString(text);
  const found = document.find(`//${name}`).map((node) => {
    const { attrs, content } = node as XmlElement;
    return { attributes: Object.fromEntries(attrs.map((attribute) => [attribute.name, attribute.value])), content };
  });
  document.dispose();
  return found;
}

/** What of the hostile texts XML cannot hold is shown instead. */
const inXml = (text: string) => text.replaceAll('\u001b', '␛').replaceAll('\u0000', '␀');

describe('XML', () => {
  it('gives a parser any text back that XML can hold', () => {
    const possible = fc
      .string({ unit: 'binary' })
      .filter((text) => !/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text));
    fc.assert(
      fc.property(possible, (text) => {
        expect(elements(xmlElement('a', { b: text }), 'a')[0]?.attributes.b).toBe(text);
      }),
    );
  });

  it('is well-formed for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(elements(xmlElement('a', { b: `${text}\ud800` }), 'a')).toHaveLength(1);
      }),
    );
  });
});

describe('checkstyle', () => {
  it('parses, and names files and messages as they are', () => {
    const text = render('checkstyle');
    expect(elements(text, 'file').map(({ attributes }) => attributes.name)).toEqual([
      inXml(hostilePath),
      'guides/良い.md',
      'b.md',
    ]);
    const [first, second] = elements(text, 'error').map(({ attributes }) => attributes);
    expect(first).toMatchObject({ line: '3', severity: 'error', source: 'guidepost.no-broken-emphasis' });
    expect(first?.message).toContain(
      '「a"b\'c<script>alert(1)</script>&amp;]]>␊::error file=x::y␍␊##[error]z%0A%25,:[x](1)`|␉␛[31m␀\\u{d83d}\\u{202e}',
    );
    expect(second?.message).toContain('👩‍🌾𠮷」');
    expect(elements(text, 'error')).toHaveLength(5);
  });

  it('parses what the program prints', async () => {
    expect(elements(await report('checkstyle'), 'file').map(({ attributes }) => attributes.name)).toEqual(
      Object.keys(guides).sort(),
    );
  });
});

describe('junit', () => {
  const errorsOf = (text: string): string => {
    const schema = XmlDocument.fromString(readFileSync(join(root, 'test/schemas/jenkins-junit.xsd'), 'utf8'));
    const validator = XsdValidator.fromDoc(schema);
    const document = XmlDocument.fromString(text);
    try {
      validator.validate(document);
      return '';
    } catch (error) {
      return String(error);
    } finally {
      for (const owned of [document, validator, schema]) owned.dispose();
    }
  };

  it('is valid against the schema of Jenkins', async () => {
    expect(errorsOf(await report('junit'))).toBe('');
    expect(errorsOf(render('junit'))).toBe('');
    expect(errorsOf(render('junit', []))).toBe('');
    expect(errorsOf(render('junit').replace(' tests=', ' test='))).toContain('test');
  });

  it('parses, with counts that agree with the exit code: warnings pass, and what cannot be read is an error', () => {
    const text = render('junit');
    expect(elements(text, 'testsuites')[0]?.attributes).toMatchObject({ tests: '6', failures: '2', errors: '1' });
    expect(elements(text, 'testsuite').map(({ attributes }) => attributes.name)).toEqual([
      inXml(hostilePath),
      'guides/良い.md',
      'b.md',
    ]);
    expect(elements(text, 'failure').map(({ attributes }) => attributes.type)).toEqual([
      'no-broken-emphasis',
      'section-present',
    ]);
    expect(elements(text, 'error').map(({ attributes }) => attributes.message)).toEqual(['読めません']);
    expect(elements(text, 'system-out')).toHaveLength(2);
  });

  it('shows the line, and names tests alike until their text changes', () => {
    const text = render('junit');
    expect(elements(text, 'failure')[0]?.content).toContain('**年収 **は');
    const names = elements(text, 'testcase').map(({ attributes }) => attributes.name ?? '');
    expect(new Set(names).size).toBe(names.length);
    expect(names[3]).toBe(`${names[2]} (2)`);
  });
});
