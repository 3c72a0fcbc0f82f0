import { describe, expect, it } from "vitest";
import { isSameName } from "./names.ts";

describe("whether two names name one body", () => {
  it.each([
    ["CSIS", "The Center for Strategic and International Studies"],
    ["IDS", "Institute of Development Studies"],
    ["Carnegie", "the Carnegie Endowment for International Peace"],
    ["保护卫士", "据保护卫士统计"],
  ])("%s is %s", (a, b) => {
    expect(isSameName(a, b)).toBe(true);
    expect(isSameName(b, a)).toBe(true);
  });

  it.each([
    ["CSIS", "Center for International Security Studies"],
    ["US", "United States"],
    ["IPVM", "Institute of Development Studies"],
    ["Reuters", "Xinhua"],
  ])("%s is not %s", (a, b) => expect(isSameName(a, b)).toBe(false));
});
