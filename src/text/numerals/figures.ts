import type { NumberWords } from "../pack/number-words.ts";

/** A number written in digits. */
export interface Digits {
  readonly value: number;
  /** Digits after the decimal mark. */
  readonly decimals: number;
  /** It has group or decimal marks, so it is neither a year nor a label. */
  readonly marked: boolean;
}

const whole = (digits: string): Digits => ({ value: Number(digits), decimals: 0, marked: false });

/** Groups of three, or Indian groups of two before a last group of three. */
function grouped(parts: readonly string[]): boolean {
  const first = parts[0]!;
  const rest = parts.slice(1);
  if (first.length === 0 || first.length > 3) return false;
  if (rest.every(p => p.length === 3)) return true;
  return (
    rest.length > 1 &&
    first.length <= 2 &&
    rest.at(-1)!.length === 3 &&
    rest.slice(0, -1).every(p => p.length === 2)
  );
}

function decimalOf(left: string, right: string): Digits {
  return { value: Number(`${left || "0"}.${right}`), decimals: right.length, marked: true };
}

function groupedOf(parts: readonly string[]): Digits {
  return { value: Number(parts.join("")), decimals: 0, marked: true };
}

function oneMark(parts: readonly string[], mark: string, words: NumberWords): Digits | null {
  if (parts.length > 2) return grouped(parts) ? groupedOf(parts) : null;
  const [left = "", right = ""] = parts;
  if (mark === words.decimal) {
    const loose =
      words.looseDecimal === true && right.length === 3 && left.length <= 3 && !left.startsWith("0");
    return loose ? groupedOf(parts) : decimalOf(left, right);
  }
  if (right.length === 3 && left.length <= 3 && !left.startsWith("0")) return groupedOf(parts);
  return right.length === 3 && left.length > 3 ? null : decimalOf(left, right);
}

/**
 * Value of a run of digits with inner marks by the conventions of a language; null where it is no number (a date, an
 * address, a version). Two different marks: the last one is decimal.
 */
export function readDigits(key: string, words: NumberWords): Digits | null {
  if (/^\d+$/.test(key)) return key.length > 18 ? null : whole(key);
  if (key.length > 40) return null;
  const plain = key.replaceAll("٬", ",").replaceAll("·", ".");
  if (plain.includes("٫")) return splitDecimal(plain, "٫");
  const marks = [...new Set(plain.replace(/\d/g, ""))];
  if (marks.length === 1) {
    const mark = marks[0]!;
    if (mark === "'") return grouped(plain.split(mark)) ? groupedOf(plain.split(mark)) : null;
    return oneMark(plain.split(mark), mark, words);
  }
  if (marks.length !== 2) return null;
  const last = marks.reduce((a, b) => (plain.lastIndexOf(a) > plain.lastIndexOf(b) ? a : b));
  return last === "'" ? null : splitDecimal(plain, last);
}

function splitDecimal(text: string, mark: string): Digits | null {
  const at = text.indexOf(mark);
  if (at !== text.lastIndexOf(mark)) return null;
  const left = text.slice(0, at).split(/[.,'٬]/);
  if (left.length > 1 && !grouped(left)) return null;
  return decimalOf(left.join(""), text.slice(at + 1));
}
