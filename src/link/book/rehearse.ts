import type { Field, Kind } from "../../codebook/types.ts";
import { randomFrom } from "../random.ts";
import type { WideRow } from "./fields.ts";
import { type ProposeOptions, proposeEvents, THRESHOLDS } from "./propose-events.ts";

/** What a rule would do with a second report of every record. All shares are between 0 and 1. */
export interface Rehearsal {
  readonly records: number;
  readonly seed: number;
  readonly rows: readonly {
    readonly threshold: number;
    /** Second reports that are joined to their own record. */
    readonly found: number;
    /** Pairs joined that are two records or reports of two records. */
    readonly wrong: number;
    readonly precision: number;
    readonly recall: number;
  }[];
}

/** How a second report differs; set with care, and printed with the result. */
const KEPT = 0.85;
const MISTAKEN = 0.02;
const COARSER = 0.4;
const HEDGED = 0.4;
const SHORTENED = 0.4;

export const REHEARSAL_METHOD =
  `made-up second reports: a field is told again in ${100 * KEPT}% of cases, in ${100 * MISTAKEN}% of them wrongly (the value of another record); ` +
  `${100 * COARSER}% of the dates lose the day or the month, ${100 * HEDGED}% of the numbers are rounded and hedged, ${100 * SHORTENED}% of lists, names and texts lose a part`;

/**
 * Tries the rule of a kind on a book that tells everything twice: for each record a report that another source could have written, with fields
 * missing, coarser, hedged, shortened, and now and then wrong. A simulation with known truth; it is as good as its assumptions, which are
 * `REHEARSAL_METHOD`.
 */
export function rehearse(
  kind: Kind,
  rows: readonly WideRow[],
  { seed = 1, judged }: { seed?: number } & Pick<ProposeOptions, "judged"> = {},
): Rehearsal {
  const random = randomFrom(seed);
  const second = rows.map(row => retold(kind, row, { rows, random }));
  // What is common is counted on the book alone: a book in which everything stands twice has no rare values.
  const { joined } = proposeEvents(kind, [...rows, ...second], {
    threshold: THRESHOLDS[0],
    most: 0,
    judged,
    counted: rows.length,
  });
  const own = (id: string) => id.replace(SECOND, "");
  return {
    records: rows.length,
    seed,
    rows: THRESHOLDS.map(threshold => {
      const above = joined.filter(({ probability }) => probability >= threshold);
      const found = above.filter(({ records: [a, b] }) => own(a) === own(b)).length;
      return {
        threshold,
        found,
        wrong: above.length - found,
        precision: above.length > 0 ? found / above.length : 1,
        recall: rows.length > 0 ? found / rows.length : 1,
      };
    }),
  };
}

/** Ends the id of a second report; no id of a record holds a space. */
const SECOND = " again";

interface Chance {
  readonly rows: readonly WideRow[];
  readonly random: () => number;
}

function retold(kind: Kind, row: WideRow, chance: Chance): WideRow {
  const made: Record<string, unknown> = { id: `${row["id"]}${SECOND}`, sources: [`${row["id"]}${SECOND}`] };
  for (const field of kind.fields) {
    if (field.sensitive || chance.random() > KEPT) continue;
    const mistaken = chance.random() < MISTAKEN;
    const from = mistaken ? chance.rows[Math.floor(chance.random() * chance.rows.length)]! : row;
    Object.assign(made, retoldField(field, from, chance.random));
  }
  return made;
}

/** The columns of one field as another source may give them. */
function retoldField(field: Field, row: WideRow, random: () => number): Record<string, unknown> {
  const { id, type, many } = field;
  const value = row[id];
  if (value === null || value === undefined) return {};
  if (type === "date") return retoldDate(id, String(value), row, random() < COARSER ? random() : null);
  if (type === "quantity" || type === "money") return retoldNumber(id, row, random);
  if (many && Array.isArray(value)) {
    const short = value.length > 1 && random() < SHORTENED;
    return { [id]: short ? value.filter(() => random() < 0.6) : value };
  }
  if (type !== "text" && type !== "place") return { [id]: value };
  const words = String(value).split(" ");
  const short = words.length > 2 && random() < SHORTENED;
  return {
    [id]: short ? words.slice(0, Math.max(2, words.length - 1 - Math.floor(random() * 2))).join(" ") : value,
  };
}

function retoldDate(
  id: string,
  written: string,
  row: WideRow,
  coarser: number | null,
): Record<string, unknown> {
  const parts = written.split("-");
  if (coarser === null || parts.length < 2 || !/^\d{4}(-\d\d)*$/.test(written))
    return { [id]: written, [`${id}_start`]: row[`${id}_start`], [`${id}_end`]: row[`${id}_end`] };
  const kept = parts.slice(0, coarser < 0.5 ? parts.length - 1 : 1);
  const [year, month] = kept.map(Number) as [number, number?];
  const last = month === undefined ? Date.UTC(year, 12, 0) : Date.UTC(year, month, 0);
  return {
    [id]: kept.join("-"),
    [`${id}_start`]: month === undefined ? `${year}-01-01` : `${kept.join("-")}-01`,
    [`${id}_end`]: new Date(last).toISOString().slice(0, 10),
  };
}

function retoldNumber(id: string, row: WideRow, random: () => number): Record<string, unknown> {
  const columns = ["", "_low", "_high", "_unit", "_qualifier"].map(suffix => `${id}${suffix}`);
  const same = Object.fromEntries(columns.map(column => [column, row[column]]));
  const value = row[id] as number;
  if (random() >= HEDGED) return same;
  const rounded = Number(value.toPrecision(1));
  return {
    ...same,
    [id]: rounded,
    [`${id}_qualifier`]: rounded > value ? "nearly" : rounded < value ? "over" : "about",
  };
}
