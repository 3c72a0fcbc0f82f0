import { describe, expect, it } from "vitest";
import type { EntityRow, Figure } from "../gather/types.ts";
import { claimWith } from "../testing/claims.ts";
import { sampleInterval } from "./figure-evidence.ts";
import { figureFit } from "./figure-fit.ts";
import { placeOfNumber } from "./nearest-place.ts";
import { subjectOf } from "./subject.ts";

const entity = (id: string, country: string, parent = ""): [string, EntityRow] => [
  id,
  { id, name: id, kind: "vendor", country, parent, aliases: [] },
];
const entities = new Map([
  entity("huawei", "CHN"),
  entity("safe-city", "", "huawei"),
  entity("dahua", "CHN"),
  entity("college", "CHN"),
]);
const figure = (own: Partial<Figure>): Figure =>
  ({
    about: [],
    regime: "",
    productKind: "",
    place: "",
    population: "",
    counted: "",
    counter: "",
    ...own,
  }) as Figure;

const relate = (
  own: Partial<Figure>,
  claim: Parameters<typeof claimWith>[0],
  sentence = "",
  dimensions = ["vendor", "place"],
) =>
  figureFit(figure(own), subjectOf(claimWith(claim), entities, { sentence, language: "en" }), {
    entities,
    unit: "camera",
    dimensions,
  });

describe("figureFit", () => {
  it("takes a product and its maker together", () => {
    const claim = { entities: ["safe-city"], roles: { vendor: ["huawei"], "vendor-country": ["CHN"] } };
    expect(relate({ about: ["huawei", "safe-city"] }, claim)).toBe("same");
    expect(relate({ about: ["huawei"] }, claim)).toBe("broader");
    expect(relate({ about: ["dahua"] }, claim)).toBeNull();
    expect(relate({ about: ["CHN"] }, claim)).toBe("broader");
  });

  it("tells one firm from two together", () => {
    const both = { roles: { vendor: ["huawei", "dahua"] } };
    expect(relate({ about: ["dahua", "huawei"] }, both)).toBe("same");
    expect(relate({ about: ["dahua"] }, both)).toBe("other");
  });

  it("knows a firm that the reader missed by its name in the sentence, and not two by the name of one", () => {
    const missed = (about: string[]) => relate({ about }, {}, "Dahua sold cameras in 52 countries.");
    expect(missed(["dahua"])).toBe("same");
    expect(missed(["dahua", "huawei"])).toBeNull();
  });

  it("tells a country from the world, and one country from another", () => {
    expect(relate({ about: ["KEN"], place: "KEN" }, { places: ["KEN"] })).toBe("same");
    expect(relate({ about: ["NGA"], place: "NGA" }, { places: ["KEN"] })).toBe("other");
    expect(relate({}, { places: ["KEN"] })).toBe("broader");
    expect(relate({ about: ["KEN"], place: "KEN" }, {})).toBe("other");
  });

  it("takes the home of a trainer for no place", () => {
    const claim = { roles: { provider: ["CHN"] }, places: ["CHN"] };
    expect(relate({ about: ["CHN"], place: "CHN" }, claim, "", ["provider", "recipient"])).toBe("same");
    expect(relate({ about: ["college"], place: "CHN" }, claim, "", ["provider", "recipient"])).toBe("other");
  });

  it("tells regimes apart", () => {
    const claim = { roles: { provider: ["CHN"], regime: ["authoritarian"] } };
    expect(relate({ about: ["CHN"], regime: "authoritarian" }, claim)).toBe("same");
    expect(relate({ about: ["CHN"], regime: "hybrid-regime" }, claim)).toBe("other");
  });

  it("reads a town from the population, where the sentence does not name it", () => {
    const town = { about: ["KAZ"], place: "KAZ", population: "Almaty" };
    expect(relate(town, { places: ["KAZ"] }, "Cameras in Almaty, Kazakhstan")).toBe("same");
    expect(relate(town, { places: ["KAZ"] }, "Cameras in Kazakhstan")).toBe("other");
    expect(relate({ ...town, population: "Kazakhstan" }, { places: ["KAZ"] }, "Cameras")).toBe("same");
  });
});

describe("sampleInterval", () => {
  it("is Wilson's, for a poll that states its respondents", () => {
    const poll = {
      population: "1004 respondents over 15",
      value: 77,
      unit: "percent",
      qualifier: "exact",
      high: null,
    };
    expect(sampleInterval(poll)).toEqual({ low: 74.3, high: 79.5 });
    expect(sampleInterval({ ...poll, population: "25 countries" })).toBeNull();
  });
});

describe("placeOfNumber", () => {
  const place = (sentence: string, number: string) => {
    const spans = [...sentence.matchAll(/\d[\d,]*/g)].map(
      ({ index, 0: { length } }) => [index, index + length] as const,
    );
    const at = sentence.indexOf(number);
    const own = placeOfNumber(sentence, [at, at + number.length], { language: "en", numbers: spans });
    return own && { country: own.country, elsewhere: [...own.elsewhere] };
  };

  it("is the place before the number where places come first", () => {
    const sentence = "India cut the internet 84 times, and Russia 19 times.";
    expect(place(sentence, "84")).toEqual({ country: "IND", elsewhere: ["russia"] });
    expect(place(sentence, "19")).toEqual({ country: "RUS", elsewhere: ["india"] });
  });

  it("is the place after the number where numbers come first", () => {
    const sentence = "There were 84 shutdowns in India and 19 in Russia.";
    expect(place(sentence, "84")?.country).toBe("IND");
    expect(place(sentence, "19")?.country).toBe("RUS");
  });

  it("takes a town and its country for one place", () => {
    expect(place("In Pakistan, 640 cameras watch Karachi.", "640")).toEqual({
      country: "PAK",
      elsewhere: [],
    });
  });

  it("puts things named after a country where the sentence puts them", () => {
    expect(place("In Myanmar, five cities got 900 Chinese cameras.", "900")?.country).toBe("MMR");
  });

  it("has nothing to say where one place is named", () => {
    expect(place("There were 84 shutdowns in India.", "84")).toBeNull();
  });
});
