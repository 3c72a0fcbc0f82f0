import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkBytes } from "../bytes.ts";
import { shippedBook, type TestBook } from "../testing/shipped.ts";
import type { CheckedDocument } from "../types.ts";
import { toAnnotations } from "./annotation.ts";
import { toClaimReviews, toClaims } from "./claim-review.ts";

let shipped: TestBook;
let checked: CheckedDocument;
beforeAll(async () => {
  shipped = await shippedBook();
  const text = readFileSync(new URL("../../../cases/check/texts/lenses.md", import.meta.url), "utf8");
  // Characters beyond the first plane, before and inside of what is claimed.
  const astral = text.replace("Kampala was", "\u{1f4f7}\u{1f4f7} Kampala was");
  checked = await checkBytes(Buffer.from(astral), shipped.book, {
    name: "lenses.md",
    url: "https://example.org/a#top",
  });
});
afterAll(() => shipped.remove());

type Thing = Readonly<Record<string, unknown>>;
type Range = "text" | "number" | "date" | "url" | readonly string[];

/** Properties that schema.org 28 gives to the types that are used, with their ranges; of a type those of its parents too. */
const THING: Record<string, Range> = { name: "text", alternateName: "text", identifier: "text", url: "url" };
const CREATIVE_WORK: Record<string, Range> = {
  ...THING,
  text: "text",
  inLanguage: "text",
  author: ["Organization", "Person"],
  creditText: "text",
  datePublished: "date",
  version: "text",
  citation: ["CreativeWork"],
  isBasedOn: ["CreativeWork"],
};
const TYPES: Record<string, Record<string, Range>> = {
  CreativeWork: CREATIVE_WORK,
  Claim: { ...CREATIVE_WORK, appearance: ["CreativeWork"] },
  ClaimReview: {
    ...CREATIVE_WORK,
    claimReviewed: "text",
    reviewBody: "text",
    itemReviewed: ["Claim"],
    reviewRating: ["Rating"],
  },
  Organization: THING,
  Rating: { ...THING, ratingValue: "number", bestRating: "number", worstRating: "number" },
};

/** What does not follow schema.org: unknown types and properties, and values out of their range. */
function faultsOf(thing: Thing, path = ""): string[] {
  const known = TYPES[String(thing["@type"])];
  if (!known) return [`${path}: unknown type ${thing["@type"]}`];
  return Object.entries(thing)
    .filter(([name]) => !name.startsWith("@"))
    .flatMap(([name, value]) => {
      const range = known[name];
      const at = `${path}/${name}`;
      if (range === undefined) return [`${at}: no property of ${thing["@type"]}`];
      return (Array.isArray(value) ? value : [value]).flatMap(each => outOfRange(each, range, at));
    });
}

function outOfRange(value: unknown, range: Range, at: string): string[] {
  if (range === "number") return typeof value === "number" ? [] : [`${at}: no number`];
  if (range === "date") return /^\d{4}(-\d{2}(-\d{2})?)?/.test(String(value)) ? [] : [`${at}: no date`];
  if (range === "url") return URL.canParse(String(value)) ? [] : [`${at}: no address`];
  if (range === "text") return typeof value === "string" && value !== "" ? [] : [`${at}: no text`];
  const thing = value as Thing;
  return range.includes(String(thing["@type"])) ? faultsOf(thing, at) : [`${at}: out of range`];
}

it("each ClaimReview and Claim follows schema.org, with what its readers ask for", () => {
  const reviews = toClaimReviews(checked);
  expect(reviews.length).toBeGreaterThan(10);
  for (const review of reviews) {
    expect(faultsOf(review)).toEqual([]);
    expect(review).toMatchObject({ "@context": "https://schema.org", claimReviewed: expect.any(String) });
    const { ratingValue } = review.reviewRating as { ratingValue?: number };
    if (ratingValue !== undefined) expect([1, 2, 3, 4, 5]).toContain(ratingValue);
  }
  const claims = toClaims(checked);
  expect(claims).toHaveLength(checked.claims.length);
  expect(claims.flatMap(claim => faultsOf(claim))).toEqual([]);
  const ids = [...reviews, ...claims].map(each => each["@id"]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter(id => !URL.canParse(id) || id.split("#").length !== 2)).toEqual([]);
});

it("each annotation follows the Web Annotation model, and its selectors find the claim in the text", () => {
  const points = [...checked.document.text];
  const annotations = toAnnotations(checked);
  expect(annotations.length).toBe(checked.claims.length);
  for (const annotation of annotations) {
    expect(annotation["@context"]).toBe("http://www.w3.org/ns/anno.jsonld");
    expect(annotation.type).toBe("Annotation");
    expect(URL.canParse(annotation.id)).toBe(true);
    expect(URL.canParse(annotation.target.source)).toBe(true);
    expect(["assessing", "classifying", "commenting"]).toContain(annotation.motivation);
    for (const body of annotation.body)
      expect(body).toMatchObject({ type: "TextualBody", value: expect.any(String) });
    const [position, quote] = annotation.target.selector as unknown as [
      { start: number; end: number },
      { exact: string; prefix: string; suffix: string },
    ];
    expect(points.slice(position.start, position.end).join("")).toBe(quote.exact);
    expect(checked.document.text).toContain(quote.prefix + quote.exact + quote.suffix);
    expect(quote.prefix + quote.suffix).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  }
});

it("a text without an address is named by its digest", () => {
  const [annotation] = toAnnotations({ ...checked, document: { ...checked.document, url: "" } });
  expect(annotation?.target.source).toMatch(/^ni:\/\/\/sha-256;[\w-]{43}$/);
});
