import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../codebook/errors.ts";
import { readBytes } from "../bytes.ts";
import { toJson } from "../export/json.ts";
import { toMarkdown } from "../export/markdown.ts";
import { toTerminal } from "../export/terminal.ts";
import { shippedBook, type TestBook } from "../testing/shipped.ts";
import type { CheckedDocument } from "../types.ts";
import { checkWithAppeals } from "./apply.ts";
import { correctionsOf } from "./ledger.ts";
import { type Appeal, appeal, claimNamed, withdrawAppeal } from "./make.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

const TEXT = "China has given nearly 900 training sessions to foreign police since 2000.";
const OTHER = `${TEXT} Access Now counted 296 shutdowns in 2024.`;
const signed = { by: "A. Editor", reason: "the desk has called the counter." };

const read = (text: string) => readBytes(Buffer.from(text), shipped.book, { name: "text.txt" });
async function check(text: string, language = "en"): Promise<CheckedDocument> {
  const { document, claims } = await read(text);
  return checkWithAppeals(document, claims, shipped.book, { language });
}
const numberIn = ({ claims }: CheckedDocument) => claims.find(({ measure }) => measure !== "")!;

async function correct(text: string, own: Omit<Appeal, "by" | "reason"> & Partial<Appeal>): Promise<number> {
  const { document, claims } = await read(text);
  const claim = numberIn(await check(text));
  const measure = claims.find(({ id }) => id === claim.id)!.measure;
  const appealed = { sha256: document.sha256, claim, measure };
  return (await appeal(shipped.book, appealed, { ...signed, ...own })).seq;
}
const withdraw = (entry: number) => withdrawAppeal(shipped.book, entry, signed);

