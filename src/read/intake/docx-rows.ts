import { type CellMark, extent } from "./table-builder.ts";
import { attribute } from "./xml.ts";

/** As in a page, cells of data say little; longer ones are columns that lay out a page. */
const LONGEST_CELL = 200;
const MOST_CELLS = 100;
/** Characters of markup that a row of data may take. */
const LONGEST_ROW = 200_000;
/** Properties stand at the beginning of a row or cell. */
const PROPERTIES = 2000;

/** Finds a tag again and again, further and further on, without looking at anything twice. */
class Finder {
  #at = -2;
  constructor(
    private readonly xml: string,
    private readonly tag: string,
  ) {}

  /** Where it stands next, from a place on; the end of all where nowhere. */
  from(place: number): number {
    if (this.#at < place) {
      const found = this.xml.indexOf(this.tag, place);
      this.#at = found < 0 ? this.xml.length : found;
    }
    return this.#at;
  }
}

/** Looks ahead in the markup of a Word file for what a row of a table holds. */
export class RowsAhead {
  readonly #ends: Finder;
  readonly #tables: Finder;
  readonly #starts: Finder;

  constructor(private readonly xml: string) {
    this.#ends = new Finder(xml, "</w:tr>");
    this.#tables = new Finder(xml, "<w:tbl>");
    this.#starts = new Finder(xml, "<w:tr");
  }

  /** Whether the row that begins before a place is one of data: cells of a few words each, and no table in them. */
  isData(at: number): boolean {
    const end = this.#ends.from(at);
    if (end - at > LONGEST_ROW || this.#tables.from(at) < end) return false;
    if (/<w:tr[ >]/.test(this.xml.slice(this.#starts.from(at), end))) return false;
    const cells = this.xml
      .slice(at, end)
      .split(/<w:tc[ >]/)
      .slice(1);
    return cells.length > 0 && cells.length <= MOST_CELLS && cells.every(isShort) && cells.some(hasWords);
  }

  /** Whether a row is of heads, which a table that goes over several pages repeats. */
  isHead(at: number): boolean {
    return /<w:tblHeader\b(?![^<>]*"(?:0|false|off)")/.test(this.#properties(at, "</w:trPr>"));
  }

  cellMark(at: number, head: boolean): CellMark {
    const properties = this.#properties(at, "</w:tcPr>");
    const merged = /<w:vMerge\b[^<>]{0,200}>/.exec(properties)?.[0] ?? "";
    const wide = /<w:gridSpan\b[^<>]{0,200}>/.exec(properties)?.[0] ?? "";
    return {
      across: extent(attribute(wide, "w:val"), "across"),
      down: 1,
      head,
      ...(merged !== "" && attribute(merged, "w:val") !== "restart" ? { continues: true } : {}),
    };
  }

  #properties(at: number, end: string): string {
    const near = this.xml.slice(at, at + PROPERTIES);
    const to = near.indexOf(end);
    return to < 0 ? "" : near.slice(0, to);
  }
}

const wordsOf = (cell: string): string => cell.replace(/<[^<>]*>/g, "").trim();
const isShort = (cell: string): boolean => wordsOf(cell).length <= LONGEST_CELL;
const hasWords = (cell: string): boolean => wordsOf(cell) !== "";
