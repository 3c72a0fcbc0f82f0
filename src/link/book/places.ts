import type { Field } from "../../codebook/types.ts";
import { distanceKm, locateAnywhere, locatePlace, type Point } from "../../text/index.ts";
import { normalise } from "../compare/normalise.ts";
import { nameLevel } from "../names/organisations.ts";
import type { Comparer, Reader } from "./comparers.ts";
import type { WideRow } from "./fields.ts";

/** A named place as it is compared: its point, where the gazetteer knows it. */
interface Named {
  readonly name: string;
  readonly point: Point | null;
}

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === "string" && one.trim() !== "",
  );

/** Countries that tell which Santiago is meant: those of the fields of that type, first to last. */
const countriesOf = (row: WideRow, fields: readonly Field[]) =>
  fields.flatMap(({ id, type }) => (type === "country" ? textsOf(row[id]) : []));

function locate(name: string, countries: readonly string[]): Point | null {
  for (const country of countries) {
    const point = locatePlace(name, country);
    if (point) return point;
  }
  return countries.length === 0 ? locateAnywhere(name) : null;
}

/** Known by its point, two spellings of a place are one item: blocking and equality go by it. */
const itemOf = ({ name, point }: Named) =>
  point ? `${point.country} ${point.precision} ${point.name}` : normalise(name);

const covers = (wide: Point, narrow: Point) =>
  wide.country === narrow.country &&
  (wide.precision === "country" || (wide.precision === "region" && wide.name === narrow.region));

function levelOf(a: Named, b: Named, near: number): number {
  if (itemOf(a) === itemOf(b))
    return (a.point?.partly || b.point?.partly) && normalise(a.name) !== normalise(b.name) ? 2 : 3;
  if (a.point && b.point) {
    if (covers(a.point, b.point) || covers(b.point, a.point)) return 2;
    return distanceKm(a.point, b.point) <= near ? 1 : 0;
  }
  const names = nameLevel(a.name, b.name);
  return names >= 3 ? 3 : names === 2 ? 2 : 0;
}

/**
 * Places by where they are: the same town under any of its names, one place in the other, or within so many kilometres. A place that the
 * gazetteer does not know is compared by its name.
 */
export const place: Comparer = {
  meanings: ({ near }) => ["elsewhere", `within ${near} km`, "one lies in the other", "the same place"],
  read: (row, { fields }: Reader) => {
    const countries = countriesOf(row, fields);
    const names = fields.flatMap(({ id, type }) => (type === "country" ? [] : textsOf(row[id])));
    const named = [...new Set(names)].map(name => ({ name, point: locate(name, countries) }));
    if (named.length === 0) return null;
    const items = named.map(itemOf);
    return { text: names.join("; "), items, low: Number.NaN, high: Number.NaN, named };
  },
  compare: (a, b, { near }) => {
    let best = 0;
    for (const one of a.named ?? [])
      for (const other of b.named ?? []) best = Math.max(best, levelOf(one, other, near));
    return best;
  },
};
