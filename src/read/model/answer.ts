import { ModelFailure } from "./client.ts";

/** A value that a model gives, with the words that it says it read it from. */
export interface RawValue {
  readonly value: string;
  readonly quote: string;
}

export interface RawRecord {
  readonly kind: string;
  readonly quote: string;
  readonly fields: Readonly<Record<string, RawValue>>;
}

export interface RawClaim {
  readonly quote: string;
  readonly value: number | null;
  readonly unit: string;
  readonly measure: string;
}

export interface RawAnswer {
  readonly records: readonly RawRecord[];
  readonly claims: readonly RawClaim[];
}

/** Items of an answer that are looked at; a model that says more has lost its way. */
const ITEMS = 200;
const FIELDS = 40;
/** Longest quote, in characters. */
const QUOTE = 2000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, ITEMS) : []);

const textOf = (value: unknown): string =>
  typeof value === "string" ? value.slice(0, QUOTE) : typeof value === "number" ? String(value) : "";

const numberOf = (value: unknown): number | null => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value.replaceAll(",", "")) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
};

function recordOf(item: unknown): RawRecord[] {
  if (!isObject(item)) return [];
  const given = isObject(item["fields"]) ? Object.entries(item["fields"]).slice(0, FIELDS) : [];
  // A field of many values may come as a list; each is a value of its own.
  const fields = given.flatMap(([id, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each, i) =>
      isObject(each)
        ? [
            [
              i === 0 ? id : `${id}#${i}`,
              { value: textOf(each["value"]), quote: textOf(each["quote"]) },
            ] as const,
          ]
        : [],
    ),
  );
  return [{ kind: textOf(item["kind"]), quote: textOf(item["quote"]), fields: Object.fromEntries(fields) }];
}

const claimOf = (item: unknown): RawClaim[] =>
  isObject(item)
    ? [
        {
          quote: textOf(item["quote"]),
          value: numberOf(item["value"]),
          unit: textOf(item["unit"]),
          measure: textOf(item["measure"]),
        },
      ]
    : [];

/** JSON, also where a model has put it between fences or words. */
function parse(content: string): unknown {
  const from = content.indexOf("{");
  const to = content.lastIndexOf("}");
  if (from < 0 || to < from) throw new ModelFailure("broken-answer", "it answered in words and not in JSON");
  try {
    return JSON.parse(content.slice(from, to + 1));
  } catch {
    throw new ModelFailure("broken-answer", "its JSON is broken");
  }
}

/** A model's answer in the form that was asked for; whatever else is in it is left out. Throws `ModelFailure`. */
export function parseAnswer(content: string): RawAnswer {
  const value = parse(content);
  if (!isObject(value)) throw new ModelFailure("broken-answer", "its JSON is no object");
  return {
    records: listOf(value["records"]).flatMap(recordOf),
    claims: listOf(value["claims"]).flatMap(claimOf),
  };
}
