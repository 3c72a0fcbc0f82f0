import { describe, expect, it } from "vitest";
import type { Codebook } from "../codebook/types.ts";
import type { Claim } from "../read/types.ts";
import { documentNotes } from "./notes.ts";
import { claimWith, documentWith } from "./testing/claims.ts";

const codebook = { measures: new Map(), phrases: {} } as unknown as Codebook;
const beside = { sources: [], rows: [] };
const options = { own: new Map<string, string>(), beside, sources: new Map(), language: "en", codebook };
const notesOn = (claims: Claim[], text = "") =>
  documentNotes(documentWith({ text }), claims, options).map(({ code, spans }) => [code, spans.length]);

describe("notes on a document", () => {
  it("see the same number for two measures near each other, but no round one", () => {
    const pair = (value: number) => [
      claimWith({ value, measure: "countries", span: [0, 10] }),
      claimWith({ value, measure: "sessions", span: [60, 70] }),
    ];
    expect(notesOn(pair(138))).toEqual([["possible-mix-up", 2]]);
    expect(notesOn(pair(100))).toEqual([]);
    expect(
      notesOn([pair(138)[0]!, claimWith({ value: 138, measure: "sessions", span: [900, 910] })]),
    ).toEqual([]);
    expect(notesOn([pair(138)[0]!, claimWith({ value: 138, measure: "countries", span: [60, 70] })])).toEqual(
      [],
    );
  });

  it("see a share above the whole, and shares of one whole that pass it together", () => {
    const share = (value: number, population: string) =>
      claimWith({ value, unit: "percent", population, measure: "share", sentence: [0, 90] });
    expect(notesOn([share(120, "regimes")])).toEqual([["share-over-100", 1]]);
    expect(notesOn([share(60, "cameras"), share(55, "Cameras")])).toEqual([["share-over-100", 2]]);
    expect(notesOn([share(60, "cameras"), share(55, "drones")])).toEqual([]);
    expect(notesOn([claimWith({ ...share(120, "regimes"), direction: "up" })])).toEqual([]);
  });

  it("take a number that is named again for the same number", () => {
    const again = [
      claimWith({ value: 73, measure: "agreements", unit: "agreement", span: [0, 13] }),
      claimWith({ value: 73, unit: "agreement", span: [60, 73] }),
    ];
    expect(notesOn(again)).toEqual([]);
  });

  it("see answers that exclude each other and come to more than the whole, and no others", () => {
    const shares = (text: string) =>
      [60, 25, 25].map((value, index) =>
        claimWith({
          value,
          unit: "percent",
          span: [index * 10, index * 10 + 3],
          sentence: [0, text.length],
          population: index === 0 ? "Serbs" : "",
        }),
      );
    const asked = "60% of Serbs like it, 25% dislike it and 25% did not answer.";
    expect(notesOn(shares(asked), asked)).toEqual([["share-over-100", 3]]);
    const counted = "60% are in Asia, 25% in towns and 25% on islands.";
    expect(notesOn(shares(counted), counted)).toEqual([]);
  });

  it("see a part larger than a whole that is named first, in several languages", () => {
    const over = (text: string, whole: string, part: string) => {
      const claim = (words: string, value: number, unit: string) => {
        const at = text.indexOf(words);
        return claimWith({ value, unit, span: [at, at + words.length], sentence: [0, text.length] });
      };
      return notesOn([claim(whole, 73, "agreement"), claim(part, 84, "")], text);
    };
    expect(over("Of those 73 agreements, 84 were signed in Asia.", "73 agreements", "84")).toEqual([
      ["part-over-whole", 2],
    ]);
    expect(over("De los 73 acuerdos, 84 son de Asia.", "73 acuerdos", "84")).toEqual([
      ["part-over-whole", 2],
    ]);
    expect(over("Sur ces 73 accords, 84 sont en Asie.", "73 accords", "84")).toEqual([
      ["part-over-whole", 2],
    ]);
    expect(over("CSIS found 73 agreements, and later 84 more.", "73 agreements", "84")).toEqual([]);
  });

  it("see a part larger than its whole", () => {
    const text = "150 of the 138 countries";
    const claims = [
      claimWith({ value: 150, unit: "country", span: [0, 3], sentence: [0, 24] }),
      claimWith({ value: 138, unit: "country", span: [11, 24], sentence: [0, 24] }),
    ];
    expect(notesOn(claims, text)).toEqual([["part-over-whole", 2]]);
  });

  it("take a sum of one thing for no part of a sum of another", () => {
    const sums = (text: string) => {
      const claim = (words: string, value: number) => {
        const at = text.indexOf(words);
        return claimWith({ value, unit: "USD", span: [at, at + words.length], sentence: [0, text.length] });
      };
      return notesOn([claim("$3 million", 3e6), claim("$2 million", 2e6)], text);
    };
    expect(sums("It reported a loss of $3 million on revenue of $2 million.")).toEqual([]);
    expect(sums("It spent $3 million of the $2 million that it was given.")).toEqual([
      ["part-over-whole", 2],
    ]);
  });

  it("see a rise that falls and a period that ends before it starts", () => {
    const part = (value: number, period: string) => ({
      span: [0, 1] as const,
      value,
      period,
      unit: "session",
    });
    expect(
      notesOn([claimWith({ form: "series", direction: "up", parts: [part(138, "2010"), part(14, "2019")] })]),
    ).toEqual([["arithmetic", 1]]);
    expect(notesOn([claimWith({ period: ["2019", "2010"] })])).toEqual([["period-reversed", 1]]);
    expect(notesOn([claimWith({ period: ["2019-05", "2019"] })])).toEqual([]);
  });

  it("say which source the document is", () => {
    const [note] = documentNotes(documentWith(), [], { ...options, own: new Map([["s1", "address"]]) });
    expect(note).toMatchObject({ code: "self-source", text: expect.stringContaining("s1") });
  });

  it("count what was not checked: notes, sources, rows of tables", () => {
    const left = { sources: [[90, 120]] as const, rows: [[10, 20] as const, [21, 40] as const] };
    expect(
      documentNotes(documentWith(), [], { ...options, beside: left }).map(({ code, text, spans }) => ({
        code,
        said: /\d+/.exec(text)?.[0],
        spans: spans.length,
      })),
    ).toEqual([
      { code: "sources-unchecked", said: "1", spans: 1 },
      { code: "table-unchecked", said: "2", spans: 2 },
    ]);
  });
});
