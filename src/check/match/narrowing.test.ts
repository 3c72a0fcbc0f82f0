import { describe, expect, it } from "vitest";
import type { Codebook } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import type { EntityRow, Figure, Shelf } from "../gather/types.ts";
import { claimWith } from "../testing/claims.ts";
import { isUnexplained, narrowingOf } from "./narrowing.ts";

const entities = new Map<string, EntityRow>(
  ["Hikvision", "Dahua"].map(name => [
    name.toLowerCase(),
    { id: name.toLowerCase(), name, kind: "vendor", country: "CHN", parent: "", aliases: [] },
  ]),
);
const codebook = { measures: new Map(), phrases: {} } as unknown as Codebook;
const shelf = {
  entities,
  codebook,
  sources: new Map(),
  nameOfCounter: (name: string) => name,
} as unknown as Shelf;

const figure = (own: Partial<Figure> = {}): Figure =>
  ({
    about: ["CHN"],
    place: "",
    label: "",
    population: "",
    counted: "",
    note: "",
    counter: "",
    sources: [],
    ...own,
  }) as Figure;

/** The claim whose number stands in a sentence. */
function narrow(text: string, number: string, own: Partial<Claim> = {}, language = "en") {
  const at = text.indexOf(number);
  const claim = claimWith({ sentence: [0, text.length], span: [at, at + number.length], value: 1, ...own });
  return narrowingOf(claim, { text, language, claims: [claim], shelf });
}
const china = { places: ["CHN"], roles: { provider: ["CHN"] } };

describe("narrowingOf", () => {
  it("finds nothing where the reader made something of every name", () => {
    expect(narrow("In May 2024, China had given 900 sessions.", "900", china)).toMatchObject({
      words: [],
      places: [],
      joint: false,
      bodies: [],
      increment: false,
    });
  });

  it("sees a body that is spoken of without its name, in any language, and none where the reader knows it", () => {
    expect(narrow("The college has run 115 courses.", "115", china).bodies).toEqual(["college"]);
    expect(narrow("L'académie a formé 40 policiers.", "40", china, "fr").bodies).toEqual(["academy"]);
    expect(narrow("该学院举办了134期培训班。", "134", china, "zh").bodies).toContain("college");
    expect(narrow("A college has run 115 courses.", "115", china).bodies).toEqual([]);
  });

  it("sees a number that comes on top of others, and no bound", () => {
    expect(narrow("China planned 7,000 more cameras.", "7,000", china).increment).toBe(true);
    expect(narrow("China has more than 7,000 cameras.", "7,000", china).increment).toBe(false);
    expect(narrow("China prevé 7.000 cámaras más.", "7.000", china, "es").increment).toBe(true);
  });

  it("heeds what stands before a colon", () => {
    expect(narrow("Ulaanbaatar has its troubles: 300 cameras are down.", "300").words).toContain(
      "ulaanbaatar",
    );
  });

  it("finds parts of the world, towns and bodies that the claim does not hold", () => {
    expect(narrow("China has trained police from 20 African countries.", "20", china).words).toEqual([
      "africa",
    ]);
    expect(narrow("China, through Liaoning Police Academy, taught 30 courses.", "30", china).words).toContain(
      "liaoning",
    );
    expect(narrow("中国培训了来自20个非洲国家的警察。", "20", china, "zh").words).toEqual(["africa"]);
  });

  it("finds countries of which the claim does not speak, and those whose people are counted", () => {
    expect(narrow("China gave 5 sessions to Kazakhstan.", "5", china).places).toEqual(["KAZ"]);
    expect(narrow("Solomon Islands has 11 Chinese police.", "11", { places: ["SLB", "CHN"] }).places).toEqual(
      ["CHN"],
    );
  });

  it("leaves out whom the text credits, and what stands in another clause", () => {
    const attribution = { to: "Interpol", span: [0, 0] } as const;
    expect(
      narrow("According to Interpol, China gave 900 sessions.", "900", { ...china, attribution }).words,
    ).toEqual([]);
    expect(narrow("China gave 900 sessions; Lahore bought cameras.", "900", china).words).toEqual([]);
  });

  it("sees that parties are taken together of which only one is known", () => {
    const one = { entities: ["hikvision"] };
    expect(narrow("海康威视和某厂合计占40%。", "40%", one, "zh").joint).toBe(true);
    expect(
      narrow("Hikvision and Dahua together hold 40%.", "40%", { entities: ["hikvision", "dahua"] }).joint,
    ).toBe(false);
  });
});

describe("isUnexplained", () => {
  const african = narrow("China has trained police from 20 African countries.", "20", china);

  it("lets a figure pass that says the same of its scope, and no wider one", () => {
    expect(isUnexplained(african, figure({ population: "Africa" }), shelf)).toBe(false);
    expect(isUnexplained(african, figure(), shelf)).toBe(true);
  });

  it("holds a figure of one apart from a claim of several together", () => {
    const joint = { words: [], places: [], joint: true };
    expect(isUnexplained(joint, figure({ about: ["hikvision"] }), shelf)).toBe(true);
    expect(isUnexplained(joint, figure({ about: ["hikvision", "dahua"] }), shelf)).toBe(false);
  });

  it("knows a counter by the name that each shelf has for it", () => {
    const counted = figure({ counter: "lfo" });
    const named = narrow("China trained 900 officers of the Larkspur Foundation.", "900", china);
    const other = { ...shelf, nameOfCounter: () => "Larkspur Foundation" } as Shelf;
    expect(isUnexplained(named, counted, shelf)).toBe(true);
    expect(isUnexplained(named, counted, other)).toBe(false);
    expect(isUnexplained(named, counted, shelf)).toBe(true);
  });
});
