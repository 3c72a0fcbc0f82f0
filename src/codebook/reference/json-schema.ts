import { countries } from "../../text/places/countries.ts";
import { QUALIFIERS } from "../facts/qualifiers.ts";
import type { Codebook, Field, Kind } from "../types.ts";

/** A JSON Schema (draft 2020-12), as far as the codebook needs it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * The schema of one record of a kind as JSON: `id`, the fields (lists where a field is `many`), beside a quantity its upper
 * end, hedge and unit, and `sources`. Sensitive fields are part of it; whoever publishes data leaves them out.
 */
export function jsonSchema(codebook: Codebook, kindId: string): JsonSchema {
  const kind = codebook.kinds.get(kindId);
  if (!kind) throw new RangeError(`unknown kind: ${kindId}`);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:custodes:${codebook.id}:${codebook.version}:${kind.id}`,
    title: kind.label.en,
    description: kind.description,
    type: "object",
    properties: propertiesOf(codebook, kind),
    required: [
      "id",
      ...kind.fields.filter(field => field.required).map(field => field.id),
      ...sourcesOf(kind),
    ],
    additionalProperties: false,
  };
}

const ID = { type: "string", pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$" };

function sourcesOf(kind: Kind): string[] {
  return kind.sourced && !kind.cited ? ["sources"] : [];
}

function propertiesOf(codebook: Codebook, kind: Kind): JsonSchema {
  const fields = kind.fields.flatMap(field => [
    [field.id, withLabel(field, listed(field, valueSchema(codebook, field)))],
    ...sideProperties(field.columns ?? {}),
  ]);
  const sources = {
    type: "array",
    items: ID,
    minItems: 1,
    description: "Ids of the sources that state the record.",
  };
  return Object.fromEntries([["id", ID], ...fields, ...sourcesOf(kind).map(name => [name, sources])]);
}

function listed(field: Field, schema: JsonSchema): JsonSchema {
  return field.many ? { type: "array", items: schema } : schema;
}

function withLabel(field: Field, schema: JsonSchema): JsonSchema {
  return { title: field.label.en, description: field.description, ...schema };
}

function sideProperties({ high, qualifier, unit }: NonNullable<Field["columns"]>): [string, JsonSchema][] {
  const properties: [string, JsonSchema][] = [];
  if (high) properties.push([high, { type: "number", description: "Upper end of a stated interval." }]);
  if (qualifier)
    properties.push([qualifier, { enum: [...QUALIFIERS], description: "How the number is hedged." }]);
  if (unit)
    properties.push([unit, { type: "string", minLength: 1, description: "Unit, or ISO 4217 currency." }]);
  return properties;
}

const codes = countries.map(country => country.code);

/** Schema of one value by the type of its field. */
function valueSchema(codebook: Codebook, field: Field): JsonSchema {
  switch (field.type) {
    case "text":
    case "place":
      return { type: "string", minLength: 1 };
    case "date":
      return {
        type: "string",
        pattern: "^[0-9X/.?~%-]+$",
        $comment: "EDTF level 1: 2019, 2019-05, 2019-05-14",
      };
    case "code":
      return { enum: [...(codebook.lists.get(field.list ?? "")?.codes.keys() ?? [])] };
    case "country":
      return { enum: codes };
    case "measure":
      return { enum: [...codebook.measures.keys()] };
    case "entity":
    case "link":
      return field.states ? { anyOf: [ID, { enum: codes }] } : ID;
    case "quantity":
      return field.unit ? { type: "integer", minimum: 0, $comment: field.unit } : { type: "number" };
    case "money":
      return { type: "number" };
  }
}
