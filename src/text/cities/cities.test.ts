import { afterEach, expect, test } from "vitest";
import { distanceKm, locateAnywhere, locatePlace, provideCities } from "../index.ts";
import { cityLines } from "./file.ts";
import { opensLargeCity } from "./large.ts";

const shown = (name: string, country: string) => {
  const point = locatePlace(name, country);
  return point && `${point.precision} ${point.name}${point.partly ? " and more" : ""}`;
};

test.each([
  ["Urumqi", "CHN", "city Ürümqi"],
  ["乌鲁木齐", "CHN", "city Ürümqi"],
  ["Урумчи", "CHN", "city Ürümqi"],
  ["القاهرة", "EGY", "city Cairo"],
  ["Nuku'alofa", "TON", "city Nuku‘alofa"],
  ["Hillah", "IRQ", "city Al Ḩillah"],
  ["Tigray", "ETH", "region Tigray"],
  ["Malaita", "SLB", "region Malaita Province"],
  ["Kabul and provinces", "AFG", "city Kabul and more"],
  ["Karrada, Baghdad", "IRQ", "city Baghdad and more"],
  ["Santiago", "CHL", "city Santiago"],
  ["", "KEN", "country KEN"],
  ["borders", "NGA", null],
  ["Nairobi", "XYZ", null],
  ["x".repeat(100_000), "KEN", null],
  ["\ud800", "KEN", null],
])("%.40s in %s is %s", (name, country, expected) => {
  expect(shown(name, country)).toBe(expected);
});

test("a large town is found without its country, unless two large ones share the name", () => {
  expect(locateAnywhere("Nairobi")?.country).toBe("KEN");
  expect(locateAnywhere("喀土穆")?.country).toBe("SDN");
  expect(locateAnywhere("Hyderabad")).toBeNull();
  expect(locateAnywhere("Nowhere at all")).toBeNull();
});

test("the capital stands first in its country and its point within it", () => {
  const [first] = [...cityLines("KEN", { regions: false })];
  expect(first).toMatchObject({ name: "Nairobi", capital: true });
  expect(distanceKm(first!, { lat: -1.2864, lon: 36.8172 })).toBeLessThan(5);
});

test("distances are great circles: symmetric, zero at home, half the earth at most", () => {
  const [london, sydney] = [
    { lat: 51.5074, lon: -0.1278 },
    { lat: -33.8688, lon: 151.2093 },
  ];
  expect(distanceKm(london, sydney)).toBeCloseTo(16_994, -1);
  expect(distanceKm(london, sydney)).toBe(distanceKm(sydney, london));
  expect(distanceKm(london, london)).toBe(0);
  expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(Math.PI * 6371.0088, 6);
});

test("where no file can be read, the text of the gazetteer can be given", () => {
  const towns = "#UTO\n@Plain\t1\t2\nAmaurot\t1.5\t2.5\t*60\t0\n";
  provideCities({ "cities.tsv": towns, "city-names.tsv": "amaurot\tUTO!60\n" });
  expect([...cityLines("UTO")].map(({ name, region }) => [name, region])).toEqual([
    ["Plain", true],
    ["Amaurot", false],
  ]);
  expect(locatePlace("Amaurot", "UTO")).toMatchObject({ lat: 1.5, lon: 2.5, region: "Plain" });
  expect(locateAnywhere("Amaurot")?.country).toBe("UTO");
  provideCities({ "cities.tsv": "", "city-names.tsv": "" });
  expect(locateAnywhere("Nairobi")).toBeNull();
  expect([...cityLines("UTO")]).toEqual([]);
});

afterEach(() => provideCities(null));

test("every opening of a large town's name is known, and others are not", () => {
  for (const name of ["深圳", "大阪", "釜山", "lagos", "são paulo"]) {
    expect(opensLargeCity(name.slice(0, 2)), name).toBe(true);
    expect(opensLargeCity(name), name).toBe(true);
  }
  expect(opensLargeCity("的了")).toBe(false);
  expect(opensLargeCity("zzzq")).toBe(false);
});
