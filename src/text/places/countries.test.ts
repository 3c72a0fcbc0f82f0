import { describe, expect, it } from "vitest";
import { countries, countryByCode } from "./countries.ts";

describe("countries", () => {
  it("hold the 249 codes of ISO 3166-1 and Kosovo, each once", () => {
    expect(countries).toHaveLength(250);
    for (const key of ["code", "alpha2", "numeric"] as const) {
      expect(new Set(countries.map(c => c[key])).size).toBe(250);
    }
  });

  it("agree with CLDR: every alpha-2 code has an English name", () => {
    const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
    expect(countries.filter(c => names.of(c.alpha2) === undefined)).toEqual([]);
  });

  it.each([
    ["KAZ", "KAZ", "Asia", "Central Asia"],
    ["ci", "CIV", "Africa", "Western Africa"],
    ["840", "USA", "Americas", "Northern America"],
    ["XKX", "XKX", "Europe", "Southern Europe"],
  ])("finds %s", (given, code, region, subregion) => {
    expect(countryByCode(given)).toMatchObject({ code, region, subregion });
  });

  it("knows no country of an obsolete or invented code", () => {
    expect(countryByCode("SUN")).toBeUndefined();
    expect(countryByCode("ZZZ")).toBeUndefined();
    expect(countryByCode("")).toBeUndefined();
  });

  it("compares numeric codes with those of the atlas", async () => {
    const { createRequire } = await import("node:module");
    const atlas = createRequire(import.meta.url)("world-atlas/countries-10m.json") as {
      objects: { countries: { geometries: { id?: string; properties: { name: string } }[] } };
    };
    const unknown = atlas.objects.countries.geometries.filter(g => g.id && !countryByCode(g.id));
    expect(unknown.map(g => g.properties.name)).toEqual([]);
  });
});
