import type { CellLink, HeaderLink, Linked } from "./links.ts";
import type { Prepared } from "./table.ts";

export type Rows = ReadonlySet<number>;

export interface Answer {
  readonly verdict: "supported" | "contradicted";
  /** How the statement was understood. */
  readonly form: string;
}

export const answer = (holds: boolean, form: string): Answer => ({
  verdict: holds ? "supported" : "contradicted",
  form,
});

export const meet = (a: Rows, b: Rows): Rows => new Set([...a].filter(row => b.has(row)));

export const everyRow = (table: Prepared): Rows => new Set(table.cells.keys());

export const rowsOf = ({ columns }: CellLink): Rows =>
  new Set([...columns.values()].flatMap(rows => [...rows]));

/** How far from its column's name a value stands, in words. */
const NEAR = 3;

/** A value that stands in several columns belongs to the one that is named beside it. */
export function settled(link: CellLink, headers: readonly HeaderLink[]): CellLink {
  const beside = headers
    .map(header => ({
      header,
      gap: header.from >= link.to ? header.from - link.to : link.from - header.to,
    }))
    .filter(({ gap }) => gap >= 0 && gap <= NEAR)
    .sort((a, b) => a.gap - b.gap);
  for (const { header } of beside) {
    const own = header.columns.filter(column => link.columns.has(column));
    if (own.length > 0) {
      const only = (all: CellLink["columns"]): CellLink["columns"] =>
        new Map(own.map(column => [column, all.get(column)!]));
      return { ...link, columns: only(link.columns), wide: only(link.wide) };
    }
  }
  return link;
}

export const headersOf = ({ links }: Linked): HeaderLink[] =>
  links.filter((link): link is HeaderLink => link.type === "header");

export const cellsOf = (linked: Linked): CellLink[] => {
  const headers = headersOf(linked);
  return linked.links
    .filter((link): link is CellLink => link.type === "cell")
    .map(link => settled(link, headers));
};

/** Rows that satisfy every link; links of one column are alternatives. */
export function satisfying(table: Prepared, links: readonly CellLink[], limit: Rows | null = null): Rows {
  const groups = new Map<string, Rows>();
  for (const link of links) {
    const key = [...link.columns.keys()].join();
    groups.set(key, new Set([...(groups.get(key) ?? []), ...rowsOf(link)]));
  }
  return [...groups.values()].reduce(meet, limit ?? everyRow(table));
}
