import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes } from "../bytes.ts";
import { shippedBook, type TestBook } from "../testing/shipped.ts";

let shipped: TestBook;
const words = "We will lend you the cameras and keep the keys";

/** A page of a source of the book, with one statement that points into it. */
async function capture(page: string) {
  const { book } = shipped;
  const sha256 = await book.put(Buffer.from(page));
  const [row] = await book.sql(
    "SELECT record, kind, source FROM statements WHERE kind = 'policy' AND source <> '' ORDER BY record LIMIT 1",
  );
  const statement = {
    record: String(row!["record"]),
    kind: "policy",
    field: "note",
    text: "a note",
    number: null,
    low: null,
    high: null,
    unit: "",
    qualifier: "",
    start: "",
    end: "",
    source: String(row!["source"]),
    capture: sha256,
    span: [0, 4] as const,
    by: "test",
  };
  await book.state("test", [statement]);
}

const findingOn = async (text: string) => {
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "text.txt" });
  return claims.find(({ form }) => form === "quotation")?.finding;
};

beforeAll(async () => {
  shipped = await shippedBook({ change: (name, text) => (name.startsWith("series") ? null : text) });
});
afterAll(() => shipped.remove());

describe("a quotation", () => {
  it("is unverifiable while no source carries its words", async () => {
    expect(await findingOn(`“${words},” said Freedonia Police.`)).toMatchObject({
      verdict: "unverifiable",
      reasons: [{ code: "quotation-not-found" }],
      related: [],
    });
  });

  it("is borne out by a captured page that gives words and speaker, whatever the marks and line ends", async () => {
    const broken = words.replace("cameras and", "cameras\n and");
    await capture(`<html><body><p>The head of Freedonia Police said: «${broken}».</p></body></html>`);
    expect(await findingOn(`“${words},” said Freedonia Police.`)).toMatchObject({
      verdict: "supported",
      reasons: [{ code: "quotation-found" }],
    });
    expect(await findingOn(`“${words},” said Huawei.`)).toMatchObject({
      verdict: "unverifiable",
      reasons: [{ code: "quotation-other-speaker" }],
    });
  });
});