describe("a correction", () => {
  it("gives the verdict of the person, with name, reason and what the rule alone says", async () => {
    const before = numberIn(await check(TEXT)).finding;
    const entry = await correct(TEXT, { change: { verdict: "outdated" } });
    const after = await check(TEXT);
    const { finding } = numberIn(after);
    expect(before.verdict).toBe("supported");
    expect(finding).toMatchObject({
      verdict: "outdated",
      corrected: { entry, by: "A. Editor", before: "supported" },
    });
    expect(finding.reasons[0]).toEqual({
      code: "corrected",
      text: `Corrected by A. Editor (entry ${entry}): the desk has called the counter. The rule alone says: Supported.`,
    });
    expect(after.summary.by_verdict).toMatchObject({ outdated: 1 });
    expect(finding.for).toEqual(before.for);
    await withdraw(entry);
  });

  it("shows in the terminal, in Markdown and in JSON, and in the reader's language", async () => {
    const entry = await correct(TEXT, { change: { verdict: "outdated" } });
    const checked = await check(TEXT);
    expect(toTerminal(checked)).toContain("Corrected by A. Editor");
    expect(toMarkdown(checked)).toContain("Corrected by A. Editor");
    expect(numberIn(toJson(checked) as never).finding.corrected).toMatchObject({ entry });
    expect(numberIn(await check(TEXT, "zh")).finding.reasons[0]?.text).toContain("A. Editor更正");
    await withdraw(entry);
  });

  it("reads another number, and the rule judges that one", async () => {
    const entry = await correct(TEXT, { change: { value: 2900 } });
    const claim = numberIn(await check(TEXT));
    expect(claim.value).toBe(2900);
    expect(claim.finding.verdict).not.toBe("supported");
    expect(claim.finding.reasons.map(({ text }) => text)).toContain("Read as 2900, not as 900.");
    await withdraw(entry);
  });

  it("takes a record out of the evidence of this claim", async () => {
    const records = numberIn(await check(TEXT)).finding.for.map(({ record }) => record);
    const entry = await correct(TEXT, { change: { without: records } });
    const { finding } = numberIn(await check(TEXT));
    expect(records.length).toBeGreaterThan(0);
    expect(finding.for).toEqual([]);
    expect(finding.verdict).toBe("unverifiable");
    await withdraw(entry);
  });

  it("puts a named record on the side of the verdict that came with it", async () => {
    const text = "China has given police training in Antarctica to 4711 squads.";
    const { document, claims } = await read(text);
    const claim = (await checkWithAppeals(document, claims, shipped.book)).claims[0]!;
    const change = { verdict: "contradicted" as const, evidence: ["ctx-carnegie-trainings"] };
    const appealed = { sha256: document.sha256, claim, measure: claims[0]!.measure };
    const { seq } = await appeal(shipped.book, appealed, { ...signed, change });
    const { finding } = (await check(text)).claims[0]!;
    expect(finding.against).toMatchObject([
      { record: "ctx-carnegie-trainings", note: "Named as evidence by A. Editor." },
    ]);
    await withdraw(seq);
  });

  it("adds up with another one on the same claim, each with its own name", async () => {
    const first = await correct(TEXT, { change: { value: 2900 } });
    const second = await correct(TEXT, { change: { verdict: "disputed" }, by: "B. Editor" });
    const claim = numberIn(await check(TEXT));
    expect(claim).toMatchObject({
      value: 2900,
      finding: { verdict: "disputed", corrected: { entry: second } },
    });
    expect(claim.finding.reasons.map(({ text }) => text).join(" ")).toMatch(
      /B\. Editor.*A\. Editor.*Read as 2900/,
    );
    await withdraw(second);
    expect(numberIn(await check(TEXT)).value).toBe(2900);
    await withdraw(first);
  });

  it("holds for the same text only, unless it is for everywhere", async () => {
    const here = await correct(TEXT, { change: { verdict: "outdated" } });
    expect(numberIn(await check(OTHER)).finding.corrected).toBeUndefined();
    await withdraw(here);
    const everywhere = await correct(TEXT, { change: { verdict: "outdated" }, everywhere: true });
    expect(numberIn(await check(OTHER)).finding.verdict).toBe("outdated");
    await withdraw(everywhere);
  });

  it("gives way to a newer one, and comes back when that is withdrawn", async () => {
    const first = await correct(TEXT, { change: { verdict: "outdated" } });
    const second = await correct(TEXT, { change: { verdict: "disputed" } });
    expect(numberIn(await check(TEXT)).finding.verdict).toBe("disputed");
    await withdraw(second);
    expect(numberIn(await check(TEXT)).finding.verdict).toBe("outdated");
    await withdraw(first);
  });

  it("leaves no trace in the finding when it is withdrawn, and both entries in the journal", async () => {
    const before = numberIn(await check(TEXT)).finding;
    const entry = await correct(TEXT, { change: { verdict: "outdated" } });
    const { seq } = await withdraw(entry);
    // What the book counts itself is as of its newest entry, and the two of the correction are newer.
    const indicator = { ...before.indicator, as_of: expect.any(String) };
    expect(numberIn(await check(TEXT)).finding).toEqual({ ...before, indicator });
    expect(await correctionsOf(shipped.book)).toEqual([]);
    const acts: unknown[] = [];
    for await (const { act, data } of shipped.book.entries({ from: entry, to: seq })) acts.push([act, data]);
    expect(acts).toMatchObject([
      ["decide", { judgement: "correct", before: "supported" }],
      ["decide", { judgement: "withdraw", entry }],
    ]);
  });
});

describe("a correction that cannot stand", () => {
  const refusal = (own: Partial<Appeal>) =>
    correct(TEXT, { change: { verdict: "outdated" }, ...own }).then(
      () => [],
      error => (error as UserError).problems.map(({ message }) => message),
    );

  it("is refused with all that is wrong with it, and nothing is written", async () => {
    const { seq } = shipped.book.head;
    const change = { measure: "training-sesions", verdict: "wrong" as never, evidence: ["no-such-record"] };
    expect(await refusal({ by: " ", reason: "", change })).toEqual([
      "--by is missing",
      "--reason is missing",
      'there is no measure "training-sesions"',
      'there is no verdict "wrong"',
      'the book holds no record "no-such-record"',
    ]);
    expect(await refusal({ change: {} })).toEqual(["nothing is corrected"]);
    expect(shipped.book.head.seq).toBe(seq);
  });

  it("is refused where the claim is not known or not the only one", async () => {
    const checked = await check(OTHER);
    expect(() => claimNamed(checked, "c99")).toThrow(UserError);
    expect(() => claimNamed(checked, "o")).toThrow(/claims hold these words/);
    expect(claimNamed(checked, "296").value).toBe(296);
  });

  it("cannot be withdrawn twice", async () => {
    const entry = await correct(TEXT, { change: { verdict: "outdated" } });
    await withdraw(entry);
    await expect(withdraw(entry)).rejects.toThrow(/no correction in force/);
  });
});
