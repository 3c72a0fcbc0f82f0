import { describe, expect, it } from "vitest";
import type { Codebook, Measure } from "../../codebook/types.ts";
import { comparableUnit } from "./unit-words.ts";

const measure = (own: Partial<Measure>): Measure => ({
  id: "sessions",
  label: { en: "sessions" },
  description: "",
  unit: "session",
  period: "cumulative",
  phrases: { en: ["training sessions", "seminars for police"] },
  dimensions: [],
  related: [],
  comparable: true,
  ...own,
});
const sessions = measure({});
const people = measure({ id: "trainees", unit: "person", phrases: { en: ["officers trained"] } });
const value = measure({ id: "value", unit: "money", phrases: {} });
const codebook = {
  measures: new Map([sessions, people, value].map(each => [each.id, each])),
  phrases: {
    "unit-session": { en: ["session", "course"], zh: ["期"] },
    "unit-person": { en: ["person", "officer", "police"] },
  },
} as unknown as Codebook;
const held = (noun: string, of = sessions) => comparableUnit(noun, of, codebook);

describe("comparableUnit", () => {
  it("takes the words of a unit for the unit, in every language", () => {
    expect(held("courses")).toEqual({ unit: "session", fit: "same" });
    expect(held("期")).toEqual({ unit: "session", fit: "same" });
    expect(held("police officers", people)).toEqual({ unit: "person", fit: "same" });
  });

  it("takes people for what happened to them, where the measure has its unit as a verb", () => {
    const arrests = measure({ id: "arrests", unit: "arrest", phrases: { en: ["arrests", "arrested"] } });
    expect(held("officers", arrests)).toEqual({ unit: "arrest", fit: "same" });
    expect(held("courses", arrests).fit).toBe("other");
  });

  it("never takes people for sessions", () => {
    expect(held("police").fit).toBe("other");
    expect(held("percent").fit).toBe("other");
    expect(held("USD").fit).toBe("other");
  });

  it("is not sure of a noun that nobody declared, nor of none", () => {
    expect(held("gathering").fit).toBe("unsure");
    expect(held("").fit).toBe("unsure");
  });

  it("leaves currencies to the rate", () => {
    expect(held("USD", value)).toEqual({ unit: "USD", fit: "same" });
    expect(held("EUR", value)).toEqual({ unit: "EUR", fit: "same" });
  });
});
