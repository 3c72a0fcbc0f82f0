import { expect, test } from "vitest";
import type { Field, Kind } from "../../codebook/index.ts";
import { nameInstance, stateInstance } from "./naming.ts";

const field = (id: string, type: Field["type"], label: string, many = false): Field => ({
  id,
  type,
  label: { en: label },
  description: "",
  required: false,
  many,
  sensitive: false,
});

const KIND = {
  id: "course",
  label: { en: "Course" },
  fields: [
    field("host", "text", "Host"),
    field("guests", "country", "Guests", true),
    field("began", "date", "Began"),
  ],
  name: { en: "{host} for {guests}, {began}" },
  sentence: { en: "{host} taught {guests} ({began})." },
} as unknown as Kind;

const words = (values: Readonly<Record<string, string>>) => (asked: Field) => values[asked.id] ?? "";

test("a name fills its template", () => {
  const full = { host: "College", guests: "Fiji", began: "2019" };
  expect(nameInstance(KIND, words(full))).toBe("College for Fiji, 2019");
  expect(stateInstance(KIND, words(full))).toBe("College taught Fiji (2019).");
});

test("what is not stated falls away from a name with the words that lead to it", () => {
  expect(nameInstance(KIND, words({ host: "College", guests: "Fiji" }))).toBe("College for Fiji");
  expect(nameInstance(KIND, words({ guests: "Fiji", began: "2019" }))).toBe("Course for Fiji, 2019");
  expect(nameInstance(KIND, words({}))).toBe("Course");
});

test("a sentence says what is not stated", () => {
  expect(stateInstance(KIND, words({ began: "2019" }))).toBe("An unnamed host taught unnamed guests (2019).");
  expect(stateInstance(KIND, words({ host: "College", guests: "Fiji" }))).toBe(
    "College taught Fiji (date not stated).",
  );
});

test("a name of several fields starts with a capital, unless its first word is written as a brand is", () => {
  expect(nameInstance(KIND, words({ host: "election protesters", guests: "Fiji" }))).toBe(
    "Election protesters for Fiji",
  );
  expect(nameInstance(KIND, words({ host: "iFlytek", guests: "Fiji" }))).toBe("iFlytek for Fiji");
});
