import { expect, test } from "vitest";
import { simplified } from "../text/tokens/simplified.ts";
import { readClaims } from "./read-claims.ts";
import { testDocument, testLexicon } from "./test-book.ts";

test("traditional characters are folded one by one, so that offsets stay", () => {
  expect(simplified("華為向肯亞出售攝影機")).toBe("华为向肯亚出售摄影机");
  expect(simplified("cameras 攝影機")).toHaveLength("cameras 攝影機".length);
  expect(simplified("培训")).toBe("培训");
});

test("a sentence in traditional characters is read as the one in simplified characters", () => {
  const read = (text: string) =>
    readClaims(testDocument(text, "zh"), testLexicon()).map(({ measure, value, roles, span }) => [
      measure,
      value,
      roles,
      span,
    ]);
  expect(read("華為於2015年向烏干達出售了1,800台攝影機。")).toEqual(
    read("华为于2015年向乌干达出售了1,800台摄影机。"),
  );
});
