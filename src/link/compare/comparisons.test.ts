import { expect, test } from "vitest";
import { codeColumn, columnFrom } from "../table/columns.ts";
import { readPosition } from "../table/prepare.ts";
import type { ComparisonType } from "./comparisons.ts";
import "./worldly-here.ts";

function levelOf(type: ComparisonType, a: string, b: string): number {
  const column = codeColumn("x", type, columnFrom([a, b]));
  const [x, y] = [column.codes[0]!, column.codes[1]!];
  expect(column.level(x, y)).toBe(column.level(y, x));
  return column.level(x, y);
}

test("texts are alike by the runs of characters that they share, in scripts with and without spaces", () => {
  const course = "a course on riot control for forty officers of the national police";
  expect(levelOf("text", course, `${course} in the capital`)).toBe(3);
  expect(levelOf("text", course, "the officers of the national police were trained in riot control")).toBe(2);
  expect(levelOf("text", course, "a gift of cameras to the ministry of trade")).toBe(0);
  expect(
    levelOf("text", "公安部为非洲国家举办执法培训班", "公安部举办非洲国家执法培训班"),
  ).toBeGreaterThanOrEqual(1);
  expect(
    levelOf("text", "обучение сотрудников полиции", "обучению сотрудника полиции"),
  ).toBeGreaterThanOrEqual(2);
  expect(levelOf("text", "abc", "ABC!")).toBe(4);
});

test("places are alike by the kilometres between them, as coordinates or as names of large towns", () => {
  expect(levelOf("place", "52.3702, 4.8952", "52.37021, 4.89525")).toBe(3);
  expect(levelOf("place", "52.37, 4.89", "52.30, 4.77")).toBe(2);
  expect(levelOf("place", "Amsterdam", "Rotterdam")).toBe(1);
  expect(levelOf("place", "Amsterdam", "52.09, 5.12")).toBe(1);
  expect(levelOf("place", "Kyiv", "Киев")).toBe(3);
  expect(levelOf("place", "Amsterdam", "no such place")).toBe(0);
  expect(readPosition("95.0, 10.0")).toBeNull();
  expect(readPosition("1999-12-31")).toBeNull();
});
