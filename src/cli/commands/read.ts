import { type Command, flag, type Invocation, option } from "../command.ts";
import { archiveIn, archiveOf, isFolder } from "../documents.ts";
import { readInput, readTextInput } from "../input.ts";
import { lexiconOf } from "../lexicon.ts";
import { checkModel, modelExit, propose, refuseModel } from "../model.ts";
import { findTesseract } from "../ocr.ts";
import { withBook } from "../open.ts";
import { writeOutput } from "../output.ts";
import { readArchiveFile, readFolder } from "../read-many.ts";

export const read: Command = {
  name: "read",
  summary: "read claims and candidate records out of a text, without verdicts",
  arguments: "FILE|URL|FOLDER|-",
  count: [0, 1],
  about: `Reads text, Markdown, HTML, PDF, DOCX, EPUB or e-mail and prints what it asserts: each claim with the exact characters that state
it, its number, hedge, unit, period, places and attribution; and candidate records (who trained whom, who supplied what to whom).
In --json each span also has its place in the original: page and box, XPath, paragraph.

With a FOLDER every document below it is read, on all cores; with a web archive (WARC, WACZ) every page of it. Each document is said to be
read, read in part or failed, with the reason, and the rest goes on.
With --llm and --model a language model is asked as well, and only then does the text leave this machine. It proposes and nothing more: a
field counts only where its words stand in the text, and what the grammar reads stays beside it. A key is taken from CUSTODES_LLM_KEY.

With --lines it reads many short texts, {"id", "text", "language"?, "date"?} a line, and prints a line for each.`,
  options: {
    lines: { value: "FILE", help: "JSON Lines of short texts (- for standard input)" },
    ocr: { help: "read pages that are pictures with the program tesseract, if it is installed" },
    "ocr-languages": {
      value: "NAMES",
      help: "language data for it (eng+fra); told from the document otherwise",
    },
    workers: {
      value: "N",
      help: "most documents of a folder or archive that are read at a time (default: one a core)",
    },
    html: { value: "OUT", help: "write the text with everything marked to OUT" },
    llm: {
      value: "URL",
      help: "also ask the language model at this OpenAI-compatible address; the text is sent there",
    },
    model: { value: "NAME", help: "name of the model at that address" },
    "llm-timeout": { value: "SECONDS", help: "longest wait for one answer of it (60)" },
  },
  examples: [
    ["custodes read article.txt", "sentence by sentence, what was read and what was left"],
    ["custodes read https://example.org/report --json", "claims and records of a page as JSON"],
    [
      "custodes read report.pdf --llm http://localhost:11434/v1 --model llama3.1",
      "with a model on this machine",
    ],
    ["custodes read ./reports", "every document of a folder, and what came of each"],
    ["custodes read crawl.wacz --json", "every page of a web archive"],
    ["custodes read scan.pdf --ocr", "pages that are pictures as well"],
    ["custodes read --lines snippets.jsonl > readings.jsonl", "many short texts at once"],
  ],
  run: async invocation => {
    const lines = option(invocation, "lines");
    return lines === null ? readOne(invocation) : readMany(invocation, lines);
  },
};

async function readOne(invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  await checkModel(invocation);
  const word = invocation.arguments[0] ?? "-";
  const ocr = flag(invocation, "ocr") ? findTesseract(effects, option(invocation, "ocr-languages")) : null;
  if (isFolder(word, effects)) {
    refuseModel(invocation, "a folder");
    return readFolder(word, invocation, ocr);
  }
  const file = await archiveOf(word, effects);
  if (file) refuseModel(invocation, "a web archive");
  if (file) return readArchiveFile(file, invocation, ocr).finally(() => file.close());
  const { bytes, ...input } = await readInput(word, effects);
  const archive = await archiveIn(bytes);
  if (archive) refuseModel(invocation, "a web archive");
  if (archive) return readArchiveFile(archive, invocation, ocr);
  const { readDocument, readClaims, readRecords, formatReading, readingHtml, readingJson, unreadOf } =
    await import("../../read/index.ts");
  const document = await readDocument(bytes, { ...input, ocr });
  const lexicon = await withBook(invocation, lexiconOf);
  const claims = readClaims(document, lexicon);
  const records = readRecords(document, lexicon);
  const proposals = await propose(invocation, document, lexicon);
  const reading = { document, claims, records, ...(proposals && { proposals }) };
  const html = option(invocation, "html");
  if (html !== null) {
    const unread = unreadOf(document, lexicon, claims, records);
    writeOutput(html, readingHtml({ ...reading, unread }), effects);
  }
  if (flag(invocation, "json"))
    effects.out(
      `${JSON.stringify({ ...readingJson(document, claims, records), ...(proposals && { proposals }) })}\n`,
    );
  else if (html === null) effects.out(formatReading(reading, lexicon, { width: effects.columns }));
  return modelExit(proposals);
}

async function readMany(invocation: Invocation, file: string): Promise<number> {
  const { effects } = invocation;
  refuseModel(invocation, "--lines");
  const { text, name } = await readTextInput(file, effects);
  const { readLines } = await import("../../read/index.ts");
  const lexicon = await withBook(invocation, lexiconOf);
  let failed = 0;
  for (const line of readLines(text, lexicon, { name })) {
    if ("error" in line) failed++;
    effects.out(`${JSON.stringify(line)}\n`);
  }
  if (failed > 0) effects.err(`custodes: ${failed} lines could not be read; each has "error" in its place`);
  return failed > 0 ? 2 : 0;
}
