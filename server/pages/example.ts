/** The part of a JSON Schema that an example is made from. */
export interface JsonSchema {
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
}

/** A value of the shape a schema describes: its own example where it gives one, else something plain. */
export function exampleOf(schema: JsonSchema, definitions = schema.$defs ?? {}, depth = 0): unknown {
  const given = schema.example ?? schema.examples?.[0] ?? schema.const ?? schema.default ?? schema.enum?.[0];
  if (given !== undefined || depth > 8) return given ?? null;
  if (schema.$ref) return exampleOf(definitions[schema.$ref.replace('#/$defs/', '')] ?? {}, definitions, depth + 1);
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return exampleOf(first, definitions, depth + 1);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, definitions, depth + 1)));
  switch ((Array.isArray(schema.type) ? schema.type[0] : schema.type) ?? 'string') {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => [
          name,
          exampleOf(property, definitions, depth + 1),
        ]),
      );
    case 'array':
      return schema.items ? [exampleOf(schema.items, definitions, depth + 1)] : [];
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return '…';
  }
}
