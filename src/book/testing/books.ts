import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenBook } from "../book.ts";
import type { BookEffects } from "../effects.ts";
import { createBook } from "../open.ts";
import type { Statement } from "../types.ts";

/** A small codebook that has every shape of field, and one sensitive field. */
export const CODEBOOK: ReadonlyMap<string, string> = new Map([
  [
    "codebook/codebook.yaml",
    `codebook: {id: small, title: A small book, version: "1"}
series:
  score: {label: Score, maker: Nobody, unit: points, terms: Free.}
`,
  ],
  [
    "codebook/deal.yaml",
    `kind:
  id: deal
  label: Deal
  plural: Deals
  description: A sale.
  name: "{seller}"
  sentence: "{seller} sold."
  identify: [seller]
  fields:
    seller: {type: text, required: true, label: Seller, description: Who sold.}
    buyers: {type: country, many: true, label: Buyers, description: Who bought.}
    agreed: {type: date, label: Agreed, description: When.}
    units: {type: quantity, label: Units, description: How many., columns: {high: units_high, qualifier: units_qualifier, unit: units_unit}}
    contact: {type: text, sensitive: true, label: Contact, description: Who told us.}
    note: {type: text, label: Note, description: More.}
`,
  ],
  [
    "codebook/source.yaml",
    `kind:
  id: source
  label: Source
  plural: Sources
  description: Something published.
  name: "{title}"
  sentence: "{title} came out."
  identify: [title]
  cited: true
  fields:
    title: {type: text, required: true, label: Title, description: Its title.}
`,
  ],
]);

/** Facts of the small book. */
export const FACTS: ReadonlyMap<string, string> = new Map([
  [
    "facts/deal.csv",
    `id,seller,buyers,agreed,units,units_high,units_qualifier,units_unit,contact,note,source_ids
d1,Acme,KEN;UGA,2019-05,1500,1950,about,camera,secret-name-one,first,s1;s2
d2,Bolt,PAK,2010-12-17,,,,,secret-name-two,,s2
`,
  ],
  ["facts/source.csv", "id,title\ns1,Paper one\ns2,Paper two\n"],
  [
    "facts/series-score.csv",
    "country,year,measure,value,category,source_ids\nKEN,2019,score,3.5,,s1\nKEN,2020,score,,,s1\n",
  ],
]);

export const folders: string[] = [];

/** A new folder that `removeFolders` takes away. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "custodes-test-"));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Effects without chance: a clock that ticks a second at each look, and salts that count. */
export function steadyEffects(effects: Partial<BookEffects> = {}): Partial<BookEffects> {
  let ticks = 0;
  let salts = 0;
  return {
    now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, ticks++)),
    random: bytes => {
      const salt = Buffer.alloc(bytes);
      salt.writeUInt32BE(++salts, 0);
      return salt;
    },
    ...effects,
  };
}

/** A new book with the small codebook. */
export function smallBook(
  effects: Partial<BookEffects> = {},
  codebook: ReadonlyMap<string, string> = CODEBOOK,
): Promise<OpenBook> {
  return createBook(join(newFolder(), "book"), { codebook, by: "tester", effects: steadyEffects(effects) });
}

/** A statement with what is not said left empty. */
export function statement(said: Partial<Statement> & { record: string; field: string }): Statement {
  return {
    kind: "deal",
    text: "",
    number: null,
    low: null,
    high: null,
    unit: "",
    qualifier: "",
    start: "",
    end: "",
    source: "",
    capture: "",
    span: null,
    by: "tester",
    ...said,
  };
}
