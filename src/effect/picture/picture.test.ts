import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { frameOf } from "../data/frame.ts";
import { scatterPicture } from "./binned-scatter.ts";
import { binnedMeans } from "./bins.ts";
import { coefficientPicture } from "./coefficients.ts";
import { eventDomain, eventStudiesPicture, eventStudyPicture } from "./event-study.ts";
import { inlineSvg, type Picture, standaloneSvg } from "./svg.ts";
import { timingPicture } from "./timing.ts";

const drawn = (picture: Picture) => parseHTML(inlineSvg(picture, "p")).document;
const numbersIn = (picture: Picture) =>
  [...standaloneSvg(picture).matchAll(/ (?:d|x|y|cx|cy|r|width|height)="([^"]*)"/g)].map(match => match[1]!);

const point = (at: number, estimate: number) => ({ at, estimate, low: estimate - 1, high: estimate + 1 });
const SERIES = {
  label: `A & B <script>"x"`,
  points: [point(-9, 4), point(-2, 0.2), { ...point(0, 1), band: [-0.5, 2.5] as const }, point(1, 2)],
};

test("an event study draws the window, says what lies outside, and escapes its words", () => {
  const picture = eventStudyPicture(SERIES, { window: [-5, 5] });
  const svg = drawn(picture);
  expect(svg.querySelectorAll("circle")).toHaveLength(3);
  expect(svg.querySelectorAll(".before circle")).toHaveLength(1);
  expect(svg.querySelectorAll(".band")).toHaveLength(1);
  expect(picture.description).toContain("1 lie outside");
  expect(standaloneSvg(picture)).not.toContain("<script");
  expect(svg.querySelector(".head")!.textContent).toBe(SERIES.label);
});

test("estimators beside one another share one axis, and those without estimates are left out", () => {
  const small = { label: "small", points: [point(0, 0.1)] };
  const domain = eventDomain([SERIES, small], [-5, 5]);
  expect(domain[0]).toBeLessThan(-0.9);
  expect(domain[1]).toBeGreaterThan(3);
  const picture = eventStudiesPicture([SERIES, small, { label: "none", points: [] }], { window: [-5, 5] });
  const zeros = [...drawn(picture).querySelectorAll(".zero")].map(line => line.getAttribute("d"));
  expect(zeros).toHaveLength(2);
  expect(zeros[0]).toBe(zeros[1]);
});

test("below estimators beside one another stands what lines and boxes are, where there are any", () => {
  const text = (all: Parameters<typeof eventStudiesPicture>[0]) =>
    drawn(eventStudiesPicture(all)).documentElement!.textContent;
  expect(text([SERIES])).toMatch(/Lines: the interval of one period; boxes: a band for all periods together/);
  expect(text([{ label: "plain", points: [point(0, 0.1)] }])).toMatch(/Lines: the interval of one period\./);
  expect(text([{ label: "none", points: [] }])).not.toMatch(/Lines/);
});

test("no picture holds a coordinate that is not a number", () => {
  const bins = binnedMeans(frameOf({ x: [1, 2, 2, 3, 4, 5, 6, 7], y: [0, 1, 0, 1, 1, 0, 1, 1] }), {
    x: "x",
    y: "y",
    bins: 4,
  });
  const pictures = [
    eventStudyPicture({
      label: "open",
      points: [{ at: 0, estimate: 1, low: Number.NaN, high: Number.POSITIVE_INFINITY }],
    }),
    eventStudyPicture({ label: "empty", points: [] }),
    coefficientPicture([
      { label: "a", estimate: Number.NaN, low: 0, high: 1 },
      { label: "b", estimate: 1, low: Number.NaN, high: 1 },
    ]),
    scatterPicture(bins, { xLabel: "x", yLabel: "y" }),
    timingPicture(
      [
        { label: "a", first: 2003 },
        { label: "b", first: null },
      ],
      { from: 2000, to: 2010 },
    ),
  ];
  for (const picture of pictures)
    for (const text of numbersIn(picture)) expect(text).not.toMatch(/NaN|Infinity|undefined/);
});

test("the timing of a treatment is in the order of first times, with the never treated counted", () => {
  const rows = [
    { label: "Late", first: 2008, marks: [2008] },
    { label: "Early", first: 2003, marks: [2003, 2003, 2007, 1990] },
    { label: "After the end", first: 2030 },
    { label: "Never", first: null },
  ];
  const svg = drawn(timingPicture(rows, { from: 2000, to: 2010 }));
  const words = [...svg.querySelectorAll("text")].map(node => node.textContent);
  expect(words.indexOf("Early")).toBeLessThan(words.indexOf("Late"));
  expect(words).toContain("2 more without a record in these years");
  expect(svg.querySelectorAll(".mark")).toHaveLength(3);
});

test("bins hold as many rows each, ties stay together, and a share keeps to 0 and 1", () => {
  const x = Array.from({ length: 40 }, (_, i) => Math.floor(i / 3));
  const y = x.map(value => Number(value > 11));
  const bins = binnedMeans(frameOf({ x, y }), { x: "x", y: "y", bins: 8 });
  expect(bins.reduce((sum, { rows }) => sum + rows, 0)).toBe(40);
  const edges = bins.map(bin => bin.x);
  expect([...edges].sort((a, b) => a - b)).toEqual(edges);
  for (const { low, high } of bins) {
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
    expect(high).toBeGreaterThan(low);
  }
  expect(binnedMeans(frameOf({ x, y }), { x: "x", y: "y", bins: 2, subset: "x < 6" })[1]!.rows).toBe(9);
});
