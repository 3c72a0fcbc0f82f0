import { describe, expect, it } from "vitest";
import { PhraseIndex } from "./phrase-index.ts";

const standsIn = (text: string, phrase: string): boolean => text.includes(phrase.split("~")[0]!);
const index = new PhraseIndex(
  [
    { phrase: "sign", of: "pact" },
    { phrase: "broke with", of: "break" },
    { phrase: "bloqu~sites", of: "block" },
    { phrase: "签署", of: "pact" },
    { phrase: "to", of: "short" },
    { phrase: "подписал", of: "pact" },
  ],
  standsIn,
);

describe("PhraseIndex", () => {
  it("finds what phrases tell that stand at the beginning of a word, in the order given", () => {
    expect(index.in("nauru broke with taiwan and signed")).toEqual(["pact", "break"]);
    expect(index.in("il a «bloqué» des sites")).toEqual(["block"]);
  });

  it("tells the phrases themselves", () => {
    expect(index.phrasesIn("to broke with")).toEqual(["to", "broke with"]);
  });

  it("finds none inside of a word, where its script parts words", () => {
    expect(index.in("a redesign")).toEqual([]);
    expect(index.isAnyIn("a redesign")).toBe(false);
  });

  it("finds those of scripts that part no words wherever they stand", () => {
    expect(index.in("中国签署了协议")).toEqual(["pact"]);
    expect(index.isAnyIn("中国签署了协议")).toBe(true);
  });

  it("finds those of other alphabets, and those too short to be looked up", () => {
    expect(index.in("китай подписал договор")).toEqual(["pact"]);
    expect(index.in("off to fiji")).toEqual(["short"]);
  });
});
