import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { isRecords, loadCodebook, parseFacts } from "../../codebook/index.ts";
import type { FactRow, Kind } from "../../codebook/types.ts";
import type { WideRow } from "./fields.ts";
import { explainRecords, proposeEvents } from "./propose-events.ts";
import { rehearse } from "./rehearse.ts";

const folder = (name: string) => fileURLToPath(new URL(`../../../books/security/${name}`, import.meta.url));
const texts = (name: string) =>
  readdirSync(folder(name)).map(
    file => [`${name}/${file}`, readFileSync(`${folder(name)}/${file}`, "utf8")] as const,
  );
const codebook = loadCodebook(new Map(texts("codebook").filter(([file]) => file.endsWith(".yaml"))));

/** A row of a facts file in the shape of the wide view, as the book makes it of one file. */
function wide(kind: Kind, { id, values, sources }: FactRow): WideRow {
  const row: Record<string, unknown> = { id, sources };
  for (const field of kind.fields) {
    const mine = values.filter(value => value.field === field.id);
    const [first] = mine;
    if (first === undefined) continue;
    if (field.type === "date")
      Object.assign(row, {
        [field.id]: first.text,
        [`${field.id}_start`]: first.start,
        [`${field.id}_end`]: first.end,
      });
    else if (field.type === "quantity" || field.type === "money")
      Object.assign(row, {
        [field.id]: first.number,
        [`${field.id}_low`]: first.low,
        [`${field.id}_high`]: first.high,
        [`${field.id}_unit`]: first.unit,
        [`${field.id}_qualifier`]: first.qualifier,
      });
    else row[field.id] = field.many ? mine.map(({ text }) => text) : first.text;
  }
  return row;
}

function rowsOf(kind: Kind): WideRow[] {
  const path = `facts/${kind.id}.csv`;
  const facts = parseFacts(codebook, path, readFileSync(folder(path), "utf8"));
  return isRecords(facts) ? facts.rows.map(row => wide(kind, row)) : [];
}

describe.each(["training", "deployment", "incident", "entity", "policy"])("%s of the shipped book", id => {
  const kind = codebook.kinds.get(id)!;
  const rows = rowsOf(kind);

  test("no two records are joined by the rule, because all rows are events already", () => {
    const { joined, compared } = proposeEvents(kind, rows);
    expect(compared).toBe((rows.length * (rows.length - 1)) / 2);
    expect(joined.map(({ records }) => records)).toEqual([]);
  });

  test("the rule finds second reports and hardly ever joins two records", () => {
    const at = rehearse(kind, rows).rows.find(({ threshold }) => threshold === 0.999)!;
    expect(at.precision).toBeGreaterThan(0.97);
    expect(at.recall).toBeGreaterThan(0.1);
  });
});

test("two courses of one host in two years are told apart by their dates, whatever else agrees", () => {
  const kind = codebook.kinds.get("training")!;
  const pair = explainRecords(kind, rowsOf(kind), ["tr-jp-sivas-2011", "tr-jp-sivas-2014"])!;
  expect(pair.against).toContain("began / ended contradicts");
});

/** A share as the page writes it: cut, never rounded up to more than the evidence says. */
const cut = (share: number) =>
  share > 0.999 ? "over 99.9%" : `${(Math.floor(1000 * share) / 10).toFixed(1)}%`;

test("the page on the book's events lists what comes near, as the rule sees it now", () => {
  const page = readFileSync(
    new URL("../../../docs/explanation/events-of-the-book.md", import.meta.url),
    "utf8",
  );
  const listed = page.split("\n").filter(line => / \| `.*` \| `.*` \| /.test(line));
  const near = ["training", "deployment", "incident", "entity", "policy"].flatMap(id => {
    const kind = codebook.kinds.get(id)!;
    return proposeEvents(kind, rowsOf(kind), { most: 1000 }).near.filter(pair => pair.probability >= 0.9);
  });
  const expected = near.map(({ probability, records, against }) => {
    const why = against.length > 0 ? against.join("; ") : "nothing; below the threshold";
    return `| ${cut(probability)} | \`${records[0]}\` | \`${records[1]}\` | ${why} |`;
  });
  expect(listed.map(line => line.split(" | ").slice(0, 4).join(" | ").concat(" |"))).toEqual(expected);
});
