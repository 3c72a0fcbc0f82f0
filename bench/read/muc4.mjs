// Incidents of Latin American news (MUC-4) by a codebook of its own and the general reader of happenings. The texts were wires in
// capitals; the collection holds them in lower case, so they are put back. The set lies in ../shared/bench.
import { rows } from "../text/data.mjs";
import { codebook } from "./muc4-codebook.mjs";
import { scoreTemplates } from "./muc4-score.mjs";

const root = new URL("../../", import.meta.url);

const document = text => ({
  title: "",
  language: "en",
  sha256: "",
  characters: text.length,
  text,
  url: "",
  publisher: "",
  authors: [],
  published: "",
  format: "text",
  links: [],
  warnings: [],
});

const entities = value =>
  (value ?? "")
    .split(";")
    .filter(Boolean)
    .map(each => [each]);

/** Records of a text as templates. Names of persons are not read, so victims and perpetrators who are named stay empty. */
const templates = records =>
  records.map(({ fields }) => ({
    incident_type: fields.kind.replaceAll("-", " "),
    PerpInd: entities(fields.actor),
    PerpOrg: entities(fields.organisation),
    Target: entities(fields.target),
    Victim: [],
    Weapon: entities(fields.weapon),
  }));

export async function readTemplates(part) {
  const data = rows(`muc4/${part}.jsonl.gz`);
  if (!data) return null;
  const { createLexicon, readRecords } = await import(new URL("dist/read/index.js", root));
  const lexicon = createLexicon(codebook, []);
  return data.map(({ docid, doctext, templates: gold }) => {
    const text = doctext.replaceAll("    ", "\n\n").toUpperCase();
    return { docid, doctext, gold, predicted: templates(readRecords(document(text), lexicon)) };
  });
}

/** Precision, recall and F1 of templates by the per-template score; `null` where the set is absent. */
export async function scoreMuc4(part) {
  const read = await readTemplates(part);
  return read && scoreTemplates(read);
}
