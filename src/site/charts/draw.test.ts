import { expect, test } from "vitest";
import { pointOf } from "./bounds.ts";
import { cumulated, rank } from "./bump.tsx";
import type { Cut } from "./cut.ts";
import { drawChart } from "./draw.ts";
import { FORMS, formFor, misfit } from "./forms.ts";
import { nounOf } from "./indicator.ts";
import { breaksOf, classWords } from "./map.tsx";
import { logarithmic, powerTicks } from "./scale.ts";
import { spread } from "./slope.tsx";

type Row = readonly [codes: string, value: number, low?: number | null, high?: number | null];

/** A cut from rows like `2019 KEN`. */
function cutOf(dimensions: string, rows: readonly Row[], counts = true): Cut {
  return {
    title: "Things",
    unit: "things",
    dimensions: dimensions.split(" ").map(id => ({ id, label: id, domain: id })),
    cells: rows.map(([codes, value, low = value, high = null]) => ({
      ...pointOf({ value, low, high }, { none: "no interval is given", open: "documented, at least" }),
      value,
      codes: codes.split(" ").map(code => (code === "-" ? "" : code)),
      words: codes.split(" ").map(code => (code === "-" ? "not stated" : code)),
      text: `at least ${value}`,
    })),
    counts,
  };
}

const DATED = cutOf("year country", [
  ["2019 KEN", 3],
  ["2020 KEN", 1],
  ["2019 FJI", 2],
  ["2021 FJI", 4],
  ["- FJI", 7],
]);

test("a form is drawn only where the dimensions carry it", () => {
  expect(FORMS.filter(form => misfit(DATED, form) === null)).toEqual([
    "dot",
    "bar",
    "multiples",
    "slope",
    "bump",
    "events",
  ]);
  expect(misfit(cutOf("country", [["KEN", 1]]), "map")).toBeNull();
  expect(misfit(cutOf("year", [["2019", 1]]), "line")).toMatch(/two years/);
  expect(formFor(DATED, null)).toBe("multiples");
  expect(formFor(cutOf("topic", [["k9", 1]]), null)).toBe("bar");
  expect(formFor(cutOf("topic", [["k9", 1, 0, 2]], false), "line")).toBe("dot");
});

test("every form says in words what it shows and what its numbers lack", () => {
  for (const form of FORMS.filter(each => misfit(DATED, each) === null)) {
    const { panels, notes } = drawChart(DATED, form);
    expect(panels.length, form).toBeGreaterThan(0);
    for (const { description } of panels) expect(description, form).toMatch(/FJI|KEN|things/);
    expect(notes.join(" "), form).toContain("documented, at least");
  }
  const map = drawChart(
    cutOf("country", [
      ["KEN", 3],
      ["-", 2],
    ]),
    "map",
  );
  expect(map.panels[0]!.description).toContain("KEN at least 3");
  expect(map.notes.join(" ")).toContain("Not on the map: not stated at least 2");
});

test("what has no year is said and not drawn as a year", () => {
  const { notes } = drawChart(DATED, "multiples");
  expect(notes.join(" ")).toContain("Without a year and not drawn: FJI: at least 7");
  expect(notes.join(" ")).toContain("not a zero");
});

test("numbers with and without an interval are told apart under the chart", () => {
  const { notes } = drawChart(
    cutOf(
      "topic",
      [
        ["a", 5, 4, 6],
        ["b", 3, 3, 3],
      ],
      false,
    ),
    "dot",
  );
  expect(notes[0]).toBe("1 number with an interval, drawn as a bar across.");
  expect(notes[1]).toBe("1 number: no interval is given.");
});

test("rows beyond those that can be read are counted", () => {
  const rows = Array.from({ length: 45 }, (_, i): Row => [`t${i}`, i + 1]);
  expect(drawChart(cutOf("topic", rows), "bar").notes).toContain("Drawn: the 30 largest of 45.");
});

test("places follow the numbers, and equal numbers keep the order they had", () => {
  const rows = [
    { name: "a", year: 2000, value: 2 },
    { name: "b", year: 2000, value: 1 },
    { name: "b", year: 2001, value: 1 },
    { name: "b", year: 2002, value: 1 },
  ];
  const places = Object.fromEntries(
    rank(cumulated(rows)).map(({ name, places }) => [name, places.map(p => p.rank)]),
  );
  expect(places).toEqual({ a: [1, 1, 2], b: [2, 2, 1] });
});

test("labels are moved apart and stay in order and in the frame", () => {
  const placed = spread([10, 11, 12, 50], 10, [0, 55]);
  expect(placed).toEqual([10, 20, 30, 50]);
  expect(Math.max(...spread([54, 55, 55], 10, [0, 55]))).toBe(55);
});

test("classes of a map cover every number at round ends", () => {
  const values = [0.02, 0.04, 0.1, 0.3, 0.9, 31];
  const breaks = breaksOf(values);
  expect(breaks.at(-1)).toBe(31);
  expect(breaks.length).toBeLessThanOrEqual(5);
  for (const value of values) expect(breaks.some(end => value <= end)).toBe(true);
  expect(classWords([1, 3, 9], true)).toEqual(["1", "2 to 3", "4 to 9"]);
  expect(breaksOf([])).toEqual([]);
});

