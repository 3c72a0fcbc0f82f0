import { expect, test } from "vitest";
import { readQuantities } from "./quantities.ts";

const read = (text: string, language = "en") =>
  readQuantities(text, { language }).map(({ value, unit, qualifier }) => [value, unit, qualifier]);

test("marks of notes count nothing, in any script", () => {
  expect(read("The firm sold to 52 countries.[1][2, 4–6] It grew.[note 3]")).toEqual([
    [52, "country", "exact"],
  ]);
  expect(read("[12] Annual report of the firm.")).toEqual([]);
  expect(read("销往52个国家[3]，增长很快。", "zh")).toEqual([[52, "国家", "exact"]]);
  expect(read("Elle équipe 52 pays[1].", "fr")).toEqual([[52, "pays", "exact"]]);
});

test("marks of notes apart from what is counted count nothing, numbers in brackets do", () => {
  const values = (text: string, language?: string) => read(text, language).map(([value]) => value);
  expect(values("Huawei supplied 1,000 cameras [4] to Serbia.")).toEqual([1000]);
  expect(
    values("Police installed 850 new cameras (2) in Belgrade. A further 300 cameras.(3) It grew."),
  ).toEqual([850, 300]);
  expect(values("La policía instaló 850 cámaras (2) en Belgrado.", "es")).toEqual([850]);
  expect(values("Firms from China (31), Israel (4) and Italy (2) sold them.")).toEqual([31, 4, 2]);
  expect(values("It trained 52 officers (47 in 2018) and 30 others (14 %).")).toEqual([52, 47, 30, 14]);
  expect(values("It rose to [138] in a year.")).toEqual([138]);
});

test("a number of a note that stood above the line counts nothing once that is lost", () => {
  expect(read("In 52 countries,3 the firm sold 40 cameras.").map(([value]) => value)).toEqual([52, 40]);
});

test("a number that an editor put into a quotation in brackets counts", () => {
  expect(read('He said: "It rose to [138] countries in a year."')[0]![0]).toBe(138);
});

test("marks of items of a list and of posts of a thread count nothing", () => {
  const text =
    "1/ China trained 14 officers.\n2/12 Then came 30 more officers.\n3) The 40 cameras.\n(4) The rest.\n5. The end.";
  expect(read(text).map(([value]) => value)).toEqual([14, 30, 40]);
  expect(read("Can it state:\n1. how many officers came?\n2. whether 40 of them left?")).toEqual([
    [40, "", "exact"],
  ]);
  expect(read("3、中国向52个国家出口。", "zh").map(([value]) => value)).toEqual([52]);
});

test("a number that ends a sentence at the beginning of a cut line counts", () => {
  expect(
    read("Huawei says that it is in a hundred countries, but CSIS counted\n52. In 2019 it counted again.")[1],
  ).toEqual([52, "", "exact"]);
});

test("a fraction at the beginning of a line stays a number", () => {
  expect(read("3/4 of the countries bought it.")[0]![0]).toBe(0.75);
});

test("a plus sign behind a number is a bound, and what is counted follows it", () => {
  expect(read("It trained police of 138+ countries.")).toEqual([[138, "country", "over"]]);
  expect(read("Instaló 1.200+ cámaras.", "es")).toEqual([[1200, "cámara", "over"]]);
  expect(read("销往52+个国家。", "zh")).toEqual([[52, "国家", "over"]]);
});

test("a number behind an abbreviation and before a singular names with it", () => {
  expect(read("Ecuador opened its ECU 911 command centre.")).toEqual([]);
  expect(read("The EU 27 member states agreed.")).toEqual([[27, "state", "exact"]]);
  expect(read("The UN 14 police officers left.")).toEqual([[14, "officer", "exact"]]);
});
