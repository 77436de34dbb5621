import { describe, expect, it } from 'vitest';
import { readSchemas } from '../scripts/published-lock.ts';

type Node = Record<string, unknown>;

const allowed = new Set(
  (
    '$schema $id $defs $ref title description type properties required additionalProperties items enum const oneOf ' +
    'discriminator minLength maxLength pattern format minimum maximum minItems maxItems uniqueItems minProperties maxProperties'
  ).split(' '),
);

const schemas = await readSchemas();

describe('schema lint', () => {
  it.each([...schemas])('%s keeps to the restricted subset', (_file, schema) => {
    expect(faults(schema as Node)).toEqual([]);
  });

  it.each([
    ['a keyword outside the subset', { type: 'integer', not: {} }, 'keyword not'],
    ['a $ref with company', { $ref: '#/x', description: 'x' }, '$ref has company'],
    ['an open object', { type: 'object', properties: {} }, 'object is open'],
    [
      'a map without a limit',
      { type: 'object', additionalProperties: { type: 'integer' } },
      'object is open',
    ],
    ['an unbounded string', { type: 'string' }, 'string is unbounded'],
    ['a pattern that bounds nothing', { type: 'string', pattern: '^a+$' }, 'string is unbounded'],
    ['an unbounded array', { type: 'array', items: { $ref: '#/x' } }, 'array is unbounded'],
    ['a nested quantifier', { type: 'string', maxLength: 9, pattern: '^(a+)*$' }, 'pattern is not linear'],
    [
      'overlapping alternatives',
      { type: 'string', maxLength: 9, pattern: '^(a|ab)+$' },
      'pattern is not linear',
    ],
    ['a definition without description', { $defs: { Word: { type: 'integer' } } }, 'Word has no description'],
  ])('finds %s', (_name, schema, fault) => {
    expect(faults(schema).join()).toContain(fault);
  });
});

function faults(node: Node, at = ''): string[] {
  const own = [
    ...Object.keys(node).flatMap((key) => (allowed.has(key) ? [] : [`keyword ${key}`])),
    ...('$ref' in node && Object.keys(node).length > 1 ? ['$ref has company'] : []),
    ...(node['type'] === 'object' && !('oneOf' in node) && !isClosed(node) ? ['object is open'] : []),
    ...(node['type'] === 'string' && !isBounded(node) ? ['string is unbounded'] : []),
    ...(node['type'] === 'array' && typeof node['maxItems'] !== 'number' ? ['array is unbounded'] : []),
    ...('pattern' in node && !isLinear(String(node['pattern'])) ? ['pattern is not linear'] : []),
    ...entries(node['$defs']).flatMap(([name, definition]) =>
      definition['description'] ? [] : [`${name} has no description`],
    ),
  ].map((fault) => `${at}: ${fault}`);
  const children: [string, Node][] = [
    ...entries(node['properties']),
    ...entries(node['$defs']),
    ...entries({ items: node['items'], additionalProperties: node['additionalProperties'] }),
    ...entries(node['oneOf']),
  ];
  return [...own, ...children.flatMap(([name, child]) => faults(child, `${at}/${name}`))];
}

function entries(value: unknown): [string, Node][] {
  return Object.entries(value ?? {}).filter(
    (pair): pair is [string, Node] => typeof pair[1] === 'object' && pair[1] !== null,
  );
}

/** Nothing beyond its properties; or a map of bounded size. */
function isClosed(node: Node): boolean {
  if (node['additionalProperties'] === false) return true;
  return typeof node['additionalProperties'] === 'object' && typeof node['maxProperties'] === 'number';
}

function isBounded(node: Node): boolean {
  if (['maxLength', 'enum', 'const', 'format'].some((keyword) => keyword in node)) return true;
  const pattern = node['pattern'];
  return (
    typeof pattern === 'string' && /^\^.*\$$/.test(pattern) && !/[*+]|\{\d+,\}/.test(withoutClasses(pattern))
  );
}

/** No unlimited repetition of a group that repeats without limit or chooses inside. */
function isLinear(pattern: string): boolean {
  return !/\([^)]*(?:[*+|]|\{\d+,\})[^)]*\)(?:[*+]|\{\d+,)/.test(withoutClasses(pattern));
}

function withoutClasses(pattern: string): string {
  return pattern.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x');
}
