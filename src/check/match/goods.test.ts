import { expect, it } from "vitest";
import type { Codebook } from "../../codebook/types.ts";
import type { Figure } from "../gather/types.ts";
import { isOfOtherGoods } from "./goods.ts";

const codebook = {
  phrases: { "product-kinds.cctv": { en: ["security camera"], es: ["videovigilancia"] } },
} as unknown as Codebook;
const market = {
  subject: "Video surveillance market",
  counted: "yearly growth",
  population: "world",
  note: "",
  productKind: "cctv",
} as Figure;

it.each([
  ["The market for used boats grew 9.3% in 2017.", true],
  ["El mercado de barcos creció un 9,3%.", true],
  ["The market for security cameras grew 9.3% in 2017.", false],
  ["El mercado de videovigilancia creció un 9,3%.", false],
  ["The market for lenses, a part of video surveillance, grew 9.3%.", false],
  ["The market grew 9.3% in 2017.", false],
])("tells a market of other goods from that of a figure: %s", (sentence, other) =>
  expect(isOfOtherGoods(sentence, market, codebook)).toBe(other),
);
