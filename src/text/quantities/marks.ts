import { BREAK, DENSE, NUMBER, SIGN, type Token, WORD } from "../tokens/token.ts";

/** What ends the words that a note belongs to: its mark stands right behind. */
const CLOSES = new Set([".", ",", ";", ":", "!", "?", "%", ")", "]", "”", "’", "»", "。", "，", "；", "、"]);

/** What stands between the numbers of one mark: "[2, 4–6]". */
const BETWEEN = new Set([",", ";", "-", "–"]);

/** The longest number of a note, a list or a thread, in digits. */
const DIGITS = 3;

const isSmall = (token: Token | undefined): boolean =>
  token?.kind === NUMBER && token.key.length <= DIGITS && /^\d+$/.test(token.key);

const follows = (token: Token | undefined, ...keys: readonly string[]): boolean =>
  token !== undefined && token.kind === SIGN && !token.gap && keys.includes(token.key);

/** Whether nothing but white space stands between a token and the beginning of its line. */
function opensLine(text: string, token: Token): boolean {
  let at = token.start - 1;
  while (at >= 0 && (text[at] === " " || text[at] === "\t" || text[at] === "\u00a0")) at--;
  return at < 0 || text[at] === "\n" || text[at] === "\r" || text[at] === "\u2028";
}

const ENDED = /[.!?…:;。！？：；؟][”"’»)\]]*\s*$/u;
const ITEM = /^\s*[([]?\d{1,3}[.)/、\]]/;
/** Longest line that is looked at. */
const LINE = 400;

/** Whether the line before has ended, is empty or an item too: a number may end a sentence at the beginning of a line that was cut at a width. */
function behindEnd(text: string, { start }: Token): boolean {
  const before = text.slice(Math.max(0, start - LINE), start);
  const cut = before.lastIndexOf("\n");
  if (cut < 0) return true;
  const line = before.slice(before.lastIndexOf("\n", cut - 1) + 1, cut);
  return line.trim() === "" || ENDED.test(line) || ITEM.test(line);
}

/** "[3]", "[2, 4–6]", "[note 1]": the token after its end, 0 where numbers in brackets are no mark of a note. */
function noteAt(text: string, tokens: readonly Token[], at: number, stop: ReadonlySet<string>): number {
  const open = tokens[at]!;
  if (open.key !== "[") return 0;
  let to = at + 1;
  if (tokens[to]?.kind === WORD && tokens[to + 1]?.kind === NUMBER) to++;
  if (!isSmall(tokens[to])) return 0;
  while (isSmall(tokens[to]) || (BETWEEN.has(tokens[to]?.key ?? "") && isSmall(tokens[to + 1]))) to++;
  if (tokens[to]?.key !== "]") return 0;
  const [before, after] = [tokens[at - 1], tokens[to + 1]];
  const glued = before !== undefined && !open.gap && (before.kind !== SIGN || CLOSES.has(before.key));
  // "rose to [138] countries" is an editor's insertion: what it counts goes on behind it, unlike in "1,000 cameras [4] to".
  const goesOn =
    (after?.kind === WORD && after.caps === 0 && (!stop.has(after.key) || stop.has(before?.key ?? ""))) ||
    after?.kind === DENSE ||
    after?.kind === NUMBER;
  return glued || opensLine(text, open) || !goesOn ? to + 1 : 0;
}

/** Most words of what is counted before the mark of its note. */
const COUNTED = 3;

/** "850 cameras (2)", "cameras.(2)": behind what is counted, or behind the end of a sentence, a small number in brackets is the mark of a note. */
function roundNoteAt(tokens: readonly Token[], at: number, stop: ReadonlySet<string>): number {
  const [before, number] = [tokens[at - 1], tokens[at + 1]];
  if (tokens[at]!.key !== "(" || !isSmall(number) || number!.gap || !follows(tokens[at + 2], ")")) return 0;
  if (before?.key === "." && !tokens[at]!.gap && tokens[at - 2]?.kind === WORD) return at + 3;
  if (number!.key.length === DIGITS) return 0;
  let i = at - 1;
  while (i >= at - COUNTED && tokens[i]?.kind === WORD && !stop.has(tokens[i]!.key)) i--;
  return i < at - 1 && tokens[i]?.kind === NUMBER ? at + 3 : 0;
}

/** "in 52 countries,3 the firm": a number that stood above the line, once that is lost. */
const isLost = (tokens: readonly Token[], at: number): boolean =>
  isSmall(tokens[at]) &&
  !tokens[at]!.gap &&
  (follows(tokens[at - 1], ",", ";") || follows(tokens[at - 1], "”", "’")) &&
  tokens[at - 2]?.kind === WORD &&
  tokens[at + 1]?.gap === true;

const opensSentence = (token: Token | undefined): boolean =>
  token?.gap === true && token.kind !== NUMBER && (token.kind !== WORD || token.caps > 0);

/** "3/", "3/12", "2)", "(2)", "1.", "1、" at the beginning of a line: the token after it, 0 without one. */
function itemAt(text: string, tokens: readonly Token[], at: number): number {
  const open = tokens[at]!.key === "(" ? at : -1;
  const number = open < 0 ? at : at + 1;
  if (!isSmall(tokens[number]) || !opensLine(text, tokens[at]!) || !behindEnd(text, tokens[at]!)) return 0;
  const sign = tokens[number + 1];
  if (open >= 0) return follows(sign, ")") ? number + 2 : 0;
  // Marks of a list are folded like commas: the text has them.
  if (follows(sign, ")") || (follows(sign, ",") && text[sign!.start] === "、")) return number + 2;
  // "1. how many": no sentence ends before a small letter.
  if (follows(sign, ".")) {
    const next = tokens[number + 2];
    return opensSentence(next) || (next?.gap && next.kind === WORD) ? number + 2 : 0;
  }
  if (!follows(sign, "/")) return 0;
  const whole = isSmall(tokens[number + 2]) && !tokens[number + 2]!.gap;
  const next = tokens[number + (whole ? 3 : 2)];
  if (next === undefined || next.kind === BREAK) return number + (whole ? 3 : 2);
  // "3/4 of the countries" is a fraction.
  return opensSentence(next) ? number + (whole ? 3 : 2) : 0;
}

/** Marks of notes, of items of a list and of posts of a thread: numbers that count nothing. Fills `mask` with the token after each. */
export function maskMarks(
  text: string,
  tokens: readonly Token[],
  { stop, mask }: { readonly stop: ReadonlySet<string>; readonly mask: Int32Array },
): void {
  for (let at = 0; at < tokens.length; at++) {
    const { key, kind } = tokens[at]!;
    if (kind !== NUMBER && key !== "[" && key !== "(") continue;
    const to = isLost(tokens, at)
      ? at + 1
      : noteAt(text, tokens, at, stop) || itemAt(text, tokens, at) || roundNoteAt(tokens, at, stop);
    if (to > 0) mask.fill(to, at, to);
  }
}
