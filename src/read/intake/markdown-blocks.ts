import { cellsOf, isBareRow, isDelimiter, isRow } from "./markdown-tables.ts";

/** A paragraph's text and, for each of its lines, where the line begins in it and in the file. */
export interface Block {
  readonly text: string;
  readonly lines: readonly { readonly at: number; readonly from: number }[];
  readonly code: boolean;
  readonly heading: boolean;
  /** A row of cells: the number of its table, and whether it is of heads. */
  readonly row?: { readonly table: number; head: boolean };
}

const RULE = /^\s{0,3}(?:[-*_]\s*){3,}$|^\s{0,3}(?:=+|-+)\s*$|^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$/;
const BLOCK_MARK = /^\s{0,3}(?:>\s?)*\s*(?:#{1,6}\s+|[-+*]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+)?/;
/** Lines that begin a block of their own even where no empty line stands before them. */
const OWN_BLOCK = /^\s{0,3}(?:>|#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s|\|)/;

/** Lines of a file with where each begins. */
function* linesOf(source: string, from: number): Generator<{ line: string; at: number }> {
  const END = /\r\n|\n|\r/g;
  END.lastIndex = from;
  let at = from;
  for (let end = END.exec(source); end; end = END.exec(source)) {
    yield { line: source.slice(at, end.index), at };
    at = end.index + end[0].length;
  }
  yield { line: source.slice(at), at };
}

export const onLine = (text: string, from: number): Pick<Block, "text" | "lines"> => ({
  text,
  lines: [{ at: 0, from }],
});

/** A paragraph that is being gathered, line by line. */
class Paragraph {
  text = "";
  lines: { at: number; from: number }[] = [];

  add(words: string, from: number): void {
    if (this.text !== "") this.text += "\n";
    this.lines.push({ at: this.text.length, from });
    this.text += words;
  }

  /** Its last line, taken off. */
  pop(): { text: string; from: number } {
    const { at, from } = this.lines.pop()!;
    const text = this.text.slice(at);
    this.text = this.text.slice(0, Math.max(0, at - 1));
    return { text, from };
  }

  get last(): string {
    return this.text.slice(this.lines.at(-1)?.at ?? 0);
  }

  *take(): Generator<Block> {
    if (this.text !== "") yield { text: this.text, lines: this.lines, code: false, heading: false };
    this.text = "";
    this.lines = [];
  }
}

/** Lines gathered into blocks: a paragraph may be written over several lines, and a link in it too. */
export function* blocksOf(source: string, from: number): Generator<Block> {
  let fence = "";
  const paragraph = new Paragraph();
  /** Number of the table that the last line was a row of, else 0; all there were; the row that the next line may make one of heads. */
  let table = 0;
  let tables = 0;
  let held: Block | null = null;
  const rowOf = (words: string, at: number): Block => {
    table ||= ++tables;
    return { ...onLine(words, at), code: false, heading: false, row: { table, head: false } };
  };
  for (const { line, at } of linesOf(source, from)) {
    const mark = /^\s{0,3}(```+|~~~+)/.exec(line)?.[1];
    const toggles = mark !== undefined && (fence === "" || line.trim().startsWith(fence));
    const own = fence === "" && OWN_BLOCK.test(line);
    const delimits = fence === "" && isDelimiter(line);
    if (
      delimits &&
      !held &&
      isBareRow(paragraph.last) &&
      cellsOf(paragraph.last).length === cellsOf(line).length
    ) {
      const { text, from: start } = paragraph.pop();
      yield* paragraph.take();
      held = rowOf(text, start);
    }
    if (held) {
      held.row!.head = delimits;
      yield held;
      held = null;
      if (delimits) continue;
    }
    if (toggles || own || line.trim() === "" || RULE.test(line)) yield* paragraph.take();
    const isOfTable = fence === "" && !toggles && (isRow(line) || (table > 0 && !own && isBareRow(line)));
    if (!isOfTable && !delimits) table = 0;
    if (isOfTable) held = rowOf(line, at);
    else if (toggles) fence = fence === "" ? mark : "";
    else if (fence !== "") yield { ...onLine(line, at), code: true, heading: false };
    else if (line.trim() !== "" && !RULE.test(line)) {
      const heading = /^\s{0,3}#{1,6}\s/.test(line);
      const skipped = BLOCK_MARK.exec(line)![0].length;
      const words = line.slice(skipped).replace(/\s#+\s*$/, "");
      if (heading) yield { ...onLine(words, at + skipped), code: false, heading };
      else paragraph.add(words.replace(/\\$/, ""), at + skipped);
      if (/ {2}$|\\$/.test(line)) yield* paragraph.take();
    }
  }
  if (held) yield held;
  yield* paragraph.take();
}
