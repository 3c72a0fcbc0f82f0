import { expect, test } from "vitest";
import type { Field } from "../../codebook/types.ts";
import { place } from "./places.ts";

const field = (id: string, type: Field["type"]): Field => ({
  id,
  type,
  label: { en: id },
  description: "",
  required: false,
  many: false,
  sensitive: false,
});
const reader = { fields: [field("town", "place"), field("country", "country")], near: 30 };
const read = (town: string | string[], country?: string) => place.read({ id: "r", town, country }, reader);
const level = (a: [string | string[], string?], b: [string | string[], string?]) => {
  const [x, y] = [read(...a)!, read(...b)!];
  expect(place.compare(x, y, reader)).toBe(place.compare(y, x, reader));
  return place.meanings(reader)[place.compare(x, y, reader)];
};

test("places are compared by where they are, whatever they are called", () => {
  expect(level(["Urumqi", "CHN"], ["乌鲁木齐市", "CHN"])).toBe("the same place");
  expect(level(["Kiev", "UKR"], ["Kyiv"])).toBe("the same place");
  expect(level(["Urumqi", "CHN"], ["Xinjiang", "CHN"])).toBe("one lies in the other");
  expect(level(["Kabul", "AFG"], ["Kabul and provinces", "AFG"])).toBe("one lies in the other");
  expect(level(["Johannesburg", "ZAF"], ["Soweto", "ZAF"])).toBe("within 30 km");
  expect(level(["Santiago", "CHL"], ["Santiago", "DOM"])).toBe("elsewhere");
  expect(level([["Lusaka", "Ndola"], "ZMB"], ["Ndola", "ZMB"])).toBe("the same place");
});

test("a place that the gazetteer does not know is compared by its name", () => {
  expect(level(["borders", "NGA"], ["borders", "NGA"])).toBe("the same place");
  expect(level(["the old mill", "NGA"], ["the new fort", "NGA"])).toBe("elsewhere");
  expect(read("", "NGA")).toBeNull();
});
