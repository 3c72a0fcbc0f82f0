import { describe, expect, it } from "vitest";
import type { Codebook, Measure } from "../../codebook/types.ts";
import type { EntityRow, Figure } from "../gather/types.ts";
import { claimWith } from "../testing/claims.ts";
import { byNumber } from "./by-number.ts";
import { subjectOf } from "./subject.ts";

const measure = (id: string, unit: string): [string, Measure] => [
  id,
  {
    id,
    unit,
    label: { en: id.replaceAll("-", " ") },
    phrases: {},
    dimensions: [],
    related: [],
  } as unknown as Measure,
];
const codebook = {
  measures: new Map([measure("cameras-linked", "camera"), measure("share-trained", "percent")]),
  phrases: {},
} as unknown as Codebook;
const entities = new Map<string, EntityRow>([
  ["huawei", { id: "huawei", name: "Huawei", kind: "vendor", country: "CHN", parent: "", aliases: [] }],
]);
const figure = (own: Partial<Figure>): Figure =>
  ({
    id: "f",
    measure: "cameras-linked",
    subject: "Video surveillance",
    counted: "cameras linked to police centres",
    about: ["KAZ"],
    place: "KAZ",
    value: 310000,
    unit: "camera",
    population: "",
    regime: "",
    productKind: "",
    counter: "",
    qualifier: "exact",
    start: "",
    end: "",
    asOf: "",
    ...own,
  }) as Figure;

const find = (
  sentence: string,
  own: Parameters<typeof claimWith>[0],
  figures: Figure[],
  names: readonly string[] = [],
) => {
  const claim = claimWith({ text: sentence, ...own });
  return byNumber(claim, figures, {
    shelf: { entities, codebook },
    subject: subjectOf(claim, entities, { sentence, language: "en" }),
    language: "en",
    before: new Set(),
    names,
  });
};

describe("byNumber", () => {
  const kaz = { value: 310000, unit: "camera", places: ["KAZ"] };

  it("finds a count that gives the number, of the place and in the words of the sentence", () => {
    const found = find("In Kazakhstan 310,000 cameras are linked to police centres.", kaz, [figure({})]);
    expect(found).toMatchObject({ measure: { id: "cameras-linked" }, figures: [{ id: "f" }] });
  });

  it("finds no count of a body that is not named where another name stands", () => {
    const sentence = "In Kazakhstan Acme has linked 310,000 cameras to police centres.";
    const other = figure({ about: ["huawei", "KAZ"] });
    expect(find(sentence, kaz, [other], ["acme"])).toBeNull();
    expect(find(sentence, kaz, [other])).not.toBeNull();
    expect(
      find(sentence, kaz, [figure({ ...other, counted: "cameras linked by Acme" })], ["acme"]),
    ).not.toBeNull();
  });

  it("finds nothing in another place, of another unit, or by the number alone", () => {
    const sentence = "310,000 cameras are linked to police centres.";
    expect(find(sentence, { ...kaz, places: ["KEN"] }, [figure({})])).toBeNull();
    expect(find(sentence, { ...kaz, unit: "percent" }, [figure({})])).toBeNull();
    expect(find("Kazakhstan has 310,000 teachers.", { ...kaz, unit: "teacher" }, [figure({})])).toBeNull();
    expect(
      find("Huawei runs offices in 64 countries.", { value: 64, unit: "country", entities: ["huawei"] }, [
        figure({
          value: 64,
          unit: "country",
          about: ["huawei"],
          place: "",
          subject: "Huawei transfers",
          counted: "recipient countries",
        }),
      ]),
    ).toBeNull();
  });

  it("holds a share of one class of regimes apart from that of another", () => {
    const share = figure({
      measure: "share-trained",
      unit: "percent",
      value: 86,
      regime: "hybrid-regime",
      place: "",
      about: ["CHN"],
      counted: "share of regimes trained",
    });
    const claim = { value: 86, unit: "percent", places: ["CHN"] };
    expect(
      find("China trained 86% of hybrid regimes.", { ...claim, roles: { regime: ["hybrid-regime"] } }, [
        share,
      ]),
    ).not.toBeNull();
    expect(
      find(
        "China trained 86% of flawed democracies.",
        { ...claim, roles: { regime: ["flawed-democracy"] } },
        [share],
      ),
    ).toBeNull();
    // The other class stands in the sentence, beside another number.
    expect(
      find(
        "China trained 70% of hybrid regimes and 86% of flawed democracies.",
        { ...claim, roles: { regime: ["flawed-democracy"] } },
        [share],
      ),
    ).toBeNull();
  });

  it("chooses between no two measures that fit alike", () => {
    const twin = figure({ id: "g", measure: "share-trained" });
    expect(
      find("In Kazakhstan 310,000 cameras are linked to police centres.", kaz, [
        figure({ counted: "cameras linked" }),
        { ...twin, counted: "cameras linked" },
      ]),
    ).toBeNull();
  });
});
