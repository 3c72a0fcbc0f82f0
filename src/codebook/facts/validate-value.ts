import { countries } from "../../text/places/countries.ts";
import { didYouMean } from "../suggest.ts";
import type { FactValue, Field, Problem } from "../types.ts";
import type { Cell, Known } from "./known.ts";
import { QUALIFIERS } from "./qualifiers.ts";

/** Above this a number is a slip of the keyboard; it is also where whole numbers are no longer exact in binary. */
const LARGEST = Number.MAX_SAFE_INTEGER;

interface Context {
  readonly known: Known;
  readonly cell: Cell;
}

/** What is wrong with one value: a reference that leads nowhere, a number out of range, an unknown hedge or unit. */
export function valueProblems(value: FactValue, field: Field, { known, cell }: Context): Problem[] {
  switch (field.type) {
    case "country":
      return unknownCountry(value.text, cell, known);
    case "code":
      return unknownCode(value.text, field, { known, cell });
    case "measure":
      return unknown(value.text, known.codebook.measures, {
        ...cell,
        code: "unknown-measure",
        what: "measure",
      });
    case "entity":
    case "link":
      return unknownRecord(value.text, field, { known, cell });
    case "quantity":
    case "money":
      return numberProblems(value, field, cell);
    default:
      return [];
  }
}

/** The problem of a text that is no country code; a country's English name is told its code. */
export function unknownCountry(text: string, cell: Cell, { countries: codes }: Known): Problem[] {
  if (codes.has(text)) return [];
  const named = NAMES.get(text.toLowerCase());
  const about = { ...cell, code: "unknown-country", what: "country", expected: "ISO 3166-1 alpha-3" };
  const problems = unknown(text, codes, about);
  return named === undefined ? problems : problems.map(problem => ({ ...problem, hint: `write ${named}` }));
}

const english = new Intl.DisplayNames("en", { type: "region" });
const NAMES = new Map(
  countries.map(({ code, alpha2 }) => [(english.of(alpha2) ?? code).toLowerCase(), code]),
);

/** The problem of a text that is not among the known ones, with the nearest of them. */
export function unknown(
  text: string,
  known: { has(key: string): boolean; keys(): Iterable<string> },
  { what, ...about }: Cell & { code: string; what: string; expected?: string },
): Problem[] {
  if (known.has(text)) return [];
  const hint = didYouMean(text, known.keys()) ?? `look up the ${what} in docs/reference/codebook.md`;
  return [{ ...about, message: `unknown ${what} ${JSON.stringify(text)}`, received: text, hint }];
}

function unknownCode(text: string, field: Field, { known, cell }: Context): Problem[] {
  const list = known.codebook.lists.get(field.list ?? "");
  if (!list || list.codes.has(text)) return [];
  const codes = [...list.codes.keys()];
  return [
    {
      ...cell,
      code: "unknown-code",
      message: `unknown code ${JSON.stringify(text)}`,
      expected: codes.length > 12 ? `a code of the list ${list.id}` : codes.join(", "),
      received: text,
      hint: didYouMean(text, codes) ?? "use one of these, or add a code to the list",
    },
  ];
}

function unknownRecord(text: string, field: Field, { known, cell }: Context): Problem[] {
  const ids = known.ids.get(field.of ?? "") ?? new Set<string>();
  if (ids.has(text) || known.torn.has(field.of ?? "")) return [];
  const looksLikeState = field.states === true && /^[A-Z]{3}$/.test(text);
  if (looksLikeState) return unknownCountry(text, cell, known);
  return [
    {
      ...cell,
      code: "unknown-record",
      message: `no ${field.of} has the id ${JSON.stringify(text)}`,
      received: text,
      hint: didYouMean(text, ids) ?? `add it to the file of the kind ${field.of} first`,
    },
  ];
}

function numberProblems(value: FactValue, field: Field, cell: Cell): Problem[] {
  return [
    ...rangeProblems(value, field, cell),
    ...hedgeProblems(value.qualifier, { ...cell, column: field.columns?.qualifier ?? cell.column }),
    ...unitProblems(value.unit, field, { ...cell, column: field.columns?.unit ?? cell.column }),
  ];
}

function rangeProblems({ text, number, high }: FactValue, field: Field, cell: Cell): Problem[] {
  const wrong = { ...cell, code: "number-range", received: text };
  const value = number ?? 0;
  if (Math.abs(value) > LARGEST || (high ?? 0) > LARGEST)
    return [{ ...wrong, message: `${text} is too large to be meant`, hint: "check the number of zeros" }];
  // A thing that is always counted in one unit (people, cameras) is a whole number from zero on.
  if (field.unit === undefined || (value >= 0 && Number.isInteger(value))) return [];
  const message = `${text} is no count of ${field.unit}s`;
  return [{ ...wrong, message, hint: "write a whole number, zero or more" }];
}

function hedgeProblems(qualifier: string, cell: Cell): Problem[] {
  if (qualifier === "" || (QUALIFIERS as readonly string[]).includes(qualifier)) return [];
  const message = `unknown hedge ${JSON.stringify(qualifier)}`;
  const hint = didYouMean(qualifier, QUALIFIERS) ?? "use one of these, or leave it empty";
  return [
    { ...cell, code: "unknown-code", message, expected: QUALIFIERS.join(", "), received: qualifier, hint },
  ];
}

function unitProblems(unit: string, { type }: Field, cell: Cell): Problem[] {
  const wrong = { ...cell, code: "unknown-unit", received: unit };
  if (type === "money" && !/^[A-Z]{3}$/.test(unit)) {
    const message = `${JSON.stringify(unit)} is no currency`;
    return [{ ...wrong, message, expected: "ISO 4217 code", hint: "write its code, like EUR" }];
  }
  if (type !== "quantity" || unit !== "") return [];
  return [{ ...wrong, message: "the unit is empty", hint: "say what is counted, in the singular" }];
}
