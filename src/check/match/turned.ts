import { idiom, readPlaces } from "../../text/index.ts";

/** How near a ban stands behind what takes it back ("lifted its ban on"), in characters. */
const REACH = 24;

/**
 * Does a sentence tell the opposite of what the title of an act says: that what was done was taken back, or that what was taken back was done?
 * Titles are in English. "Lifted its ban" allows what "banned" and "stopped" forbid; a ban by itself may be the very act ("added to the list").
 */
export function isTurned(title: string, sentence: string, language: string): boolean {
  if (isOtherWay(title, sentence)) return true;
  const said = mainParts(sentence, language);
  const [ends, forbids] = [idiom("undoes", language), idiom("forbids", language)];
  const bans = forbids.find(said);
  const undoes = ends.find(said);
  const isAllowed = undoes.some(([, end]) => bans.some(([start]) => start >= end && start - end <= REACH));
  const isEnded = idiom("undoes", "en").test(title) || idiom("forbids", "en").test(title);
  // A part that opens with a joint may be what tells of the act.
  if (isEnded) return isAllowed || !(ends.test(sentence) || forbids.test(sentence));
  return undoes.length > 0 && !isAllowed;
}

/** The sentence without clauses that only add something to it. */
function mainParts(sentence: string, language: string): string {
  const added = idiom("relative", language);
  const parts = sentence.split(/[,;:()\u2013\u2014]/);
  const main = parts.filter(part => !added.after(part, 0));
  return (main.length > 0 ? main : parts).join(", ");
}

/** "From China to Taiwan" is not "from Taiwan to China". */
function isOtherWay(title: string, sentence: string): boolean {
  const [first, second] = [routeOf(title), routeOf(sentence)];
  return first !== null && second !== null && first[0] === second[1] && first[1] === second[0];
}

function routeOf(text: string): readonly [string, string] | null {
  if (!/\bfrom\b.*\bto\b/i.test(text)) return null;
  const places = readPlaces(text, { language: "en" });
  const behind = (word: RegExp) =>
    places.find(({ span }) => word.test(text.slice(0, span[0])))?.country ?? "";
  const [from, to] = [behind(/\bfrom (?:the )?$/i), behind(/\bto (?:the )?$/i)];
  return from === "" || to === "" ? null : [from, to];
}
