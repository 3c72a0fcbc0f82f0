/** A value that a cell can hold; null and undefined are empty cells, lists are joined by `;`. */
export type Cell = string | number | bigint | boolean | null | undefined | readonly string[];

/** Characters that make spreadsheet programs read a cell as a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell of RFC 4180: quoted where it must be, text that would run as a formula disarmed with an apostrophe. Numbers stay as they are. */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string" && !Array.isArray(value)) return String(value);
  const text = Array.isArray(value) ? value.join(";") : (value as string);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as RFC 4180 CSV with its header, lines ended by CRLF as the standard wants. */
export function writeCsv(columns: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [columns.map(csvCell).join(",")];
  for (const row of rows) lines.push(row.map(csvCell).join(","));
  return `${lines.join("\r\n")}\r\n`;
}
