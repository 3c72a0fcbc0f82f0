import type { ArchiveSummary, BatchResult } from "../read/index.ts";
import type { DocumentNote } from "./documents.ts";
import type { Effects } from "./effects.ts";

/** Prints documents as they come, so that a large folder needs no memory of its size. */
export interface ReadPrinter {
  begin(): void;
  /** Number of documents so far. */
  document(result: BatchResult): number;
  note(note: DocumentNote): void;
  /** False where there were documents and none could be read. */
  end(): boolean;
}

interface Totals {
  documents: number;
  read: number;
  "partly-read": number;
  failed: number;
  unread: number;
  claims: number;
  records: number;
}

const none = (): Totals => ({
  documents: 0,
  read: 0,
  "partly-read": 0,
  failed: 0,
  unread: 0,
  claims: 0,
  records: 0,
});

function count(totals: Totals, { outcome, claims, records }: BatchResult): number {
  totals[outcome]++;
  totals.claims += claims;
  totals.records += records;
  return ++totals.documents;
}

const succeeded = ({ documents, failed }: Totals): boolean => documents === 0 || failed < documents;

export const readPrinter = (effects: Effects, json: boolean): ReadPrinter =>
  json ? jsonPrinter(effects) : linePrinter(effects);

/** One JSON document, written piece by piece. */
function jsonPrinter({ out }: Effects): ReadPrinter {
  const totals = none();
  const archives: object[] = [];
  const unread: object[] = [];
  return {
    begin: () => out('{"documents":['),
    document: result => {
      const { name, outcome, reasons, code, captured, json } = result;
      const head = { name, outcome, reasons, ...(code ? { code } : {}), ...(captured ? { captured } : {}) };
      const body = json === "" ? "" : `,${json.slice(1, -1)}`;
      out(`${totals.documents > 0 ? ",\n" : "\n"}${JSON.stringify(head).slice(0, -1)}${body}}`);
      return count(totals, result);
    },
    note: note => {
      if ("archive" in note) archives.push({ name: note.archive, ...note.summary });
      else {
        totals.unread++;
        unread.push({ name: note.unread, reason: note.reason });
      }
    },
    end: () => {
      const rest = JSON.stringify({ archives, unread, summary: totals });
      out(`\n],${rest.slice(1)}\n`);
      return succeeded(totals);
    },
  };
}

const many = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

const WORD = { read: "read  ", "partly-read": "partly", failed: "failed" } as const;

function archiveLines(
  name: string,
  { format, records, pages, left, listed, missing, warnings }: ArchiveSummary,
): string[] {
  return [
    `archive ${name === "" ? "" : `${name}: `}${format.toUpperCase()}, ${many(records, "record")}, ${many(pages, "page")} given to the reader${listed.length > 0 ? ` of ${listed.length} on its list` : ""}`,
    ...left.slice(0, 12).map(({ reason, records: n }) => `        ${n} left: ${reason}`),
    ...(left.length > 12 ? [`        and ${left.length - 12} more reasons`] : []),
    ...missing.slice(0, 12).map(url => `        on its list and not in it: ${url}`),
    ...(missing.length > 12 ? [`        and ${missing.length - 12} more that are not in it`] : []),
    ...warnings.map(warning => `        ${warning}`),
  ];
}

/** A line a document, and what is to be said of it below. */
function linePrinter({ out }: Effects): ReadPrinter {
  const totals = none();
  const lines = (rows: readonly string[]) => out(`${rows.map(row => clean(row)).join("\n")}\n`);
  return {
    begin: () => undefined,
    document: result => {
      const { outcome, language, characters, claims, records, name, title, reasons } = result;
      const measures =
        outcome === "failed"
          ? ""
          : `${language} ${characters} characters, ${many(claims, "claim")}, ${many(records, "record")}  `;
      const called = title === "" || title === name ? "" : `  "${title}"`;
      lines([`${WORD[outcome]}  ${measures}${name}${called}`, ...reasons.map(reason => `        ${reason}`)]);
      return count(totals, result);
    },
    note: note => {
      if ("archive" in note) lines(archiveLines(note.archive, note.summary));
      else {
        totals.unread++;
        lines([`left    ${note.unread}: ${note.reason}`]);
      }
    },
    end: () => {
      const { documents, claims, records, unread } = totals;
      lines([
        "",
        `${many(documents, "document")}: ${totals.read} read, ${totals["partly-read"]} read in part, ${totals.failed} failed${unread > 0 ? `; ${unread} left` : ""}. ${many(claims, "claim")}, ${many(records, "candidate record")}.`,
      ]);
      return succeeded(totals);
    },
  };
}

/** Names and titles are others' words: nothing in them steers the terminal. */
const clean = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, " ");
