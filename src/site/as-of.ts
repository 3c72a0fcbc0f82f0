/** The parameter of an address that asks for the book as it stood when an entry had been written. */
export const AS_OF = "as-of";

/** The entry that a page was asked for, and what came after it. */
export interface AskedEntry {
  /** As it was asked for: `7`, or `7:hash`. */
  readonly asked: string;
  /** When the entry was written, RFC 3339. */
  readonly at: string;
  /** Number of the newest entry. */
  readonly newest: number;
}

/** What a link from an old page to the newest is called (RFC 5829). */
export const NOW = "latest-version";

/** Digits of an entry's hash in an address: enough to tell another book's entry of the same number. */
const DIGITS = 12;

/** `10:hash` as an address names it. */
export const shortEntry = (asOf: string): string => {
  const [seq = "", hash = ""] = asOf.split(":");
  return hash === "" ? seq : `${seq}:${hash.slice(0, DIGITS)}`;
};

/** The query of an address, with its question mark, as of an entry; null takes the entry out. */
export function queryAsOf(query: string, entry: string | null): string {
  const kept = query
    .replace(/^\?/, "")
    .split("&")
    .filter(part => part !== "" && !part.startsWith(`${AS_OF}=`));
  const parts = entry === null ? kept : [...kept, `${AS_OF}=${entry}`];
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** Addresses that do not depend on an entry, or that speak of the book as it is now. */
const ALWAYS_NOW = /^\/(?:assets|check|openapi\.json|healthz)\b/;

/**
 * Lets the links of a page lead to pages as of the same entry: whoever looks at the book as it stood then goes on doing so. A link that
 * names an entry itself, or that is marked as the one to the newest version, stays as it is.
 */
export function carryEntry(html: string, entry: string): string {
  const carried = (tag: string) =>
    tag.replace(
      /href="(\/(?!\/)[^"?#]*)(\?[^"#]*)?(#[^"]*)?"/,
      (whole, path: string, query = "", fragment = "") =>
        ALWAYS_NOW.test(path) || /[?;&]as-of=/.test(query)
          ? whole
          : `href="${path}${query === "" ? "?" : `${query}&amp;`}${AS_OF}=${entry}${fragment}"`,
    );
  return html.replaceAll(/<a\b[^>]*>/g, tag => (tag.includes(`rel="${NOW}"`) ? tag : carried(tag)));
}
