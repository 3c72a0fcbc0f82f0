import { NUMBER, WORD } from "../tokens/token.ts";
import type { DateContext } from "./context.ts";
import { keyAt, make, onDay, type Rule } from "./parts.ts";

interface Part {
  readonly kind: "year" | "day" | "month";
  readonly value: number;
  readonly to: number;
}

function partAt(x: DateContext, i: number): Part | null {
  const token = x.tokens[i];
  if (token?.kind === NUMBER && /^\d{1,4}$/.test(token.key)) {
    const value = Number(token.key);
    if (token.key.length === 4)
      return value > 999 && value < 2201 ? { kind: "year", value, to: i + 1 } : null;
    return token.key.length < 3 && value > 0 && value < 32 ? { kind: "day", value, to: i + 1 } : null;
  }
  const month = token?.kind === WORD ? x.w.months.longest(x.tokens, i) : null;
  return month && { kind: "month", value: month.value, to: month.to };
}

/** The token after "/" or a hyphen that joins two parts of a date; before the third, "05-Aug -2016", it may stand apart. */
function markEnd(x: DateContext, i: number, mark: string, last: boolean): number {
  const [sign, next] = [x.tokens[i], x.tokens[i + 1]];
  if (!sign || !next || sign.key !== mark) return -1;
  return mark === "/" || ((!sign.gap || last) && !next.gap) ? i + 1 : -1;
}

/** "2020/Sep/23", "23-2020-September", "Sep-23-2020", "Oct/2": a month by its name between marks, in any order. */
export const mixed: Rule = (x, i) => {
  const first = partAt(x, i);
  const mark = first ? keyAt(x, first.to) : "";
  if (!first || (mark !== "/" && mark !== "-")) return null;
  const parts = [first];
  for (let last = first; parts.length < 3; ) {
    const at = markEnd(x, last.to, mark, parts.length === 2);
    const next = at < 0 ? null : partAt(x, at);
    if (!next || parts.some(part => part.kind === next.kind)) break;
    parts.push(next);
    last = next;
  }
  const value = (kind: Part["kind"]): number | null => parts.find(part => part.kind === kind)?.value ?? null;
  const [y, m, d] = [value("year"), value("month"), value("day")];
  const { to } = parts.at(-1)!;
  if (m === null || d === null || (y === null && (mark === "-" || first.kind === "day"))) return null;
  if (keyAt(x, to) === mark && !x.tokens[to]!.gap) return null;
  const period = onDay(x, y, m, d);
  return period && make(i, to, period);
};
