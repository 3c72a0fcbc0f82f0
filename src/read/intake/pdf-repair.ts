/**
 * A PDF's table of contents stands at its end, so that a file that breaks off has none. The pages that are still there can be
 * found by what they say of themselves, and a new table is put behind them.
 */

const MAX_PAGES = 20_000;
/** Characters of an object in which it must have said that it is a page. */
const REACH = 4000;

const decoder = new TextDecoder("latin1");

/** Numbers of the page objects in the file, in the order of the file, which is nearly always that of the pages. */
function pageObjects(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/\b(\d{1,7})[ \r\n]{1,3}(\d{1,5})[ \r\n]{1,3}obj\b/g)) {
    const start = match.index + match[0].length;
    const body = text.slice(start, start + REACH);
    const end = body.search(/endobj|stream/);
    if (/\/Type\s{0,9}\/Page(?![\w])/.test(end < 0 ? body : body.slice(0, end)))
      found.push(`${match[1]} ${match[2]} R`);
    if (found.length >= MAX_PAGES) break;
  }
  return found;
}

/** The file with a table of the pages that are still in it; null where there are none. */
export function repairPdf(bytes: Uint8Array): Uint8Array | null {
  const text = decoder.decode(bytes);
  const pages = pageObjects(text);
  if (pages.length === 0) return null;
  const table = [
    "\nendstream\nendobj",
    "9999998 0 obj\n<< /Type /Catalog /Pages 9999999 0 R >>\nendobj",
    `9999999 0 obj\n<< /Type /Pages /Count ${pages.length} /Kids [${pages.join(" ")}] >>\nendobj`,
    "trailer\n<< /Size 10000000 /Root 9999998 0 R >>\nstartxref\n0\n%%EOF",
  ].join("\n");
  const end = new TextEncoder().encode(table);
  const whole = new Uint8Array(bytes.length + end.length);
  whole.set(bytes);
  whole.set(end, bytes.length);
  return whole;
}
