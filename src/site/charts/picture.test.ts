import { expect, test } from "vitest";
import { pointOf } from "./bounds.ts";
import { intervalsDrawing } from "./intervals/intervals.tsx";
import { linesOf, pictureSvg } from "./picture.tsx";
import { svgToPng } from "./png.ts";
import { assetStyle, plainStyle } from "./style.ts";

const drawing = intervalsDrawing({
  id: "x",
  title: "Sessions & <forums>",
  description: "Kenya: 3 (2 to 5)",
  rows: [
    {
      name: "Kenya",
      words: "3 (2 to 5)",
      tone: "plain",
      marks: [pointOf({ value: 3, low: 2, high: 5 }, { none: "none" })],
    },
  ],
  axis: "sessions",
});
const words = {
  title: "Sessions & <forums>",
  subtitle: "sessions",
  notes: ["One number with an interval."] as const,
};
const svg = () => pictureSvg([drawing], { ...words, notes: [words.notes[0]] });

test("a picture stands alone: style inside, nothing fetched, described for those who do not see it", () => {
  const text = svg();
  expect(text).toContain('xmlns="http://www.w3.org/2000/svg"');
  expect(text).not.toMatch(/var\(|@import|url\(|href=|<script/);
  expect(text).toContain("Kenya: 3 (2 to 5)");
  expect(text).toContain("One number with an interval.");
  expect(text).toContain("Sessions &amp; &lt;forums&gt;");
});

test("every token of a chart rule is one that the pages declare", () => {
  expect(assetStyle()).toContain(".chart .bar { fill: #");
  expect(() => plainStyle(":root { --ink: #000; }", ".chart { fill: var(--nothing); }")).toThrow(/--nothing/);
});

test("long lines are broken at spaces", () => {
  expect(linesOf("one two three four", 60, 6)).toEqual(["one two", "three four"]);
});

test("a PNG has the size of its picture times the scale, with its words drawn, and the same bytes each time", async () => {
  const text = svg();
  const size = /width="(\d+)" height="([\d.]+)"/.exec(text)!;
  const png = await svgToPng(text, { scale: 2 });
  const view = new DataView(png.buffer, png.byteOffset);
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(view.getUint32(16)).toBe(2 * Number(size[1]));
  expect(view.getUint32(20)).toBe(Math.round(2 * Number(size[2])));
  expect(await svgToPng(text, { scale: 2 })).toEqual(png);
  const blank = await svgToPng(text.replace(/<text[\s\S]*?<\/text>/g, ""), { scale: 2 });
  expect(blank.length).toBeLessThan(0.8 * png.length);
});

test("a picture too large for memory is refused", async () => {
  const huge = '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="20000"/>';
  await expect(svgToPng(huge)).rejects.toThrow(/pixels/);
});
