import type { Attribution as Found } from "../../text/index.ts";
import type { Span } from "../types.ts";
import { overlaps } from "./spans.ts";
import { LOOK_BACK, type Material } from "./speech.ts";

const LETTERS = /\p{L}+/gu;

/** Letters of a speaker that no date and no article takes up: "the 2023 count" speaks, "2023" does not. */
function isSomebody({ text, dates, numbers, fillers }: Material, speaker: Span): boolean {
  const apart = [...dates.map(date => date.span), ...numbers].filter(span => overlaps(span, speaker));
  let words = "";
  let at = speaker[0];
  for (const [from, to] of apart.sort((x, y) => x[0] - y[0])) {
    words += `${text.slice(at, Math.max(at, from))} `;
    at = Math.max(at, to);
  }
  words += text.slice(at, Math.max(at, speaker[1]));
  for (const [word] of words.matchAll(LETTERS)) if (!fillers.has(word.toLowerCase())) return true;
  return false;
}

/**
 * A verb with a capital inside a sentence is a name ("the United States"), words of a number are none ("per cent"); a date or an
 * article says nothing.
 */
export function speaks(m: Material, { cue, speaker, sentence }: Found): boolean {
  const { text, known } = m;
  const start = text[cue[0]]!;
  const capital = start !== start.toLowerCase() && cue[0] > sentence[0];
  const noun = known.some(span => overlaps(span, cue));
  return (
    !capital &&
    !noun &&
    !isThing(m, cue) &&
    !isUnsaid(m, cue) &&
    !isPlural(m, { cue, speaker }) &&
    isSomebody(m, speaker)
  );
}

/** "China has found a huge market": what is found is a thing, where no number and no verb stands behind its article. */
function isThing({ text, span, cues, numbers, indefinite, verbs }: Material, cue: Span): boolean {
  if (!cues.some(each => each.name === "findings" && overlaps(each.span, cue))) return false;
  const behind = /^[^,;:.–—]*/.exec(text.slice(cue[1], Math.min(span[1], cue[1] + LOOK_BACK)))![0];
  const [first = "", ...rest] = behind.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
  const number = numbers.some(each => each[0] >= cue[1] && each[0] < cue[1] + behind.length);
  return indefinite.has(first) && !number && !rest.some(word => verbs.has(word));
}

/** Letters between "not" and the verb that it denies ("has never publicly said"). */
const DENIAL_REACH = 14;

/** "The ministry has never said": nobody's words are told. "Denied" denies what is said, and speaks. */
export const isUnsaid = ({ text, cues }: Material, cue: Span): boolean =>
  cues.some(
    ({ name, span }) =>
      name === "negation" &&
      span[1] <= cue[0] &&
      cue[0] - span[1] <= DENIAL_REACH &&
      !/[^\p{L}\s’'-]/u.test(text.slice(span[1], cue[0])),
  );

/** "African states use", "states — 27 —": behind a verb of saying stands what is said, and neither a verb nor a dash. */
function isPlural(
  { text, verbs, openSaid, span }: Material,
  { cue, speaker }: Pick<Found, "cue" | "speaker">,
): boolean {
  if (!text.slice(...cue).endsWith("s") || speaker[0] >= cue[1]) return false;
  const behind = text.slice(cue[1], Math.min(span[1], cue[1] + LOOK_BACK));
  const next = /^\s+([\p{L}’']+)/u.exec(behind)?.[1]?.toLowerCase() ?? "";
  return /^\s*[—–(]/.test(behind) || (verbs.has(next) && !openSaid.has(next));
}
