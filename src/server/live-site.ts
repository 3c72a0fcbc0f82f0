import type { Book } from "../book/types.ts";
import { languages, OWN_LANGUAGE } from "../check/index.ts";
import type { CheckedDocument } from "../check/types.ts";
import { type CheckedArticle, citationsOf, Library, type Site, titleOf } from "../site/index.ts";
import { allArticles, type KeptArticle, newestByName } from "./articles.ts";
import type { Check, CheckInput } from "./types.ts";

/** Texts checked since the start that can still be kept; the oldest are forgotten first. */
const WAITING_TEXTS = 16;
const WAITING_BYTES = 64 * 2 ** 20;

export interface WaitingText extends CheckInput {
  readonly bytes: Uint8Array;
  readonly title: string;
}

/** The language that a page is asked for; that of its text where none is, or one that findings are not worded in. */
export function spokenLanguage(asked: string): string {
  const code = asked.toLowerCase().split("-")[0] ?? "";
  return languages.includes(code) ? code : OWN_LANGUAGE;
}

/** The site at the head of the journal. When the book has moved on, names, lists and findings are read anew. */
export class LiveSite implements Site {
  readonly book: Book;
  readonly #check: Check;
  #library: Promise<Library> | null = null;
  #articles: Promise<KeptArticle[]> | null = null;
  #checked = new Map<string, Promise<CheckedArticle | null>>();
  #state = "";
  #seq = 0;
  readonly #waiting = new Map<string, WaitingText>();
  library!: Library;

  constructor(book: Book, check: Check) {
    this.book = book;
    this.#check = check;
  }

  /** The entry that answers are made at; whatever was read at an older one is forgotten. */
  async refresh(): Promise<string> {
    const { seq, hash } = this.book.head;
    if (hash !== this.#state || this.#library === null) {
      this.#library = this.#libraryAt(seq, this.#library);
      this.#state = hash;
      this.#seq = seq;
      this.#articles = null;
      this.#checked = new Map();
    }
    this.library = await this.#library;
    return hash;
  }

  /** A text that was kept brings in no facts: what was read of the book before it still holds. */
  async #libraryAt(seq: number, before: Promise<Library> | null): Promise<Library> {
    const from = this.#seq;
    if (before !== null && seq > from) {
      const [other] = await this.book.sql(
        "SELECT seq FROM entries WHERE seq > CAST($1 AS BIGINT) AND act <> 'capture' LIMIT 1",
        [String(from)],
      );
      if (other === undefined) return (await before).atHead();
    }
    return Library.open(this.book);
  }

  async articles(): Promise<KeptArticle[]> {
    return newestByName(await this.#all());
  }

  #all(): Promise<KeptArticle[]> {
    this.#articles ??= allArticles(this.book);
    return this.#articles;
  }

  article(id: string, language = ""): Promise<CheckedArticle | null> {
    const worded = spokenLanguage(language);
    const key = `${id} ${worded}`;
    const known = this.#checked.get(key) ?? this.#checkKept(id, worded);
    this.#checked.set(key, known);
    // A failure is told to whoever waits for it and not remembered.
    known.catch(() => this.#checked.delete(key));
    return known;
  }

  async #checkKept(id: string, language: string): Promise<CheckedArticle | null> {
    const kept = (await this.#all()).find(article => article.id === id);
    const bytes = kept === undefined ? null : await this.book.get(kept.sha256);
    return kept === undefined || bytes === null ? null : this.checkText(bytes, { ...kept, language });
  }

  /** Checks a text that is not kept. */
  async checkText(bytes: Uint8Array, { name, mime, language = "en" }: CheckInput): Promise<CheckedArticle> {
    const checked = await this.#check(bytes, { name, mime, language });
    const { codebook } = this.book;
    return { checked, citations: await citationsOf(this.library, checked), codebook };
  }

  /** Remembers a text for a while, so that it can be kept with one click. */
  wait(checked: CheckedDocument, text: Omit<WaitingText, "title">): void {
    this.#waiting.delete(checked.document.sha256);
    this.#waiting.set(checked.document.sha256, { ...text, title: titleOf(checked.document) });
    const size = () => [...this.#waiting.values()].reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    for (const oldest of this.#waiting.keys()) {
      if (this.#waiting.size <= WAITING_TEXTS && size() <= WAITING_BYTES) break;
      this.#waiting.delete(oldest);
    }
  }

  waiting(sha256: string): WaitingText | null {
    return this.#waiting.get(sha256) ?? null;
  }

  /** Keeps a text in the book for good; returns its SHA-256. */
  async keep({ bytes, name, mime, title }: WaitingText): Promise<string> {
    const sha256 = await this.book.put(bytes);
    const data = { role: "article", name, mime, title };
    await this.book.append({ by: "server", act: "capture", data, objects: [sha256] });
    return sha256;
  }
}
