import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes } from "./bytes.ts";
import { toCsv } from "./export/csv.ts";
import { toMarkdown } from "./export/markdown.ts";
import { toTerminal } from "./export/terminal.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";
import type { CheckedClaim, CheckedDocument } from "./types.ts";

const folder = fileURLToPath(new URL("../../cases/check/tables/", import.meta.url));

/** A cell with what must or must not come of it; `planted` says what is wrong with it. */
interface Expected {
  /** Words of its row, and of itself. */
  readonly row: string;
  readonly cell: string;
  readonly planted: string | null;
  readonly verdict?: string;
  readonly not?: readonly string[];
  readonly code?: string;
  /** Why the book cannot tell that it is wrong, in a sentence no more than in a cell; it only must not be borne out. */
  readonly undecidable?: string;
}

interface Golden {
  /** Rows with numbers that are left unread, and counted in a note. */
  readonly unread: number;
  readonly claims: readonly Expected[];
}

const names = readdirSync(folder)
  .filter(name => !name.endsWith(".json"))
  .sort();
const goldenOf = (name: string): Golden =>
  JSON.parse(readFileSync(folder + name.replace(/\w+$/, "json"), "utf8"));

let shipped: TestBook;
const checked = new Map<string, CheckedDocument>();

beforeAll(async () => {
  shipped = await shippedBook();
  for (const name of names)
    checked.set(name, await checkBytes(readFileSync(folder + name), shipped.book, { name }));
});
afterAll(() => shipped.remove());

const cellsOf = ({ claims }: CheckedDocument) => claims.filter(({ told }) => told);

const claimOf = (document: CheckedDocument, { row, cell }: Expected): CheckedClaim | undefined =>
  cellsOf(document).find(
    ({ text, sentence }) => text === cell && document.document.text.slice(...sentence).includes(row),
  );

describe.each(names)("%s", name => {
  const { unread, claims } = goldenOf(name);

  it.each(claims.map(each => [`${each.row}: ${each.cell}`, each] as const))("%s", (_, expected) => {
    const { verdict, reasons = [] } = claimOf(checked.get(name)!, expected)?.finding ?? {};
    expect(verdict).toBeDefined();
    if (expected.verdict) expect(verdict).toBe(expected.verdict);
    if (expected.code) expect(reasons.map(({ code }) => code)).toContain(expected.code);
    if (expected.not) expect(expected.not).not.toContain(verdict);
    if (expected.undecidable) expect(verdict).not.toBe("supported");
  });

  it("has no claims of other cells, and says how many rows were left", () => {
    const found = checked.get(name)!;
    expect(cellsOf(found).length).toBe(claims.length);
    const note = found.notes.find(({ code }) => code === "table-unchecked");
    expect(note?.spans.length ?? 0).toBe(unread);
  });

  it("points each claim at the cell's own characters, in its row, and tells it in words", () => {
    const found = checked.get(name)!;
    for (const { text, span, sentence, told } of cellsOf(found)) {
      expect(found.document.text.slice(...span)).toBe(text);
      expect(span[0] >= sentence[0] && span[1] <= sentence[1]).toBe(true);
      expect(told!.text).toContain(text);
      expect(told!.text.slice(...told!.span)).toContain(text);
    }
  });
});

it("finds the same in a cell as in a sentence that says what it does", async () => {
  const { document, claims } = checked.get("register.html")!;
  for (const { told, finding, value } of cellsOf({ document, claims } as CheckedDocument)) {
    if (value === null) continue;
    const text = Buffer.from(`A report on exported systems has it so.\n\n${told!.text}.\n`);
    const alone = await checkBytes(text, shipped.book, { name: "text.txt" });
    const same = alone.claims.find(each => each.value === value)?.finding;
    if (finding.verdict === "supported") expect(same?.verdict).not.toBe("contradicted");
    if (finding.verdict === "contradicted") expect(same?.verdict).not.toBe("supported");
  }
});

it("says row, head and cell wherever findings are exported", () => {
  const found = checked.get("register.html")!;
  const words = "India, 2023: 116 Internet shutdowns by country";
  expect(toTerminal(found, { width: 200 })).toContain(`"116" (${words})`);
  expect(toMarkdown(found)).toContain(`> ${words}`);
  expect(toCsv(found)).toContain(words);
});
