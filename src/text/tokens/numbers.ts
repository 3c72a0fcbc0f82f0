import { classOf, DIGIT, digitValue, UNSEEN } from "./characters.ts";

/** What may stand inside a number between two digits. */
const INNER = new Set([".", ",", "'", "’", "٫", "٬", "．", "，", "،", "·"]);

export function numberEnd(text: string, from: number): number {
  let i = from;
  for (;;) {
    while (
      i < text.length &&
      (classOf(text.charCodeAt(i)) === DIGIT || classOf(text.charCodeAt(i)) === UNSEEN)
    )
      i++;
    if (i + 1 >= text.length || !INNER.has(text[i]!)) break;
    let next = i + 1;
    while (next < text.length && classOf(text.charCodeAt(next)) === UNSEEN) next++;
    if (next >= text.length || classOf(text.charCodeAt(next)) !== DIGIT) break;
    i = next;
  }
  while (i > from && classOf(text.charCodeAt(i - 1)) === UNSEEN) i--;
  return i;
}

export function numberKey(text: string, start: number, end: number): string {
  let key = "";
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const c = classOf(code);
    if (c === DIGIT) key += digitValue(code);
    else if (c !== UNSEEN) {
      const ch = text[i]!;
      key +=
        ch === "٫"
          ? "٫"
          : ch === "٬"
            ? "٬"
            : ch === "．"
              ? "."
              : ch === "，" || ch === "،"
                ? ","
                : ch === "’"
                  ? "'"
                  : ch;
    }
  }
  return key;
}
