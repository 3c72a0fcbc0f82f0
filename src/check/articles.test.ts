import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes } from "./bytes.ts";
import { toJson } from "./export/json.ts";
import { sharedPath, shippedBook, type TestBook, withoutRows } from "./testing/shipped.ts";
import type { CheckedClaim, CheckedDocument, Evidence } from "./types.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Expected {
  readonly text: string;
  readonly form?: string;
  readonly planted: string | null;
  readonly verdict: string;
  readonly code?: string;
  readonly note?: string;
}

const golden = JSON.parse(readFileSync(join(root, "cases/check/order-for-export.json"), "utf8")) as {
  article: string;
  claims: Expected[];
};

let shipped: TestBook;
let checked: CheckedDocument;

beforeAll(async () => {
  shipped = await shippedBook();
  checked = await checkBytes(readFileSync(join(root, golden.article)), shipped.book, {
    name: golden.article,
  });
});
afterAll(() => shipped.remove());

function claimOf({ text, form }: Expected): CheckedClaim | undefined {
  const holding = checked.claims.filter(claim => form === undefined || claim.form === form);
  const inSentence = (claim: CheckedClaim) => checked.document.text.slice(...claim.sentence).includes(text);
  return holding.find(claim => claim.text.includes(text)) ?? holding.find(inSentence);
}

describe("the sample article", () => {
  it.each(
    golden.claims
      .filter(({ planted }) => planted !== null)
      .map(each => [each.planted, each.text, each] as const),
  )("has a planted error that is found: %s (%s)", (_, __, expected) => {
    const claim = claimOf(expected);
    expect(claim?.finding.verdict).toBe(expected.verdict);
    if (expected.code) expect(claim?.finding.reasons.map(({ code }) => code)).toContain(expected.code);
    if (expected.note) expect(checked.notes.map(({ code }) => code)).toContain(expected.note);
  });

  it.each(golden.claims.filter(({ planted }) => planted === null).map(each => [each.text, each] as const))(
    "has a sound sentence that is left alone: %s",
    (_, expected) => expect(claimOf(expected)?.finding.verdict).toBe(expected.verdict),
  );

  it("gives every claim reasons, and every number the set that it claims", () => {
    for (const { finding, form, measure } of checked.claims) {
      expect(finding.reasons.length).toBeGreaterThan(0);
      if (form === "number" && measure !== "") expect(finding.claimed).not.toBeNull();
    }
  });

  it("words every reason", () => {
    const texts = checked.claims.flatMap(({ finding }) => [
      ...finding.reasons.map(({ text }) => text),
      finding.missing,
    ]);
    expect(texts.filter(text => /\{|undefined|NaN|null/.test(text))).toEqual([]);
    expect(
      checked.claims
        .flatMap(({ finding }) => finding.reasons)
        .filter(({ code, text }) => code === text.toLowerCase()),
    ).toEqual([]);
  });

  it("gives the same bytes twice", async () => {
    const again = await checkBytes(readFileSync(join(root, golden.article)), shipped.book, {
      name: golden.article,
    });
    expect(JSON.stringify(toJson(again))).toBe(JSON.stringify(toJson(checked)));
  });

  it("shows evidence that the book holds: every record and every source resolves", async () => {
    expect(await unresolved(checked)).toEqual([]);
  });
});

async function unresolved({ claims }: CheckedDocument): Promise<string[]> {
  const evidence = claims.flatMap(({ finding }) => [...finding.for, ...finding.against, ...finding.related]);
  const records = await shipped.book.sql<{ record: string }>("SELECT DISTINCT record FROM record_source");
  const sources = await shipped.book.sql<{ id: string }>("SELECT id FROM source");
  const known = new Set([...records.map(({ record }) => record), ...sources.map(({ id }) => id)]);
  const missing = ({ record, sources: cited }: Evidence) =>
    [record, ...cited]
      .filter(id => !known.has(id))
      .concat(cited.length === 0 ? [`${record} without source`] : []);
  return evidence.flatMap(missing);
}

describe("verdicts come from the evidence alone", () => {
  it("a deleted row takes its verdict with it", async () => {
    const text = "China has given nearly 900 training sessions to foreign police since 2000.";
    const verdictIn = async (ids: readonly string[]) => {
      const { book, remove } = await shippedBook({
        change: (name, facts) =>
          name === "figure.csv" ? withoutRows(facts, ids) : name.startsWith("series") ? null : facts,
      });
      try {
        const { claims } = await checkBytes(Buffer.from(text), book, { name: "text.txt" });
        return claims.find(({ value }) => value === 900)?.finding;
      } finally {
        await remove();
      }
    };
    expect(await verdictIn([])).toMatchObject({ verdict: "supported" });
    const without = await verdictIn(["ctx-carnegie-trainings", "chn-fig-economist-sessions"]);
    expect(without).toMatchObject({ verdict: "unverifiable", for: [] });
  });
});

describe("a text of whoever counted", () => {
  const count = "In December 2022 there were at least 102 Chinese overseas police stations.";
  const verdictOf = async (publisher: string) => {
    const text = `---\npublisher: ${publisher}\n---\n\n${count}\n`;
    const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "text.md" });
    return claims.find(({ value }) => value === 102)?.finding;
  };

  it("is not borne out by those who repeat it", async () => {
    expect(await verdictOf("Example Daily")).toMatchObject({ verdict: "supported" });
    const own = await verdictOf("Safeguard Defenders");
    expect(own).toMatchObject({ verdict: "unverifiable", for: [] });
    expect(own?.reasons.map(({ code }) => code)).toContain("only-own-page");
  });
});

