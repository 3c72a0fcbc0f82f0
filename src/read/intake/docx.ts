import { unpack } from "./archive-entries.ts";
import { decodeBytes } from "./decode.ts";
import { RowsAhead } from "./docx-rows.ts";
import { EMPTY_PAGE, type Page } from "./page.ts";
import { TextWriter } from "./writer.ts";
import { attribute, decodeXml, elementText } from "./xml.ts";

const BODY = "word/document.xml";
const NOTES = ["word/footnotes.xml", "word/endnotes.xml"];
const CORE = "docProps/core.xml";

/** Tags of the word-processing namespace, the text before the end of a `w:t`, and the alternative that older programs show. */
const TOKEN = /<(\/?)(w:\w{1,30}|mc:Fallback)\b([^<>]*)>(?:([^<]*)(?=<\/w:t>))?/g;

const TABLE: ReadonlySet<string> = new Set(["w:tbl", "w:tr", "w:tc"]);

/** Paragraphs of one part. Offsets count the characters of the paragraph's own text, a tab or break as one. */
class PartReader {
  readonly #open: { place: number; at: number }[] = [];
  #paragraphs = 0;
  #silent = 0;
  #ahead = new RowsAhead("");
  /** Tables so far, and those that are open, innermost last. */
  #tables = 0;
  readonly #within: string[] = [];
  /** The row of data that is being read: whether it is of heads. */
  #row: { readonly head: boolean } | null = null;

  constructor(
    private readonly part: string,
    private readonly targets: ReadonlyMap<string, string>,
    private readonly out: TextWriter,
  ) {}

  read(xml: string): void {
    this.#ahead = new RowsAhead(xml);
    for (const { 0: whole, 1: slash, 2: name, 3: rest, 4: text, index } of xml.matchAll(TOKEN)) {
      const closing = slash === "/";
      const empty = rest!.endsWith("/");
      // Separators are notes of their own; the fallback repeats what stands beside it.
      if (
        name === "mc:Fallback" ||
        (/^w:(?:foot|end)note$/.test(name!) && (closing || /w:type\s*=/.test(rest!) || this.#silent > 0))
      )
        this.#hide(closing, empty);
      else if (this.#silent > 0) continue;
      else if (TABLE.has(name!)) this.#table(name!, closing, empty, index + whole.length);
      else this.#token(name!.slice(2), whole, closing, empty, text ?? "");
    }
  }

  #hide(closing: boolean, empty: boolean): void {
    if (closing) this.#silent = Math.max(0, this.#silent - 1);
    else if (!empty) this.#silent++;
  }

  #table(name: string, closing: boolean, empty: boolean, at: number): void {
    if (empty) return;
    if (name === "w:tbl") {
      if (closing) this.#within.pop();
      else this.#within.push(`${this.part} ${++this.#tables}`);
    } else if (name === "w:tr") {
      this.out.block();
      this.#row = !closing && this.#ahead.isData(at) ? { head: this.#ahead.isHead(at) } : null;
      if (this.#row) this.out.row(this.#within.at(-1) ?? this.part);
    } else if (this.#row && !closing) this.out.cell(this.#ahead.cellMark(at, this.#row.head));
  }

  /** Paragraphs of a cell are parted by a space. */
  #border(): void {
    if (this.#row) this.out.words(" ");
    else this.out.block();
  }

  #token(name: string, tag: string, closing: boolean, empty: boolean, text: string): void {
    if (name === "p") this.#paragraph(closing, empty);
    else if (name === "hyperlink" && closing) this.out.closeLink();
    else if (name === "hyperlink" && !empty) {
      const href = this.targets.get(attribute(tag, "r:id")) ?? "";
      this.out.openLink(/^(?:https?|mailto):/.test(href) ? href : "");
    } else if (closing) return;
    else if (name === "t" && !empty) this.#words(decodeXml(text));
    else if (name === "tab") this.#words(" ");
    else if (name === "noBreakHyphen") this.#words("-");
    else if (name === "br" || name === "cr") {
      this.#words(" ");
      this.#border();
    }
  }

  #paragraph(closing: boolean, empty: boolean): void {
    this.#border();
    if (closing) this.#open.pop();
    else {
      const place = this.out.place({ part: this.part, paragraph: ++this.#paragraphs });
      if (!empty) this.#open.push({ place, at: 0 });
    }
  }

  #words(text: string): void {
    const paragraph = this.#open.at(-1) ?? { place: this.out.place({ part: this.part }), at: 0 };
    this.out.words(text, { place: paragraph.place, from: paragraph.at });
    paragraph.at += text.length;
  }
}

function targetsOf(relations: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<Relationship\b[^<>]*>/g))
    targets.set(attribute(tag, "Id"), attribute(tag, "Target"));
  return targets;
}

const relationsOf = (part: string): string => part.replace("word/", "word/_rels/").concat(".rels");

/**
 * Word: paragraphs, rows of tables, tabs and breaks of the body, then footnotes and endnotes; deleted text, field codes, comments,
 * heads and feet are left out.
 */
export function readDocx(bytes: Uint8Array): Page {
  const parts = [BODY, ...NOTES];
  const wanted = new Set([...parts, ...parts.map(relationsOf), CORE]);
  const files = unpack(bytes, name => wanted.has(name));
  const text = (name: string) => decodeBytes(files.get(name) ?? new Uint8Array(0)).text;
  if (!files.has(BODY)) throw new Error("the archive has no word/document.xml");
  const out = new TextWriter();
  let notesFrom = 0;
  for (const part of parts) {
    out.block();
    if (part === NOTES[0]) notesFrom = out.length;
    new PartReader(part, targetsOf(text(relationsOf(part))), out).read(text(part));
  }
  const core = text(CORE);
  const author = elementText(core, "creator");
  return {
    ...EMPTY_PAGE,
    ...out.finish(),
    ...(notesFrom > 0 && notesFrom < out.length ? { notesFrom } : {}),
    title: elementText(core, "title"),
    authors: author === "" ? [] : author.split(/\s*;\s*/),
    published: /^\d{4}-\d\d-\d\d/.exec(elementText(core, "created"))?.[0] ?? "",
    language: elementText(core, "language").slice(0, 2).toLowerCase(),
  };
}
