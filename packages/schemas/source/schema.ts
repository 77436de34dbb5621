/** The JSON Schema keywords that contracts may use (the lint in `schema-lint.test.ts` holds the files to them). */
export interface Schema {
  [keyword: string]: unknown;
}

/** A property: the name of a shared definition, or a schema written in place. */
export type Property = string | Schema;

const resolve = (property: Property): Schema =>
  typeof property === 'string' ? { $ref: `common.v1.schema.json#/$defs/${property}` } : property;

/** A closed object. A `$ref` stands alone, because a sibling would duplicate the generated type. */
export function object(
  description: string,
  properties: Record<string, Property>,
  required: readonly string[] = [],
  more: Schema = {},
): Schema {
  return {
    type: 'object',
    description,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, resolve(property)]),
    ),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
    ...more,
  };
}

export function array(description: string, items: Property, more: Schema = { maxItems: 1000 }): Schema {
  return { type: 'array', description, items: resolve(items), ...more };
}

export function enumeration(description: string, values: readonly string[]): Schema {
  return { type: 'string', description, enum: values };
}
