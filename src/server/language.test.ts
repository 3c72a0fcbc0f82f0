import { expect, it } from "vitest";
import { spokenLanguage } from "./live-site.ts";

it.each([
  ["zh", "zh"],
  ["ZH-Hans", "zh"],
  ["en", "en"],
])("a page that is asked for in %s is in %s", (asked, spoken) => expect(spokenLanguage(asked)).toBe(spoken));

it.each(["", "xx", "../zh"])("a page that is asked for in %j is in the language of its text", asked =>
  expect(spokenLanguage(asked)).toBe("own"),
);
