import type { UnreadableReason } from '../find/read-source.ts';
import type { SchemaNode } from '../model.ts';

const text = { type: 'string' } satisfies SchemaNode;
const count = { type: 'integer', minimum: 0 } satisfies SchemaNode;
const severity = { enum: ['error', 'warning'] } satisfies SchemaNode;

function object(properties: Readonly<Record<string, SchemaNode>>, ...optional: readonly string[]): SchemaNode {
  return { type: 'object', properties, required: Object.keys(properties).filter((key) => !optional.includes(key)) };
}

function list(items: SchemaNode): SchemaNode {
  return { type: 'array', items };
}

const number = { type: 'integer', minimum: 1 } satisfies SchemaNode;
const position = object({ line: number, column: number, offset: count, characterColumn: number }, 'characterColumn');
const range = object({ start: position, end: position });
const edit = object({ range: object({ start: count, end: count }), text });
const fix = object({ kind: { enum: ['safe', 'unsafe'] }, title: text, edits: list(edit) });
const related = list(object({ message: text, range }));
const problem = object({ path: text, rule: text, severity, message: text, range, related, fix }, 'related', 'fix');

const setting = object(
  { severity: { enum: ['off', 'warn', 'error'] }, severityFrom: text, optionsFrom: text },
  'severity',
);
const reasons = {
  missing: true,
  denied: true,
  'not-a-file': true,
  binary: true,
  encoding: true,
  io: true,
  'too-large': true,
  'too-slow': true,
  bug: true,
  outside: true,
} satisfies Record<UnreadableReason, true>;

/** What the report of a shard looks like: it may come from somebody else, and what it says is printed. */
export const shardReportSchema: SchemaNode = object(
  {
    guidepost: text,
    shard: object({ index: number, of: { type: 'integer', minimum: 1, maximum: 9999 } }),
    locale: { enum: ['en', 'ja'] },
    baseline: text,
    types: list(object({ name: text, schema: { type: 'object' } })),
    settings: list(list({ type: 'array', prefixItems: [text, setting], minItems: 2, maxItems: 2 })),
    guides: list(
      object({
        path: text,
        text,
        bom: { type: 'boolean' },
        type: count,
        fit: object({ told: { type: 'boolean' }, isGood: { type: 'boolean' }, found: count, wanted: count }),
        settings: count,
        problems: list(problem),
        facts: { type: 'object' },
      }),
    ),
    unreadable: list(
      object({ path: text, reason: { enum: Object.keys(reasons) }, detail: text, offset: count }, 'offset'),
    ),
  },
  'baseline',
);
