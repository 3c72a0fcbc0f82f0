import { readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { loadCodebook } from "../codebook/index.ts";
import type { EntityRow } from "./entity-names.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import type { Document } from "./types.ts";

const folder = new URL("../../books/security/", import.meta.url);

function entities(): EntityRow[] {
  const rows = parse(readFileSync(new URL("facts/entity.csv", folder), "utf8"), { columns: true }) as Record<
    string,
    string
  >[];
  return rows.map(row => ({
    id: row["id"] ?? "",
    kind: row["kind"] ?? "",
    name: row["name"] ?? "",
    country: row["country"] ?? "",
    aliases: (row["aliases"] ?? "").split(";").filter(Boolean),
    parent: row["parent"] ?? "",
  }));
}

let known: Lexicon | undefined;

/** The shipped book's lexicon, for the tests of this room. */
export function testLexicon(): Lexicon {
  if (!known) {
    const names = readdirSync(new URL("codebook/", folder)).filter(name => name.endsWith(".yaml"));
    const files = new Map(
      names.map(name => [name, readFileSync(new URL(`codebook/${name}`, folder), "utf8")]),
    );
    known = createLexicon(loadCodebook(files), entities());
  }
  return known;
}

/** A document of plain words. */
export function testDocument(text: string, language = "en", published = ""): Document {
  return {
    title: "",
    language,
    sha256: "",
    characters: text.length,
    text,
    url: "",
    publisher: "",
    authors: [],
    published,
    format: "text",
    links: [],
    warnings: [],
  };
}
