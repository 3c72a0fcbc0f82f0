import { expect, test } from "vitest";
import { countries } from "../../text/index.ts";
import { WORLD_POINTS, WORLD_SHAPES, WORLD_SIZE } from "./world.data.ts";
import { classesOf, classOf, WorldMap } from "./world-map.tsx";

test("every country of ISO 3166 can be seen, as a shape or as a point inside the drawing", () => {
  // Nobody lives there: Antarctica is cut off, the others are in no data of countries.
  const empty = ["ATA", "BVT", "UMI"];
  const missing = countries
    .map(({ code }) => code)
    .filter(code => !(code in WORLD_SHAPES) && !(code in WORLD_POINTS));
  expect(missing.filter(code => !empty.includes(code))).toEqual([]);
  for (const [x, y] of Object.values(WORLD_POINTS)) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(WORLD_SIZE.width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(WORLD_SIZE.height);
  }
});

test("the small states of the Pacific are points", () => {
  for (const code of ["SLB", "VUT", "FJI", "WSM", "TON", "KIR", "TUV", "NRU", "FSM", "MHL", "PLW"])
    expect(WORLD_POINTS[code], code).toBeDefined();
});

test("classes are few, cover every count and end at the largest", () => {
  expect(classesOf([1, 2, 13])).toEqual([
    { from: 1, to: 1 },
    { from: 2, to: 3 },
    { from: 4, to: 9 },
    { from: 10, to: 13 },
  ]);
  expect(classesOf([])).toEqual([]);
  const classes = classesOf([400]);
  expect(classes.at(-1)).toEqual({ from: 30, to: 400 });
  expect([0, 1, 3, 4, 30, 400].map(count => classOf(count, classes))).toEqual([0, 1, 2, 3, 5, 5]);
});

test("a country without a record is never called zero", () => {
  const data = { kind: "k", kindPlural: "Trainings", field: "f", fieldLabel: "Recipients", unplaced: 2 };
  const html = String(
    WorldMap({ data: { ...data, values: [{ code: "SLB", name: "Solomon Islands", count: 3 }] }, id: "m" }),
  );
  expect(html).toContain("Solomon Islands: at least 3");
  expect(html).toContain("no record here");
  expect(html).toContain("2 records name no country");
  expect(html).not.toMatch(/: (at least )?0\b/);
});
