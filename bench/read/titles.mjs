// Titles of the sources of the shipped book, labelled by the rows that cite them: what a headline is read to state is right where
// a row of the same kind that cites its source says so. A title may state what no row keeps, so that precision here is a floor.
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

const root = new URL("../../", import.meta.url);
const facts = new URL("books/security/facts/", root);
const table = name => parse(readFileSync(new URL(`${name}.csv`, facts)), { columns: true });

/** The lexicon of the shipped book. */
export async function bookLexicon() {
  const { loadCodebook } = await import(new URL("dist/codebook/index.js", root));
  const { createLexicon } = await import(new URL("dist/read/index.js", root));
  const folder = new URL("books/security/codebook/", root);
  const files = readdirSync(folder).filter(name => name.endsWith(".yaml"));
  const codebook = loadCodebook(
    new Map(files.map(name => [name, readFileSync(new URL(name, folder), "utf8")])),
  );
  const entities = table("entity").map(row => ({
    ...row,
    aliases: row.aliases ? row.aliases.split(";") : [],
  }));
  return createLexicon(codebook, entities);
}

/** Rows of a kind by the source that they cite. */
function rowsBySource(kind) {
  const found = new Map();
  for (const row of table(kind))
    for (const id of row.source_ids.split(";")) if (id !== "") found.set(id, [...(found.get(id) ?? []), row]);
  return found;
}

/** Every title with the rows of each kind that cite it. */
export function titles() {
  const kinds = ["training", "deployment", "incident", "policy"];
  const cited = new Map(kinds.map(kind => [kind, rowsBySource(kind)]));
  return table("source").map(({ id, title, language, published, publisher }) => ({
    id,
    text: /[.!?…。？！]$/.test(title) ? title : `${title}${language === "zh" ? "。" : "."}`,
    language,
    published,
    publisher,
    rows: new Map(kinds.map(kind => [kind, cited.get(kind).get(id) ?? []])),
  }));
}

const parts = value => (value ?? "").split(";").filter(Boolean);
const near = (a, b) => a !== "" && b !== "" && Math.abs(Number(a) - Number(b)) <= 1e-9 * Math.abs(Number(b));

const within = (a, b) => b.toLowerCase().includes(a.toLowerCase());

/** Does a row say what a field was read to hold? Of a list every item must be there; a date may be less exact than the row's. */
export function agrees(type, value, stated) {
  if ((stated ?? "") === "") return null;
  if (type === "date") return stated.startsWith(value) || value.startsWith(stated);
  if (type === "quantity" || type === "money") return near(value, stated);
  if (type === "text" || type === "place") return within(value, stated) || within(stated, value);
  return parts(value).every(each => parts(stated).includes(each));
}

const STAGES = ["announced", "signed", "built", "operational"];

/** A row keeps the last that is known: what a title said earlier of the same system was right as well. */
export const agreesOnStatus = (value, stated) =>
  (stated ?? "") === "" || stated === "unknown"
    ? null
    : value === stated || (STAGES.includes(value) && STAGES.indexOf(stated) > STAGES.indexOf(value));

export const documentOf = ({ text, language, published }) => ({
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
});
