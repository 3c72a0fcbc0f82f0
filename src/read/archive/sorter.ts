import { looksLikeHtml } from "../intake/sniff.ts";
import { type HttpAnswer, httpAnswer } from "./http.ts";
import { type ListedPage, pageKey } from "./page-list.ts";
import type { WarcRecord } from "./warc.ts";

export const startsWith = (bytes: Uint8Array, text: string) =>
  [...text].every((c, i) => bytes[i] === c.charCodeAt(0));

/** A page of a web archive: a document of its own. */
export interface ArchivedPage {
  readonly url: string;
  /** Time of the capture (ISO 8601), as the archive says. */
  readonly captured: string;
  /** Title by the archive's list of pages, or empty. */
  readonly title: string;
  /** Content-Type that the server sent. */
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly warnings: readonly string[];
}

/** What an archive holds beside the pages that were given. */
export interface ArchiveSummary {
  readonly format: "warc" | "wacz";
  readonly records: number;
  readonly pages: number;
  /** Records that are no page to read, by reason. */
  readonly left: readonly { readonly reason: string; readonly records: number }[];
  /** The archive's own list of pages, where it has one. */
  readonly listed: readonly ListedPage[];
  /** Listed pages of which the archive holds no answer that could be read. */
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
}

/** Bytes of one page, packed and unpacked. */
export const PAGE_BYTES = 64 * 1024 * 1024;
export const TYPES = new Set(["response", "resource"]);
const REDIRECT = new Set([301, 302, 303, 307, 308]);

/** Is a type of content read? Left out or vague types are told by the content. */
function isReadable(mime: string, body: Uint8Array): boolean {
  const type = mime.split(";")[0]!.trim().toLowerCase();
  if (/^(?:text\/html|application\/xhtml\+xml|text\/plain|text\/markdown|application\/pdf)$/.test(type))
    return true;
  if (type !== "" && type !== "application/octet-stream") return false;
  return startsWith(body, "%PDF-") || looksLikeHtml(new TextDecoder("latin1").decode(body.subarray(0, 2048)));
}

/** Counts what is left and picks what is given, over all files of an archive. */
export class Sorter {
  readonly listed = new Map<string, ListedPage>();
  readonly #wanted = new Set<string>();
  readonly #found = new Set<string>();
  readonly #led = new Map<string, string>();
  readonly #left = new Map<string, number>();
  readonly warnings: string[] = [];
  records = 0;
  pages = 0;

  list(pages: readonly ListedPage[]): void {
    for (const page of pages) {
      this.listed.set(pageKey(page.url), page);
      this.#wanted.add(pageKey(page.url));
    }
  }

  leave(reason: string): null {
    this.#left.set(reason, (this.#left.get(reason) ?? 0) + 1);
    return null;
  }

  async sort(record: WarcRecord): Promise<ArchivedPage | null> {
    this.records++;
    if (!TYPES.has(record.type))
      return this.leave(
        record.type === "" ? "a record without a type" : `a record of type ${record.type.slice(0, 40)}`,
      );
    if (!/^https?:/i.test(record.uri))
      return this.leave("not a page of the web (its address is neither http nor https)");
    if (!record.block) return this.leave(`larger than ${PAGE_BYTES / 1024 / 1024} MB`);
    if (/\/robots\.txt$/i.test(record.uri)) return this.leave("robots.txt");
    try {
      return await this.#page(record, record.block);
    } catch (error) {
      return this.leave((error as Error).message);
    }
  }

  async #page(record: WarcRecord, block: Uint8Array): Promise<ArchivedPage | null> {
    const key = pageKey(record.uri);
    const answer: HttpAnswer =
      record.type === "response"
        ? await httpAnswer(block, PAGE_BYTES)
        : { status: 200, headers: record.headers, body: block, warnings: [] };
    if (REDIRECT.has(answer.status)) return this.#follow(record.uri, answer);
    if (answer.status < 200 || answer.status > 299) return this.leave(`the server answered ${answer.status}`);
    const mime = answer.headers.get("content-type") ?? "";
    if (answer.body.length === 0) return this.leave("empty");
    if (!isReadable(mime, answer.body))
      return this.leave(`of type ${mime.split(";")[0]!.trim().toLowerCase().slice(0, 60) || "unknown"}`);
    if (this.#wanted.size > 0 && !this.#wanted.has(key))
      return this.leave("readable, but not in the archive's list of pages");
    this.#found.add(key);
    this.pages++;
    const cut = record.cut || record.headers.has("warc-truncated");
    return {
      url: record.uri,
      captured: record.date,
      title: this.listed.get(key)?.title ?? "",
      mime,
      bytes: answer.body,
      warnings: cut ? ["The archive holds only the beginning of the page."] : answer.warnings,
    };
  }

  /** A listed page that sends on is read where it leads. */
  #follow(uri: string, { headers, status }: HttpAnswer): null {
    if (this.#wanted.has(pageKey(uri))) {
      try {
        const target = pageKey(new URL(headers.get("location") ?? "", uri).href);
        this.#wanted.add(target);
        this.#led.set(pageKey(uri), target);
      } catch {
        // It leads nowhere, and stays missing.
      }
    }
    return this.leave(`the server answered ${status}`);
  }

  /** Was a page read, or one that it leads to in a few steps? */
  #has(key: string): boolean {
    let at: string | undefined = key;
    for (let step = 0; at !== undefined && step < 10; step++) {
      if (this.#found.has(at)) return true;
      at = this.#led.get(at);
    }
    return false;
  }

  summary(format: "warc" | "wacz"): ArchiveSummary {
    const left = [...this.#left].map(([reason, records]) => ({ reason, records }));
    return {
      format,
      records: this.records,
      pages: this.pages,
      left: left.sort((a, b) => b.records - a.records || (a.reason < b.reason ? -1 : 1)),
      listed: [...this.listed.values()],
      missing: [...this.listed].filter(([key]) => !this.#has(key)).map(([, page]) => page.url),
      warnings: this.warnings,
    };
  }
}
