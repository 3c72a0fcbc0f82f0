import type { Codebook, CodeList, Field, Kind } from "../types.ts";

/**
 * TypeScript for the rows of the wide views that a codebook makes: one type a code list, one interface a kind, as SQL answers them.
 * What is not stated is null; sensitive fields are not in the views and so not in the types.
 */
export function recordTypes(codebook: Codebook): string {
  const lists = [...codebook.lists.values()].map(codeType);
  const kinds = [...codebook.kinds.values()].map(kind => rowType(kind));
  const header = "// Made from the codebook by `node scripts/reference.mjs`; do not edit it here.\n";
  return `${[header, ...lists, ...kinds].join("\n")}`;
}

function codeType({ id, label, codes }: CodeList): string {
  const values = [...codes.keys()].map(code => JSON.stringify(code)).join(" | ");
  return `/** ${label.en} */\nexport type ${typeName(id)} = ${values || "never"};\n`;
}

function rowType({ id, description, fields }: Kind): string {
  const rows = fields.filter(({ sensitive }) => !sensitive).flatMap(propertiesOf);
  return `/** ${description} */
export interface ${typeName(id)} {
  /** Its id, which never changes. */
  readonly id: string;
${rows.join("\n")}
  /** Ids of the sources that state it. */
  readonly sources: readonly string[];
  /** Entry of the journal that last touched it. */
  readonly seq: number;
}
`;
}

/** `product-kinds` -> `ProductKinds`. */
const typeName = (id: string) => id.replace(/(?:^|[-_])(\w)/g, (_, letter: string) => letter.toUpperCase());

function propertiesOf(field: Field): string[] {
  const line = (suffix: string, type: string, says: string) =>
    `  /** ${says} */\n  readonly ${field.id}${suffix}: ${type} | null;`;
  const says = `${field.label.en}: ${field.description}`;
  switch (field.type) {
    case "quantity":
    case "money":
      return [
        line("", "number", says),
        line("_low", "number", "Lower end of its interval."),
        line("_high", "number", "Upper end of its interval."),
        line("_unit", "string", "Its unit or currency."),
        line("_qualifier", "string", "How the source hedges it."),
      ];
    case "date":
      return [
        line("", "string", says),
        line("_start", "string", "First day that it covers, ISO 8601."),
        line("_end", "string", "Last day that it covers, ISO 8601."),
      ];
    default: {
      const value = field.type === "code" && field.list ? typeName(field.list) : "string";
      return field.many
        ? [`  /** ${says} */\n  readonly ${field.id}: readonly ${value}[];`]
        : [line("", value, says)];
    }
  }
}
