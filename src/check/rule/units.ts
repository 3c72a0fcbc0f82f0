/** What kind of number a unit makes: decides slack and band. */
export type UnitFamily = "count" | "share" | "money" | "multiple";

const PERCENT = new Set(["percent", "%", "per cent", "percentage", "pct"]);

/** The same units are compared again and again; this many are remembered. */
const REMEMBERED = 5_000;
const NORMAL = new Map<string, string>();

/** Lower case, head noun, singular: "training sessions" and "session" are one unit. Currency codes stay as they are. */
export function normalUnit(unit: string): string {
  const known = NORMAL.get(unit);
  if (known !== undefined) return known;
  if (NORMAL.size >= REMEMBERED) NORMAL.clear();
  const normal = normalised(unit);
  NORMAL.set(unit, normal);
  return normal;
}

function normalised(unit: string): string {
  const trimmed = unit.trim();
  if (isCurrency(trimmed)) return trimmed;
  const lower = trimmed.toLowerCase();
  if (PERCENT.has(lower)) return "percent";
  return singular(lower.split(/\s+/).at(-1) ?? "");
}

const IRREGULAR: Readonly<Record<string, string>> = { people: "person", persons: "person", men: "man" };

function singular(noun: string): string {
  if (IRREGULAR[noun]) return IRREGULAR[noun];
  if (/[^aeiou]ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(ss|us|is)$/.test(noun)) return noun;
  if (/(ss|x|zz|ch|sh|[^o]us)es$/.test(noun)) return noun.slice(0, -2);
  return noun.replace(/s$/, "");
}

/** Lengths of time in years (365.25 days), so that "nearly a year" and 12 months compare. */
const YEARS: Readonly<Record<string, number>> = {
  day: 1 / 365.25,
  week: 7 / 365.25,
  month: 1 / 12,
  year: 1,
  decade: 10,
};

/** Two currencies of one name, which texts do not tell apart, and of one fixed value in euros since 1999 (655.957 to 1). */
const FRANCS_CFA = new Set(["XAF", "XOF"]);

/** An ISO 4217 code: three capitals. */
export const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);

export function familyOf(unit: string, fraction: boolean): UnitFamily {
  const normal = normalUnit(unit);
  if (fraction || normal === "percent" || normal === "share") return "share";
  if (normal === "multiple") return "multiple";
  return isCurrency(normal) ? "money" : "count";
}

/** A length of time, of which one unit is a part of the other. */
export const isLength = (unit: string): boolean => YEARS[normalUnit(unit)] !== undefined;

/**
 * Factor that turns a number in one unit into another, or null where they do not compare. An unnamed unit is taken to be the
 * same. `size` is that of the number to be turned. A currency needs the dated rate `fx`: how much of the wanted currency one unit of the given one buys.
 */
export function unitFactor(
  from: string,
  to: string,
  { fx, size }: { fx: number | null; size: number },
): number | null {
  const [given, wanted] = [normalUnit(from), normalUnit(to)];
  // Shares are in percent unless their unit says otherwise.
  if (given === "" && wanted === "share" && size > 1) return 0.01;
  if (given === wanted || given === "" || wanted === "") return 1;
  if (given === "share" && wanted === "percent") return 100;
  if (given === "percent" && wanted === "share") return 0.01;
  if (FRANCS_CFA.has(given) && FRANCS_CFA.has(wanted)) return 1;
  if (isCurrency(given) && isCurrency(wanted)) return fx;
  const [length, unit] = [YEARS[given], YEARS[wanted]];
  if (length !== undefined && unit !== undefined) return length / unit;
  return null;
}
