import { expect, test } from "vitest";
import { readPlaces } from "../../text/index.ts";
import { placesIn } from "./places-in.ts";

const TEXTS = [
  ["Turkey and Georgia trained officers in Lima.", "en"],
  ["Turkey and Georgia trained officers in Lima.", "es"],
  ["La Guinée a reçu des caméras.", "fr"],
  ["中国为泰国培训警官。", "zh"],
] as const;

test("the places of a text are those of its own language, however often and in whatever order they are asked for", () => {
  for (const [text, language] of [...TEXTS, ...TEXTS, ...[...TEXTS].reverse()])
    expect(placesIn(text, language)).toEqual(readPlaces(text, { language }));
});

test("so are those of a text that is too long to be remembered, and of more texts than are", () => {
  const long = "Cameras came to Lima. ".repeat(100);
  expect(placesIn(long, "en")).toEqual(readPlaces(long, { language: "en" }));
  for (let at = 0; at < 1_100; at++) placesIn(`${at} cameras`, "en");
  expect(placesIn(...TEXTS[0]).length).toBeGreaterThan(1);
});
