import { countries } from "../text/countries.ts";
import type { Cell, Known } from "./known.ts";
import { QUALIFIERS } from "./qualifiers.ts";
import { didYouMean } from "./suggest.ts";
import type { FactValue, Field, Problem } from "./types.ts";

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
  const wrong = (code: string, message: string, hint: string, column = cell.column): Problem => ({
    ...cell,
    code,
    column,
    message,
    received: value.text,
    hint,
  });
  const { qualifier = cell.column, unit = cell.column } = field.columns ?? {};
  const problems: Problem[] = [];
  const number = value.number ?? 0;
  if (Math.abs(number) > LARGEST || (value.high ?? 0) > LARGEST)
    problems.push(
      wrong("number-range", `${value.text} is too large to be meant`, "check the number of zeros"),
    );
  // A thing that is always counted in one unit (people, cameras) is a whole number from zero on.
  if (field.unit !== undefined && (number < 0 || !Number.isInteger(number)))
    problems.push(
      wrong(
        "number-range",
        `${value.text} is no count of ${field.unit}s`,
        "write a whole number, zero or more",
      ),
    );
  if (value.qualifier !== "" && !(QUALIFIERS as readonly string[]).includes(value.qualifier))
    problems.push({
      ...wrong("unknown-code", `unknown hedge ${JSON.stringify(value.qualifier)}`, "", qualifier),
      received: value.qualifier,
      expected: QUALIFIERS.join(", "),
      hint: didYouMean(value.qualifier, QUALIFIERS) ?? "use one of these, or leave it empty",
    });
  if (field.type === "money" && !/^[A-Z]{3}$/.test(value.unit))
    problems.push({
      ...wrong(
        "unknown-unit",
        `${JSON.stringify(value.unit)} is no currency`,
        "write its code, like EUR",
        unit,
      ),
      received: value.unit,
      expected: "ISO 4217 code",
    });
  if (field.type === "quantity" && value.unit === "")
    problems.push(wrong("unknown-unit", "the unit is empty", "say what is counted, in the singular", unit));
  return problems;
}
