import { describe, expect, it } from "vitest";
import { claimWith, documentWith } from "../testing/claims.ts";
import type { CheckedDocument, Finding } from "../types.ts";
import { toAnnotations } from "./annotation.ts";
import { toClaimReviews } from "./claim-review.ts";
import { toCsv } from "./csv.ts";
import { toJson } from "./json.ts";
import { toMarkdown } from "./markdown.ts";
import { toTerminal } from "./terminal.ts";

const text = "=SUM(A1) <b>cameras</b> \u001b[31mred";
const finding: Finding = {
  verdict: "contradicted",
  reasons: [{ code: "outside", text: 'A study gives 12, "not" 16.' }],
  for: [],
  against: [
    {
      record: "r1",
      kind: "figure",
      label: "A *study*",
      value: 12,
      low: null,
      high: null,
      unit: "camera",
      qualifier: "exact",
      period: "2019",
      source: "s1",
      sources: ["s1"],
      origin: "a study",
      class: "independent",
      note: "",
    },
  ],
  related: [],
  indicator: null,
  claimed: [16, null],
  band: 0,
  missing: "",
};
const checked: CheckedDocument = {
  document: documentWith({ text, title: "T_itle", url: "https://example.org/a" }),
  claims: [{ ...claimWith({ text: text.slice(0, 8), span: [0, 8], value: 16 }), finding }],
  notes: [],
  summary: { claims: 1, by_verdict: { contradicted: 1 } },
  as_of: "3:abc",
};

describe("exports", () => {
  it("JSON has the keys of the contract and not the text of the document", () => {
    const json = toJson(checked);
    expect(Object.keys(json)).toEqual(expect.arrayContaining(["document", "claims", "summary"]));
    expect(json.claims[0]).toMatchObject({
      attribution: { to: "" },
      finding: { verdict: "contradicted", against: [{ record: "r1" }] },
    });
    expect(JSON.stringify(json)).not.toContain("[31mred");
  });

  it("CSV disarms formulas and quotes what needs it", () => {
    const [, row = ""] = toCsv(checked).split("\r\n");
    expect(row).toContain(",'=SUM(A1),");
    expect(row).toContain('"A study gives 12, ""not"" 16."');
  });

  it("Markdown escapes what would be markup", () => {
    const markdown = toMarkdown({ ...checked, claims: [{ ...checked.claims[0]!, text: "<b>x</b> [y](z)" }] });
    expect(markdown).toContain("> \\<b\\>x\\</b\\> \\[y\\](z)");
    expect(markdown).toContain("# T\\_itle");
  });

  it("says so in words when a text holds no claims", () => {
    const empty = { ...checked, claims: [], notes: [], summary: { claims: 0, by_verdict: {} } };
    expect(toTerminal(empty)).toBe("No claims were found in this text.\n");
    expect(toTerminal(empty, { language: "zh" })).toMatch(/^文中没有/);
  });

  it("the terminal gets no control characters from the text, and lines no wider than asked", () => {
    const shown = toTerminal({ ...checked, claims: [{ ...checked.claims[0]!, text }] }, { width: 40 });
    expect(shown).not.toContain("\u001b");
    expect(Math.max(...shown.split("\n").map(line => line.length))).toBeLessThanOrEqual(40);
  });

  it("the terminal says first what was wrong with the bytes", () => {
    const warned = {
      ...checked,
      document: { ...checked.document, warnings: ["1 place is not valid UTF-8."] },
    };
    expect(toTerminal(warned).split("\n")[0]).toBe("! 1 place is not valid UTF-8.");
  });

  it("annotations point at the characters and quote them with what stands around", () => {
    const [annotation] = toAnnotations(checked);
    expect(annotation?.target.selector).toEqual([
      { type: "TextPositionSelector", start: 0, end: 8 },
      { type: "TextQuoteSelector", exact: "=SUM(A1)", prefix: "", suffix: text.slice(8, 40) },
    ]);
  });

  it("ClaimReview leaves out what was not checked", () => {
    expect(toClaimReviews(checked)).toMatchObject([
      { "@type": "ClaimReview", claimReviewed: "=SUM(A1)", reviewRating: { ratingValue: 1 } },
    ]);
    const opinion = { ...checked.claims[0]!, finding: { ...finding, verdict: "not-checkable" as const } };
    expect(toClaimReviews({ ...checked, claims: [opinion] })).toEqual([]);
  });
});