const article = sharedPath("article.txt");

describe.skipIf(!existsSync(article))("the article of the issue (skipped where ../shared is absent)", () => {
  let found: CheckedDocument;
  beforeAll(async () => {
    found = await checkBytes(readFileSync(article), shipped.book, { name: "article.txt" });
  });
  const numbers = () =>
    found.claims.flatMap(({ value, parts }) => [
      ...(value === null ? [] : [value]),
      ...parts.map(part => part.value),
    ]);
  const by = (value: number, unit?: string) =>
    found.claims.find(claim => claim.value === value && (unit === undefined || claim.unit === unit))?.finding;

  it("has all of its numbers found", () => {
    expect(numbers()).toEqual(expect.arrayContaining([900, 138, 14, 40, 100, 82, 86, 75, 16, 81]));
  });

  it("is known for a source of the book and never supports itself", () => {
    expect(found.notes.map(({ code }) => code)).toContain("self-source");
    const cited = found.claims
      .flatMap(({ finding }) => [...finding.for, ...finding.against, ...finding.related])
      .flatMap(({ sources }) => sources);
    expect(cited).not.toContain("ctx-abpanelpc-china-police-training-2025");
    expect(by(86)).toMatchObject({ verdict: "unverifiable", for: [] });
  });

  it("credits a magazine with another's count", () => {
    expect(by(900)?.verdict).toBe("misattributed");
    expect(by(900)?.for[0]).toMatchObject({ origin: "Carnegie" });
  });

  it("prints a seller's figure as a fact", () => {
    expect(by(100)).toMatchObject({ verdict: "disputed" });
    expect(by(100)?.reasons[0]?.code).toBe("vendor-claim-as-fact");
  });

  it.each([
    ["a plan", "SLB", "slb-defence-force-2025"],
    ["a stop at an airport", "KAZ", "kaz-blogger-airport-2025"],
  ])("tells of %s that a record of the book tells of in other words", (_, place, record) => {
    const findings = found.claims
      .filter(({ places, finding }) => places.includes(place) && finding.verdict === "supported")
      .flatMap(({ finding }) => finding.for.map(each => each.record));
    expect(findings).toContain(record);
  });

  it("cites a study by the institution of its makers", () => {
    const study = found.claims.find(({ form }) => form === "study")?.finding;
    expect(study).toMatchObject({ verdict: "supported" });
    expect(study?.reasons[0]?.code).toBe("study-retold");
  });

  it("has no number that is called wrong without a count against it", () => {
    const wrong = found.claims.filter(
      ({ finding, value }) => value !== null && finding.verdict === "contradicted",
    );
    expect(wrong.filter(({ finding }) => finding.against.length === 0)).toEqual([]);
  });

  it("shows evidence that the book holds", async () => {
    expect(await unresolved(found)).toEqual([]);
  });

  it("has an advertisement", () => {
    expect(found.summary.by_verdict["promotional"]).toBe(1);
  });
});
