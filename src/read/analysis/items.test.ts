import { expect, test } from "vitest";
import { blocksOf } from "./blocks.ts";

const kinds = (text: string) =>
  blocksOf(text, "en").map(({ span, heading, item }) => [text.slice(...span).slice(0, 8), heading, item]);

const DEALS = [
  "Huawei supplied cameras to Serbia in 2017",
  "Hikvision sold cameras to the police of Quito",
  "CEIEC built the ECU 911 system in Ecuador",
];

test("lines without an end mark that stand in a row and say something are items of a list, a heading above them is one", () => {
  expect(kinds(`Deals\n${DEALS.join("\n")}\nThe rest is unknown.`)).toEqual([
    ["Deals", true, false],
    ["Huawei s", false, true],
    ["Hikvisio", false, true],
    ["CEIEC bu", false, true],
    ["The rest", false, false],
  ]);
});

test("a headline with a line below it stays a heading, so do rows of cells and lists of names", () => {
  expect(kinds(`${DEALS[0]}\n${DEALS[1]}\nThe rest is unknown.`).map(each => each[1])).toEqual([
    true,
    true,
    false,
  ]);
  expect(kinds("Kenya and Uganda\nChad and Niger\nPeru and Chile").every(each => each[1])).toBe(true);
});

test("a bullet makes an item of a line that stands alone, and of what follows a heading", () => {
  expect(kinds(`Deals\n\n• ${DEALS[0]}\n\nMore of them\n\n• ${DEALS[1]}`).map(each => each[2])).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test("dense scripts are counted by their characters", () => {
  const text =
    "华为公司向塞尔维亚提供监控摄像头\n海康威视向厄瓜多尔警方出售摄像头\n中兴公司向委内瑞拉提供祖国卡系统";
  expect(blocksOf(text, "zh").every(({ item }) => item)).toBe(true);
});

test("two numbered lines in a row are items, one alone is a heading", () => {
  const [one, two] = ["1. China trained police from 138 countries", "2. The UAE bought Pegasus in 2013"];
  expect(kinds(`${one}\n${two}\nThe rest is open.`).map(each => each[2])).toEqual([true, true, false]);
  expect(kinds(`${one}\nThe rest is open.\n${two}\nSo is this.`).map(each => each[1])).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
