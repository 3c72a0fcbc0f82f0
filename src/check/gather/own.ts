import type { Claim, Document } from "../../read/types.ts";
import { plainName } from "../rule/names.ts";
import type { Figure, SourceRow } from "./types.ts";

interface Candidates {
  readonly sources: readonly SourceRow[];
  readonly figures: readonly Figure[];
  /** Sources whose captured text is that of the document or repeats it. */
  readonly repeating?: ReadonlySet<string>;
}

/**
 * Which sources of the book are the document under check or only repeat it, and by what: its address, its title with publisher or date, the
 * text of its capture, or, where the text comes without any of these, that it prints all the numbers that a page which only retells is kept for.
 */
export function ownSources(
  document: Document,
  claims: readonly Claim[],
  { sources, figures, repeating }: Candidates,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const printedBy = new Map<string, Figure[]>();
  for (const figure of figures)
    for (const id of figure.sources) {
      const printed = printedBy.get(id);
      if (printed) printed.push(figure);
      else printedBy.set(id, [figure]);
    }
  const [title, address] = [key(document.title), document.url === "" ? "" : canonical(document.url)];
  for (const source of sources) {
    const printed = printedBy.get(source.id);
    const isTitled = title !== "" && title === titleOf(source);
    const why =
      (isTitled || address !== "" ? identityOf(document, source, { isTitled, address }) : null) ??
      (repeating?.has(source.id) ? "text" : null) ??
      (printed && isReprinted(printed, claims) ? "numbers" : null);
    if (why) found.set(source.id, why);
  }
  return found;
}

function identityOf(
  document: Document,
  source: SourceRow,
  { isTitled, address }: { readonly isTitled: boolean; readonly address: string },
): string | null {
  if (address !== "" && address === canonical(source.url)) return "address";
  if (!isTitled) return null;
  const publisher = document.publisher !== "" && key(document.publisher) === key(source.publisher);
  const date = document.published !== "" && document.published.slice(0, 10) === source.published.slice(0, 10);
  // A long title is not chosen twice; a short one needs its publisher or its day.
  return publisher || date || key(document.title).split(" ").length >= 6 ? "title" : null;
}

const key = plainName;

const TITLES = new WeakMap<SourceRow, string>();

function titleOf(source: SourceRow): string {
  const known = TITLES.get(source);
  if (known !== undefined) return known;
  const title = key(source.title);
  TITLES.set(source, title);
  return title;
}

/** Address without scheme, www, query of trackers, fragment and closing slash. */
export function canonical(url: string): string {
  if (!URL.canParse(url)) return url.trim().toLowerCase();
  const { hostname, pathname, searchParams } = new URL(url);
  const kept = [...searchParams].filter(([name]) => !/^(utm_|fbclid|gclid|ref$|source$)/.test(name)).sort();
  const query = kept.map(([name, value]) => `${name}=${value}`).join("&");
  return `${hostname.replace(/^(www|m|amp)\./, "")}${pathname.replace(/\/+$/, "")}${query ? `?${query}` : ""}`.toLowerCase();
}

/** Fewer numbers than this can be alike by chance. */
const LEAST_NUMBERS = 4;
/** Share of a page's numbers that the document prints. */
const REPRINTED_SHARE = 0.8;

/** A page that counted nothing itself and whose numbers all stand in the document: the document, or one that only repeats it. */
function isReprinted(printed: readonly Figure[], claims: readonly Claim[]): boolean {
  if (printed.length < LEAST_NUMBERS || new Set(printed.map(({ measure }) => measure)).size < 2) return false;
  if (!printed.every(({ origin }) => origin === "secondary")) return false;
  const inDocument = printed.filter(figure => claims.some(claim => isSameNumber(claim, figure)));
  return (
    inDocument.length >= LEAST_NUMBERS &&
    new Set(inDocument.map(({ measure }) => measure)).size > 1 &&
    inDocument.length >= REPRINTED_SHARE * printed.length
  );
}

const isSameNumber = (claim: Claim, figure: Figure): boolean =>
  claim.measure === figure.measure &&
  (claim.value === figure.value || claim.parts.some(({ value }) => value === figure.value));
