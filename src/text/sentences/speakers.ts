import type { Compiled } from "../pack/compile.ts";
import type { Lexicon } from "../phrases/lexicon.ts";
import { DENSE, NUMBER, SIGN, type Token } from "../tokens/token.ts";

/** The words of a language by which speakers are found. */
export interface Words {
  readonly saying: Lexicon<1>;
  readonly auxiliaries: ReadonlySet<string>;
  readonly according: Lexicon<1>;
  readonly impersonal: Lexicon<1>;
  readonly studies: Lexicon<1>;
  readonly madeBy: ReadonlySet<string>;
}

export const STOPS = new Set([",", ";", ":", "(", ")", '"', "—", ".", "!", "?"]);
const MAX_SPEAKER = 12;
/** In a script without spaces, where every character is a token. */
const MAX_DENSE_SPEAKER = 20;

/** Words a speaker's name may run through: of, de, the, hyphens. */
function inName(token: Token, c: Compiled): boolean {
  if (token.kind === NUMBER || token.kind === DENSE) return true;
  if (token.kind === SIGN) return /^[-'&/《》]$/.test(token.key);
  return (
    token.caps > 0 ||
    !c.stop.has(token.key) ||
    /^(?:the|a|an|of|and|for|de|del|la|los|las|el|du|des|le|les|di|do|da|dos|one|its|his|their)$/.test(
      token.key,
    )
  );
}

/** Days and times of a report between its maker and its verb ("据新华社周三报道"). */
const DENSE_TIME = /^(?:本?[周週]|星期|昨|今|日前|近日|当地时间|當地時間|早前|此前|\d)/u;

/** In a script without spaces a speaker ends where a verb of saying, another attribution or a time begins. */
function endsDense(tokens: readonly Token[], at: number, w: Words): boolean {
  if (w.saying.longest(tokens, at) || w.according.longest(tokens, at)) return true;
  let ahead = "";
  for (let i = at; i < Math.min(at + 4, tokens.length); i++) ahead += tokens[i]!.key;
  return DENSE_TIME.test(ahead);
}

/** The speaker after "according to": up to the next comma, stop or verb. */
export function speakerAfter(tokens: readonly Token[], at: number, c: Compiled, w: Words): number {
  let to = at;
  while (to < tokens.length && to - at < MAX_SPEAKER) {
    const token = tokens[to]!;
    if (STOPS.has(token.key) && !(token.key === "." && to + 1 < tokens.length && !tokens[to + 1]!.gap)) break;
    if (!inName(token, c) || (to > at && token.kind === DENSE && endsDense(tokens, to, w))) break;
    to++;
  }
  return markedAfter(tokens, to, w) ?? withoutMade(tokens, at, to, w);
}

/** A speaker without what was made: "据Access Now统计" credits Access Now. A name of one character is none. */
function withoutMade(tokens: readonly Token[], from: number, to: number, w: Words): number {
  if (w.madeBy.size === 0) return to;
  for (let at = from + 1; at < to; at++) {
    const behind = tokens.slice(at, to).map(({ key }) => key);
    const isName = at - from > 1 || tokens[from]!.kind !== DENSE;
    if (isName && w.madeBy.has(behind.join(""))) return at;
  }
  return to;
}

/** Joining words before a speaker. */
const OPENERS = /^(?:and|of|for|-|'|&|y|et|и|但|而)$/;

/** The speaker before a verb of saying: back to the last comma, mark or word that no name runs through. */
export function speakerBefore(tokens: readonly Token[], at: number, floor: number, c: Compiled): number {
  let from = at;
  const most = c.pack.dense === true ? MAX_DENSE_SPEAKER : MAX_SPEAKER;
  while (from > floor && at - from < most) {
    const token = tokens[from - 1]!;
    if (STOPS.has(token.key) || !inName(token, c)) break;
    from--;
  }
  while (from < at && OPENERS.test(tokens[from]!.key)) from++;
  return from;
}

export const MARK = '"';
/** Words of a name between marks; characters in a script without spaces. */
const MARKED = 4;
const MARKED_DENSE = 12;

const OPENED: Readonly<Record<string, string>> = { [MARK]: MARK, "」": "「", "』": "『" };
const CLOSED: Readonly<Record<string, string>> = { [MARK]: MARK, "「": "」", "『": "』" };

/** 人权组织“股份基金会”称: in a script without spaces, marks right before the verb hold a name, with what stands before them. */
export function markedBefore(
  tokens: readonly Token[],
  at: number,
  floor: number,
  c: Compiled,
): number | null {
  const opening = OPENED[tokens[at - 1]?.key ?? ""];
  if (opening === undefined || c.pack.dense !== true) return null;
  let from = at - 2;
  while (from >= floor && tokens[from]!.kind === DENSE && at - from <= MARKED_DENSE + 1) from--;
  const named = from >= floor && tokens[from]!.key === opening && at - from > 2;
  return named ? speakerBefore(tokens, from, floor, c) : null;
}

/** 当地媒体“亚洲快讯”报道: the end of a name between marks that a verb of saying follows. */
function markedAfter(tokens: readonly Token[], at: number, w: Words): number | null {
  const closing = CLOSED[tokens[at]?.key ?? ""];
  if (closing === undefined || tokens[at + 1]?.kind !== DENSE) return null;
  let to = at + 1;
  while (tokens[to]?.kind === DENSE && to - at <= MARKED_DENSE) to++;
  return tokens[to]?.key === closing && w.saying.longest(tokens, to + 1) ? to + 1 : null;
}

/** "как сообщает «Коммерсантъ»": marks right behind the phrase hold a name. */
export const isMarkedName = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens[to]?.key === MARK && to - from <= MARKED;
