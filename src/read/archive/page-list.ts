/** The list of pages in a WACZ file: `pages/*.jsonl`, a page a line (WACZ 1.1.1, section 5.2.4). */

export interface ListedPage {
  readonly url: string;
  readonly title: string;
  /** Time of the visit, as the list says. */
  readonly time: string;
}

const MAX_PAGES = 200_000;

/** An address as pages are matched by: without what follows `#`. */
export function pageKey(url: string): string {
  try {
    const parsed = new URL(url);
    parsed.hash = "";
    return parsed.href;
  } catch {
    return url;
  }
}

/** Lines that are no page (the head of the list, broken ones) are passed over. */
export function parsePageList(text: string): ListedPage[] {
  const pages: ListedPage[] = [];
  for (const line of text.split("\n")) {
    if (pages.length >= MAX_PAGES) break;
    if (line.trim() === "") continue;
    try {
      const row = JSON.parse(line) as Record<string, unknown>;
      if (typeof row?.["url"] !== "string") continue;
      const word = (name: string) => (typeof row[name] === "string" ? (row[name] as string) : "");
      pages.push({ url: row["url"], title: word("title").slice(0, 500), time: word("ts") });
    } catch {
      // One broken line does not hide the other pages.
    }
  }
  return pages;
}
