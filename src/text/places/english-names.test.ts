import { expect, test } from "vitest";
import { countries } from "./countries.ts";
import { englishName } from "./english-names.ts";

test("every country has an English name, some a shorter one", () => {
  expect(countries.filter(({ alpha2 }) => !englishName(alpha2) || !englishName(alpha2, "short"))).toEqual([]);
  expect([englishName("GB"), englishName("GB", "short")]).toEqual(["United Kingdom", "UK"]);
  expect([englishName("KE"), englishName("KE", "short"), englishName("ZZ")]).toEqual([
    "Kenya",
    "Kenya",
    undefined,
  ]);
});

test.runIf(process.versions["cldr"] === "48.0")("the names are those of CLDR", () => {
  for (const style of ["long", "short"] as const) {
    const cldr = new Intl.DisplayNames("en", { type: "region", style });
    expect(countries.map(({ alpha2 }) => englishName(alpha2, style))).toEqual(
      countries.map(({ alpha2 }) => cldr.of(alpha2)),
    );
  }
});
