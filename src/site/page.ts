import type { CheckedDocument } from "../check/types.ts";
import type { Codebook } from "../codebook/types.ts";
import { writeCsv } from "../codebook/write-csv.ts";
import type { Citation } from "./article/correction.ts";
import type { ArticleRef } from "./data.ts";
import type { Table } from "./frame.ts";
import type { View } from "./layout.tsx";
import type { Library } from "./load/library.ts";

/** What the pages may ask for: the book, and the checked texts that it keeps. */
export interface Site {
  readonly library: Library;
  /** Texts kept in the book, oldest first. */
  articles(): Promise<readonly ArticleRef[]>;
  /** A kept text, checked against the book as it is now; null where there is none with that id. */
  article(id: string, language?: string): Promise<CheckedArticle | null>;
}

export interface CheckedArticle {
  readonly checked: CheckedDocument;
  readonly citations: ReadonlyMap<string, Citation>;
  /** Words of the book for units, measures and names in other languages than English. */
  readonly codebook?: Codebook;
}

export interface PageRequest {
  /** Value of the parameter of the path, or empty. */
  readonly id: string;
  readonly query: URLSearchParams;
}

/** One sort of page: where it stands, what it is made from, and how it looks as HTML, JSON and CSV. */
export interface Page {
  /** `/countries/{id}`: at most one parameter, at the end. */
  readonly path: string;
  readonly summary: string;
  /** Parameters of the query that it knows, with what each means; `*` for any. */
  readonly query: Readonly<Record<string, string>>;
  readonly csv: boolean;
  /** Does the address also answer with a picture (`.svg`, `.png`) and with the query behind it (`.sql`)? */
  readonly picture: boolean;
  readonly sql: boolean;
  /** Gives the three forms of one page; null where there is no such thing. */
  open(site: Site, request: PageRequest): Promise<Opened | null>;
}

export interface Opened {
  /** Where the thing stands now, when it has moved: the id it has there. */
  readonly moved?: string;
  view(): View;
  data(): unknown;
  csv(): Promise<string>;
  /** An SVG file that stands alone; null where there is nothing to draw. */
  svg(): string | null;
  sql(): string;
}

interface Definition<T> {
  readonly path: string;
  readonly summary: string;
  readonly query?: Readonly<Record<string, string>>;
  /** The data; `moved` with the id that the thing has now; null where there is none. */
  load(site: Site, request: PageRequest): Promise<T | Moved | null>;
  view(data: T): View;
  /** What the address answers as JSON; the data itself when left out. */
  json?(data: T): unknown;
  table?(data: T, site: Site): Table | Promise<Table>;
  /** The CSV as it is, where another room writes it. */
  csv?(data: T): string;
  picture?(data: T): string | null;
  sql?(data: T): string;
}

interface Moved {
  readonly moved: string;
}

const isMoved = (data: unknown): data is Moved =>
  typeof data === "object" && data !== null && "moved" in data && typeof data.moved === "string";

/** A page from its definition: one load, its forms made from it. */
export function page<T>(definition: Definition<T>): Page {
  const { path, summary, query = {}, load, view, json = data => data, table, csv, picture, sql } = definition;
  return {
    path,
    summary,
    query,
    csv: table !== undefined || csv !== undefined,
    picture: picture !== undefined,
    sql: sql !== undefined,
    open: async (site, request) => {
      const data = await load(site, request);
      if (data === null) return null;
      if (isMoved(data)) return movedTo(data.moved);
      return {
        view: () => view(data),
        data: () => json(data),
        csv: async () => {
          if (csv !== undefined) return csv(data);
          const { columns, rows } = (await table?.(data, site)) ?? { columns: [], rows: [] };
          return writeCsv(columns, rows);
        },
        svg: () => picture?.(data) ?? null,
        sql: () => sql?.(data) ?? "",
      };
    },
  };
}

/** What has moved has no page here; whoever asks is sent on. */
function movedTo(moved: string): Opened {
  const nothing = () => {
    throw new Error(`moved to ${moved}`);
  };
  return { moved, view: nothing, data: nothing, csv: nothing, svg: nothing, sql: nothing };
}
