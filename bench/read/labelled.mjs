// Fields of candidate records with the answer whether they are right: of the titles of the shipped book's sources, by the rows that cite them,
// and of the paragraphs of cases/records, by the record that stands below each.
import { readdirSync, readFileSync } from "node:fs";
import { agrees, agreesOnStatus, bookLexicon, documentOf, titles } from "./titles.mjs";

const root = new URL("../../", import.meta.url);
const folder = new URL("cases/records/", root);

/** Fields of which a paragraph names one, whatever it dates. */
const DATES = ["date", "began", "agreed", "seen_operating_by"];
/** What stands in a record and not in the line below its paragraph. */
const UNSAID = new Set(["title", "form", "ended", "affected", "product"]);

async function reader() {
  const { readRecords } = await import(new URL("dist/read/index.js", root));
  const lexicon = await bookLexicon();
  return { lexicon, read: document => readRecords(document, lexicon) };
}

const caseOf = (group, language, fields) => ({
  group,
  language,
  fields,
  whole: fields.every(({ right }) => right),
});

/** Every record read from a title with a row to judge it by. */
async function fromTitles({ lexicon, read }) {
  const cases = [];
  for (const title of titles())
    for (const record of read(documentOf(title))) {
      const rows = title.rows.get(record.kind) ?? [];
      if (rows.length === 0) continue;
      const fields = lexicon.codebook.kinds.get(record.kind).fields.flatMap(({ id, type }) => {
        if (record.bases[id] === undefined) return [];
        const said = rows.map(row =>
          id === "status"
            ? agreesOnStatus(record.fields[id], row[id])
            : agrees(type, record.fields[id], row[id]),
        );
        if (said.every(each => each === null)) return [];
        return [{ signs: record.bases[id].split(" "), right: said.some(each => each === true) }];
      });
      if (fields.length > 0) cases.push(caseOf(`title ${title.id}`, title.language, fields));
    }
  return cases;
}

function paragraphs() {
  return readdirSync(folder)
    .filter(name => name.endsWith(".txt"))
    .flatMap(name =>
      readFileSync(new URL(name, folder), "utf8")
        .split(/^# \d+\n/m)
        .filter(part => part.trim() !== "")
        .map((part, i) => {
          const lines = part.trim().split("\n");
          const [kind, ...stated] = lines.at(-1).slice(1).trim().split(/;\s*/);
          const told = Object.fromEntries(stated.map(field => field.split("=")));
          return {
            name: `${name} ${i}`,
            language: name.slice(0, 2),
            text: lines.slice(0, -1).join("\n"),
            kind,
            told,
          };
        }),
    );
}

/** Every value that a field may hold: alternatives by `|`, several by commas. */
function rightBy(told, id, value) {
  const stated = told[DATES.includes(id) ? "date" : id];
  if (stated === undefined) return false;
  const allowed = stated.split(/[,|]/);
  return value.split(";").every(each => allowed.includes(each));
}

/** Every record of the kind that a paragraph tells. */
async function fromParagraphs({ lexicon, read }) {
  const cases = [];
  for (const { name, language, text, kind, told } of paragraphs())
    for (const record of read(documentOf({ text, language, published: "2025-11-13" }))) {
      if (record.kind !== kind) continue;
      const fields = lexicon.codebook.kinds.get(kind).fields.flatMap(({ id }) => {
        if (record.bases[id] === undefined || UNSAID.has(id)) return [];
        if (id === "place" && told.place === undefined) return [];
        return [{ signs: record.bases[id].split(" "), right: rightBy(told, id, record.fields[id]) }];
      });
      if (fields.length > 0) cases.push(caseOf(name, language, fields));
    }
  return cases;
}

/** Records with their judged fields, of titles and of paragraphs. */
export async function labelled() {
  const tools = await reader();
  return { titles: await fromTitles(tools), paragraphs: await fromParagraphs(tools) };
}
