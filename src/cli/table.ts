/** Columns that a character takes in a terminal: 2 for wide East Asian ones, 0 for combining marks (Unicode UAX #11, roughly). */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (widthOf(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

const pad = (text: string, width: number, right: boolean) => {
  const gap = " ".repeat(Math.max(0, width - widthOf(text)));
  return right ? gap + text : text + gap;
};

/** Shows a value of SQL or JSON in a cell; control characters never reach the terminal. */
export function cellText(value: unknown): string {
  const text = value === null || value === undefined ? "" : typeof value === "string" ? value : plain(value);
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, " ");
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(cellText).join("; ");
  if (typeof value === "object")
    return JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? String(inner) : inner));
  return String(value);
}

/**
 * A table for people: aligned, numbers to the right, cut to the width of the terminal. The first `whole` columns are never cut: names
 * that the reader has to type.
 */
export function formatTable(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  { width = 100, whole = 0 } = {},
): string {
  const cells = rows.map(row => columns.map((_, index) => cellText(row[index])));
  const right = columns.map((_, index) => rows.length > 0 && rows.every(row => isNumber(row[index])));
  const natural = columns.map((name, index) =>
    Math.max(widthOf(name), ...cells.map(row => widthOf(row[index]!))),
  );
  const widths = shrink(natural, width, whole);
  const line = (row: readonly string[]) =>
    row
      .map((text, index) => pad(cut(text, widths[index]!), widths[index]!, right[index]!))
      .join("  ")
      .trimEnd();
  const rule = widths.map(count => "-".repeat(count)).join("  ");
  return `${[line(columns), rule, ...cells.map(line)].join("\n")}\n`;
}

const isNumber = (value: unknown) =>
  value === null || value === undefined || typeof value === "number" || typeof value === "bigint";

/** Takes columns from the widest until the table fits; none falls under eight. */
function shrink(natural: readonly number[], width: number, whole: number): number[] {
  const widths = [...natural];
  const total = () => widths.reduce((sum, one) => sum + one, 0) + 2 * (widths.length - 1);
  while (total() > width) {
    const widest = widths.indexOf(Math.max(...widths.slice(whole)), whole);
    if (!(widths[widest]! > 8)) break;
    widths[widest] = widths[widest]! - 1;
  }
  return widths;
}
