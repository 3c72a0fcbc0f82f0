import { expect, test } from "vitest";
import type { Field, FieldType, Kind } from "../../codebook/types.ts";
import type { WideRow } from "./fields.ts";
import { modelOf } from "./model.ts";
import { explainRecords, proposeEvents } from "./propose-events.ts";
import { labellingSheet } from "./sheet.ts";

const field = (id: string, type: FieldType, more: Partial<Field> = {}): Field => ({
  id,
  type,
  label: { en: id },
  description: "",
  required: false,
  many: false,
  sensitive: false,
  ...more,
});

const kindOf = (...fields: Field[]): Kind => ({
  id: "visit",
  label: { en: "visit" },
  plural: { en: "visits" },
  description: "",
  fields,
  name: { en: "" },
  sentence: { en: "" },
  identify: fields.map(({ id }) => id),
  cited: false,
  sourced: true,
});

const visits = kindOf(
  field("guests", "country", { many: true }),
  field("day", "date"),
  field("people", "quantity"),
  field("house", "text"),
);

/** Forty visits that have little in common, and what a test adds. */
function rows(...more: Record<string, unknown>[]): WideRow[] {
  const made = Array.from({ length: 40 }, (_, at) =>
    visit(`v${at}`, { day: 2000 + at, people: 10 + 7 * at, house: `house number ${at}` }),
  );
  return [...made, ...(more as WideRow[])];
}

const visit = (
  id: string,
  {
    day,
    people,
    house,
    guests = ["KAZ"],
    hedge = "",
    source = id,
  }: {
    day: number | string;
    people: number;
    house: string;
    guests?: readonly string[];
    hedge?: string;
    source?: string;
  },
) => ({
  id,
  guests,
  day: String(day),
  day_start: typeof day === "number" ? `${day}-01-01` : day,
  day_end: typeof day === "number" ? `${day}-12-31` : day,
  people,
  people_qualifier: hedge,
  house,
  sources: [source],
});

const here = { day: "2019-05-14", people: 33, house: "police college of the north" };
const joined = (...more: Record<string, unknown>[]) =>
  proposeEvents(visits, rows(...more), { threshold: 0.9 }).joined.map(({ records }) => records.join(" "));

test("two reports of one visit are joined, dates and hedged numbers compared as intervals", () => {
  expect(joined(visit("a", here), visit("b", { ...here, day: 2019, people: 34, hedge: "about" }))).toEqual([
    "a b",
  ]);
});

test("a date, a number or guests that cannot be the same keep two records apart and say so", () => {
  for (const [other, reason] of [
    [{ ...here, day: "2018-05-14" }, "day contradicts"],
    [{ ...here, people: 80 }, "people contradicts"],
    [{ ...here, guests: ["UZB"] }, "guests contradicts"],
  ] as const) {
    const all = rows(visit("a", here), visit("b", other));
    expect(explainRecords(visits, all, ["a", "b"])?.against).toContain(reason);
    expect(proposeEvents(visits, all, { threshold: 0.5 }).joined).toEqual([]);
  }
});

test("a source that tells of both tells them apart", () => {
  const all = rows(visit("a", here), visit("b", { ...here, source: "a" }));
  const { joined: done, near } = proposeEvents(visits, all, { threshold: 0.5 });
  expect([done, near[0]?.against]).toEqual([[], ["a tells of both"]]);
});

test("what somebody has decided on is not proposed again", () => {
  const all = rows(visit("a", here), visit("b", here));
  const decided = new Set(['["a","b"]']);
  expect(proposeEvents(visits, all, { threshold: 0.95, decided }).joined).toEqual([]);
});

test("the evidence sums up to the weight, and the rarer the value the more it says", () => {
  const all = rows(visit("a", here), visit("b", here));
  const pair = explainRecords(visits, all, ["a", "b"])!;
  const before = Math.log2(0.05 / 41 / (1 - 0.05 / 41));
  expect(pair.weight).toBeCloseTo(before + pair.evidence.reduce((sum, { weight }) => sum + weight, 0), 9);
  const guests = pair.evidence.find(({ field: name }) => name === "guests")!;
  const house = pair.evidence.find(({ field: name }) => name === "house")!;
  expect(house.weight).toBeGreaterThan(guests.weight + 3);
  expect(explainRecords(visits, all, ["a", "nobody"])).toBeNull();
});

const companies = kindOf(
  field("name", "text"),
  field("aliases", "text", { many: true }),
  field("home", "country"),
);

test("names in two scripts meet through aliases", () => {
  const company = (id: string, name: string, aliases: string[]) => ({
    id,
    name,
    aliases,
    home: "CHN",
    sources: [id],
  });
  const all = [
    ...Array.from({ length: 30 }, (_, at) =>
      company(`c${at}`, `maker ${"abcdefghijklmnopqrstuvwxyzäöüß"[at]!.repeat(5)}`, []),
    ),
    company("x", "海康威视", []),
    company("y", "Hikvision", ["Hangzhou Hikvision", "海康威视"]),
  ];
  const pair = explainRecords(companies, all, ["x", "y"])!;
  expect(pair.evidence[0]).toMatchObject({ field: "name / aliases", level: "equal" });
});

test("sensitive fields are neither compared nor shown", () => {
  const kind = kindOf(
    field("guests", "country", { many: true }),
    field("house", "text", { sensitive: true }),
    field("day", "date"),
  );
  const pair = explainRecords(kind, rows(visit("a", here), visit("b", here)), ["a", "b"])!;
  expect(pair.evidence.map(({ field: name }) => name)).toEqual(["guests", "day"]);
});

test("a sheet for labelling shows values and no score, the same one for the same seed", () => {
  const all = rows(visit("a", here), visit("b", here), visit("c", { ...here, people: 34, hedge: "about" }));
  const model = modelOf(visits, all);
  const { csv: sheet, fewer } = labellingSheet(model, 2);
  expect(labellingSheet(model, 2).csv).toBe(sheet);
  expect(fewer).toBeNull();
  const [header, ...lines] = sheet.trimEnd().split("\r\n");
  expect(header).toBe(
    "a,b,guests of a,guests of b,day of a,day of b,people of a,people of b,house of a,house of b,same",
  );
  expect(lines).toHaveLength(2);
  expect(sheet).not.toMatch(/0\.\d/);
});

test("a sheet of fewer pairs than were asked for says how many there are and why", () => {
  const model = modelOf(visits, rows(visit("a", here), visit("b", here)));
  const sheet = labellingSheet(model, 50);
  expect([sheet.asked, sheet.pairs, sheet.possible]).toEqual([50, 1, 1]);
  expect(sheet.csv.trimEnd().split("\r\n")).toHaveLength(2);
  expect(sheet.fewer).toBe(
    "the sheet holds 1 pair, not 50: no more come into question (1 joined, 0 near); any other two records are less than 5% likely to be one",
  );
});
