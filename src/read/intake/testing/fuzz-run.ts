import { UserError } from "../../../codebook/errors.ts";
import { archiveFormat, readArchive } from "../../archive/archive.ts";
import { byteSource } from "../../archive/source.ts";
import { readDocument } from "../../document.ts";
import type { Document, Table } from "../../types.ts";
import { locate } from "../origins.ts";
import { damaged, type FuzzKind, NAMES } from "./fuzz.ts";

/** What must hold of any input: a document whose spans and origins lie where they should, or a refusal with a reason. */

export type Fuzzed = "read" | "partly-read" | "refused";

function checkDocument(document: Document): void {
  const { text, links, characters, warnings } = document;
  if (characters !== text.length) throw new Error("the number of characters is not the text's");
  if (warnings.some(warning => warning.trim() === "")) throw new Error("an empty warning");
  for (const { span, href } of links) {
    if (span[0] < 0 || span[0] >= span[1] || span[1] > text.length) throw new Error(`a link at ${span}`);
    if (!/^(?:https?|mailto):/.test(href)) throw new Error(`a link to ${href}`);
  }
  for (const table of document.tables ?? []) checkTable(table, text);
  let last = 0;
  for (const { span, characters: own, box } of locate(document, [0, text.length])) {
    if (span[0] < last || span[1] > text.length || span[0] >= span[1])
      throw new Error(`an origin of ${span} after ${last}`);
    if (own[0] < 0 || own[1] < own[0]) throw new Error(`an origin at ${own}`);
    if (box && !box.every(Number.isFinite)) throw new Error(`an origin in ${box}`);
    last = span[1];
  }
}

/** Rows stand one behind the other, cells in their rows one behind the other, in columns of their own. */
function checkTable({ caption, rows }: Table, text: string): void {
  if (caption && text.slice(...caption).trim() === "") throw new Error("an empty caption");
  let last = 0;
  for (const { span, cells } of rows) {
    if (span[0] < last || span[1] <= span[0] || span[1] > text.length) throw new Error(`a row at ${span}`);
    if (text.slice(...span).includes("\n")) throw new Error(`a row of several lines at ${span}`);
    last = span[0];
    let column = 0;
    for (const { span: own, column: at, across, down } of cells) {
      if (own[0] < last || own[1] < own[0] || own[1] > span[1]) throw new Error(`a cell at ${own}`);
      if (at < column || across < 1 || down < 1) throw new Error(`a cell in column ${at}`);
      last = own[1];
      column = at + across;
    }
  }
}

async function readOne(data: Uint8Array, name: string, mime = ""): Promise<Fuzzed> {
  try {
    const document = await readDocument(data, { name, mime, isolate: false });
    checkDocument(document);
    return document.partial ? "partly-read" : "read";
  } catch (error) {
    if (error instanceof UserError && error.problems.every(problem => problem.code && problem.message))
      return "refused";
    throw error;
  }
}

async function readPages(data: Uint8Array): Promise<Fuzzed> {
  const pages = readArchive(byteSource(data));
  let whole = true;
  for (let step = await pages.next(); ; step = await pages.next()) {
    if (step.done) return whole && step.value.warnings.length === 0 ? "read" : "partly-read";
    whole &&= (await readOne(step.value.bytes, step.value.url, step.value.mime)) === "read";
  }
}

/** Reads one damaged input; throws where something does not hold, with the seed that shows it. */
export async function fuzzOne(kind: FuzzKind, seed: number): Promise<Fuzzed> {
  const data = damaged(kind, seed);
  try {
    const archive = kind === "wacz" || kind.startsWith("warc");
    if (archive && (await archiveFormat(byteSource(data)))) return await readPages(data);
    return await readOne(data, NAMES[kind]);
  } catch (error) {
    throw new Error(`${kind}, seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
  }
}
