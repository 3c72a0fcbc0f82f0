import { idiom, readPlaces } from "../../text/index.ts";

/** How near a ban stands behind what takes it back ("lifted its ban on"), in characters. */
const REACH = 24;

/**
 * Tells of the title of an act whether a sentence says its opposite: that what was done was taken back, or that what was taken back was done.
 * Titles are in English. "Lifted its ban" allows what "banned" and "stopped" forbid; a ban by itself may be the very act ("added to the list").
 */
export function turnedIn(sentence: string, language: string): (title: string) => boolean {
  let told: Told | undefined;
  return title => {
    told ??= toldBy(sentence, language);
    const { route, isEnded } = titleOf(title);
    if (isOtherWay(route, told.route)) return true;
    return isEnded ? told.isAllowed || !told.hasEnd : told.undoes && !told.isAllowed;
  };
}

/** From where to where. */
type Route = readonly [string, string] | null;

interface Told {
  readonly route: Route;
  /** Says that something is taken back, and that it is a ban. */
  readonly undoes: boolean;
  readonly isAllowed: boolean;
  /** Has a word of ending or forbidding anywhere: a part that opens with a joint may be what tells of the act. */
  readonly hasEnd: boolean;
}

function toldBy(sentence: string, language: string): Told {
  const said = mainParts(sentence, language);
  const [ends, forbids] = [idiom("undoes", language), idiom("forbids", language)];
  const bans = forbids.find(said);
  const undoes = ends.find(said);
  return {
    route: routeOf(sentence),
    undoes: undoes.length > 0,
    isAllowed: undoes.some(([, end]) => bans.some(([start]) => start >= end && start - end <= REACH)),
    hasEnd: ends.test(sentence) || forbids.test(sentence),
  };
}

interface Title {
  readonly route: Route;
  readonly isEnded: boolean;
}

/** Titles are held against each sentence of one text after the other; this many are remembered. */
const REMEMBERED = 20_000;
const TITLES = new Map<string, Title>();

function titleOf(label: string): Title {
  const known = TITLES.get(label);
  if (known) return known;
  if (TITLES.size >= REMEMBERED) TITLES.clear();
  const isEnded = idiom("undoes", "en").test(label) || idiom("forbids", "en").test(label);
  const title = { route: routeOf(label), isEnded };
  TITLES.set(label, title);
  return title;
}

/** The sentence without clauses that only add something to it. */
function mainParts(sentence: string, language: string): string {
  const added = idiom("relative", language);
  const parts = sentence.split(/[,;:()\u2013\u2014]/);
  const main = parts.filter(part => !added.after(part, 0));
  return (main.length > 0 ? main : parts).join(", ");
}

/** "From China to Taiwan" is not "from Taiwan to China". */
const isOtherWay = (first: Route, second: Route): boolean =>
  first !== null && second !== null && first[0] === second[1] && first[1] === second[0];

function routeOf(text: string): Route {
  if (!/\bfrom\b.*\bto\b/i.test(text)) return null;
  const places = readPlaces(text, { language: "en" });
  const behind = (word: RegExp) =>
    places.find(({ span }) => word.test(text.slice(0, span[0])))?.country ?? "";
  const [from, to] = [behind(/\bfrom (?:the )?$/i), behind(/\bto (?:the )?$/i)];
  return from === "" || to === "" ? null : [from, to];
}