test("a logarithmic axis gives equal ratios equal lengths", () => {
  const x = logarithmic([1, 1000], [0, 300]);
  expect([x(1), x(10), x(100), x(1000)]).toEqual([0, 100, 200, 300]);
  expect(powerTicks(1, 1000)).toEqual([1, 3, 10, 30, 100, 300, 1000]);
});

test("the words of a line with one year say it once", () => {
  const { panels } = drawChart(
    cutOf("year country", [
      ["2013 NZL", 1],
      ["2013 KEN", 2],
      ["2015 KEN", 5],
    ]),
    "multiples",
  );
  const words = panels.map(({ description }) => description);
  expect(words).toContain(
    "things: 1 in 2013, the only year with a number. The number is the least it can be.",
  );
  expect(words).toContain(
    "things: 2 in 2013, 5 in 2015, most 5 in 2015; 2 years with a number. Each number is the least it can be.",
  );
});

test("the words of a time line name each row with its group", () => {
  const cut = cutOf("recipient provider year", [
    ["FJI CHN 2011", 2],
    ["FJI CHN 2012", 1],
    ["SLB CHN 2012", 5],
  ]);
  const { panels } = drawChart(cut, "events");
  expect(panels[0]!.description).toContain("Most: SLB, CHN 5; FJI, CHN 3.");
});

test("a name that has room on a desk only has a shorter form for a telephone", () => {
  const name = "a-very-long-name-of-a-question-that-somebody-asked-in-a-survey";
  const body = String(
    drawChart(
      cutOf("question", [
        [name, 4],
        ["short", 2],
      ]),
      "dot",
    ).panels[0]!.body,
  );
  const [, long = "", short = ""] =
    /<tspan class="long">([^<]*)<.*?<tspan class="short"[^>]*>([^<]*)</s.exec(body) ?? [];
  expect(short.length).toBeGreaterThan(8);
  expect(short.length).toBeLessThan(long.length);
  expect(body.match(/class="short"/g)).toHaveLength(1);
});

test("units per something have their plural at the noun", () => {
  expect(["session per million people", "country", "index from 0 to 1"].map(nounOf)).toEqual([
    "sessions per million people",
    "countries",
    "index from 0 to 1",
  ]);
});

test("a long name takes a second line in a chart of rows, and is cut only beyond that", () => {
  const long = "a question that goes on for a good while, by an institute with a long name, 2021";
  const cut = { ...cutOf("q", [["x", 3]]), dimensions: [{ id: "q", label: "q", domain: "text" }] };
  const [named] = cut.cells;
  const { panels } = drawChart({ ...cut, cells: [{ ...named!, words: [long] }] }, "dot");
  const desk = String(panels[0]!.body).replaceAll(/<tspan class="short".*?<\/text>/g, "");
  expect(desk.replaceAll(/<[^>]*>/g, " ")).not.toContain("…");
  expect(desk).toContain("2021");
});

test("shapes that tell rows apart are explained, and the rows do not repeat them", () => {
  const cut = {
    ...cutOf(
      "voice counter",
      [
        ["own ACME", 9],
        ["others PRESS", 4],
      ],
      false,
    ),
    marks: "voice",
  };
  const { panels, notes } = drawChart(cut, "dot");
  expect(notes.join(" ")).toContain("Circle: own; square: others.");
  const shown = String(panels[0]!.body);
  expect(shown).toContain("ACME");
  expect(shown).not.toContain("own, ACME");
  // Where the shape is all there is to name a row, the row says it.
  const alone = { ...cutOf("voice", [["own", 9]], false), marks: "voice" };
  expect(String(drawChart(alone, "dot").panels[0]!.body)).toContain(">own<");
});

test("an axis of shares ends at the whole", () => {
  const rows: Row[] = [
    ["closed", 78],
    ["hybrid", 81],
  ];
  const tick = (cut: Cut) =>
    Number(/<text[^>]*x="([\d.]+)"[^>]*>100</.exec(String(drawChart(cut, "dot").panels[0]!.body))?.[1]);
  expect(tick({ ...cutOf("regime", rows, false), whole: 100 })).toBeGreaterThan(490);
  expect(tick(cutOf("regime", rows, false))).toBeNaN();
});

test("what is neither of the named ones stands after them, and what is not stated last", () => {
  const cut = cutOf("topic", [
    ["-", 9],
    ["other", 8],
    ["k9", 1],
  ]);
  const shown = String(drawChart(cut, "bar").panels[0]!.body);
  expect(shown.indexOf("k9")).toBeLessThan(shown.indexOf(">other"));
  expect(shown.indexOf(">other")).toBeLessThan(shown.indexOf("not stated"));
});

test("panels that are not drawn are named", () => {
  const many = Array.from({ length: 14 }, (_, i): Row => [`t${i} c`, 20 - i]);
  const { notes } = drawChart({ ...cutOf("topic country", many), panels: "topic" }, "multiples");
  expect(notes.join(" ")).toContain("In the table only: t12, t13.");
});
