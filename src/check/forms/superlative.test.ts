import { expect, it } from "vitest";
import { isOnlyOne } from "./superlative.ts";

it("knows in several languages when a sentence says that nobody else does it, and when only a thing is limited", () => {
  for (const text of [
    "China is the only country that sells such systems.",
    "China es el único país que vende estos sistemas.",
    "La Chine est le seul pays qui vend ces systèmes.",
    "中国是唯一的国家。",
  ])
    expect(isOnlyOne(text), text).toBe(true);
  for (const text of [
    "China sold only cameras to Kenya.",
    "Only 9 of 23 vendors answered.",
    "China solo vendió cámaras.",
  ])
    expect(isOnlyOne(text), text).toBe(false);
});
