/** A number with `digits` significant digits, in plain notation where that is short. */
export function significant(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return "0";
  const size = Math.floor(Math.log10(Math.abs(value)));
  if (size >= 7 || size < -5) return value.toExponential(digits - 1);
  return value.toFixed(Math.max(0, Math.min(8, digits - 1 - size)));
}

/** A p value with four decimals, `< 0.0001` below that. */
export const pText = (p: number): string => (Number.isNaN(p) ? "" : p < 0.0001 ? "< 0.0001" : p.toFixed(4));

/** Stars at 5, 1 and 0.1 per cent. */
export const stars = (p: number): string => (p < 0.001 ? "***" : p < 0.01 ? "**" : p < 0.05 ? "*" : "");

/** How many rows, in words. */
export const rowsText = (rows: number): string => (rows === 1 ? "1 row" : `${count(rows)} rows`);

/** A whole number with thin grouping: 38,325. */
export const count = (value: number): string => value.toLocaleString("en-US");
