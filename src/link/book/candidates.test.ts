import { expect, test } from "vitest";
import type { Field, FieldType, Kind } from "../../codebook/types.ts";
import { randomFrom } from "../random.ts";
import { candidatesOf } from "./candidates.ts";
import type { WideRow } from "./fields.ts";
import { modelOf } from "./model.ts";
import { proposeEvents } from "./propose-events.ts";

const field = (id: string, type: FieldType, many = false): Field => ({
  id,
  type,
  label: { en: id },
  description: "",
  required: false,
  many,
  sensitive: false,
});

const course: Kind = {
  id: "course",
  label: { en: "course" },
  plural: { en: "courses" },
  description: "",
  fields: [
    field("day", "date"),
    field("guests", "country", true),
    field("host", "text"),
    field("people", "quantity"),
  ],
  name: { en: "" },
  sentence: { en: "" },
  identify: ["day", "guests", "host", "people"],
  cited: false,
  sourced: true,
};

const COUNTRIES = "KAZ KGZ UZB TJK TKM MNG VNM LAO KHM THA MMR PHL".split(" ");

/** So many courses in thirty years, and a second report of the first ones under another name of the host. */
function courses(count: number, second: number): WideRow[] {
  const random = randomFrom(3);
  const pick = (most: number) => Math.floor(random() * most);
  const made = Array.from({ length: count }, (_, at) => {
    const day = `${1990 + pick(30)}-0${1 + pick(9)}-1${pick(10)}`;
    const people = 10 + pick(500);
    return {
      id: `c${at}`,
      sources: [`s${at}`],
      day,
      day_start: day,
      day_end: day,
      guests: [COUNTRIES[pick(12)]!, COUNTRIES[pick(12)]!],
      host: `academy ${pick(count / 10)} of ${COUNTRIES[pick(12)]}`,
      people,
      people_low: people,
      people_high: people,
      people_unit: "person",
    };
  });
  const again = made.slice(0, second).map(row => ({ ...row, id: `${row.id}x`, sources: [`${row.id}x`] }));
  return [...made, ...again].sort((a, b) => (a.id < b.id ? -1 : 1));
}

test("of a kind with more records than can all be compared, those that share values of several fields are", () => {
  const rows = courses(6000, 60);
  const model = modelOf(course, rows);
  const { pairs, compared, rule } = candidatesOf(model, 20_000);
  const list = [...pairs].map(([a, b]) => `${a} ${b}`);
  expect(rule).toMatch(/^records that share values of two fields or more with fewer than \d+ others$/);
  expect(compared).toBe(list.length);
  expect(compared).toBeLessThanOrEqual(20_000);
  expect(new Set(list).size).toBe(list.length);
  for (const [a, b] of candidatesOf(model, 20_000).pairs) expect(a).toBeLessThan(b);
  const { joined } = proposeEvents(course, rows, { threshold: 0.9 });
  const found = joined.filter(({ records: [a, b] }) => `${a}x` === b || `${b}x` === a);
  expect(found.length).toBeGreaterThanOrEqual(58);
  expect(joined.length - found.length).toBeLessThanOrEqual(2);
});

test("the pairs are bounded even where every record shares everything with one other", () => {
  const model = modelOf(course, courses(3000, 3000));
  const { compared, leftOut } = candidatesOf(model, 1000);
  expect(compared).toBeLessThanOrEqual(1000);
  expect(leftOut).toBeGreaterThan(0);
  expect(candidatesOf(model, 1e9)).toMatchObject({ rule: "every record with every other", leftOut: 0 });
});
