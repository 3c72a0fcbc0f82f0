import { idiom } from "../../text/index.ts";
import { placesIn } from "./places-in.ts";

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
    const { route, isEnded, isFreed, isArrival, isBegun } = titleOf(title);
    if (isBegun && told.isClosed) return true;
    if (isOtherWay(route, told.route) || (told.isFreed && !isFreed) || (told.departs && isArrival))
      return true;
    return isEnded ? told.isAllowed || !told.hasEnd : told.undoes;
  };
}

/** Which state is left and which is joined; empty where the text does not say. */
interface Route {
  readonly from: string;
  readonly to: string;
  /** Where the words of leaving and joining stand, but for small ones of joining. */
  readonly words: readonly (readonly [number, number])[];
}

interface Told {
  readonly route: Route;
  /** Says that something is taken back, and that it is a ban. */
  readonly undoes: boolean;
  readonly isAllowed: boolean;
  /** Says that somebody was set free; that somebody left. */
  readonly isFreed: boolean;
  readonly departs: boolean;
  /** Forbids or closes something, and says of nothing that it was begun or opened. */
  readonly isClosed: boolean;
  /** Has a word of ending or forbidding anywhere: a part that opens with a joint may be what tells of the act. */
  readonly hasEnd: boolean;
}

function toldBy(sentence: string, language: string): Told {
  const route = routeOf(sentence, language);
  // To leave one state and to join another again is what such an act is, and takes nothing back.
  const rest = route.words.reduceRight(
    (left, [from, to]) => left.slice(0, from) + " ".repeat(to - from) + left.slice(to),
    sentence,
  );
  const said = mainParts(rest, language);
  const [ends, forbids] = [idiom("undoes", language), idiom("forbids", language)];
  const bans = forbids.find(said);
  const undoes = ends.find(said);
  return {
    route,
    isFreed: idiom("frees", language).test(said),
    departs: idiom("departs", language).test(said),
    undoes: undoes.length > 0,
    isAllowed: undoes.some(([, end]) => bans.some(([start]) => start >= end && start - end <= REACH)),
    isClosed: bans.length > 0 && !idiom("founds", language).test(said),
    hasEnd: ends.test(sentence) || forbids.test(sentence),
  };
}

interface Title {
  readonly route: Route;
  readonly isEnded: boolean;
  readonly isFreed: boolean;
  readonly isBegun: boolean;
  /** Somebody was sent, posted or came. */
  readonly isArrival: boolean;
}

/** Titles are held against each sentence of one text after the other; this many are remembered. */
const REMEMBERED = 20_000;
const TITLES = new Map<string, Title>();

function titleOf(label: string): Title {
  const known = TITLES.get(label);
  if (known) return known;
  if (TITLES.size >= REMEMBERED) TITLES.clear();
  const isEnded = idiom("undoes", "en").test(label) || idiom("forbids", "en").test(label);
  const isArrival = idiom("arrives", "en").test(label);
  const title = {
    route: routeOf(label, "en"),
    isEnded,
    isFreed: idiom("frees", "en").test(label),
    isBegun: !isEnded && idiom("founds", "en").test(label),
    isArrival,
  };
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

/** "From China to Taiwan", "dropped China for Taiwan" is not "from Taiwan to China". */
const isOtherWay = (first: Route, second: Route): boolean =>
  (first.from !== "" && first.from === second.to) || (first.to !== "" && first.to === second.from);

/** Titles and sentences of a language whose pack says how somebody is left and joined; others know "from" and "to" alone. */
function routeOf(text: string, language: string): Route {
  const places = placesIn(text, language);
  if (places.length < 2 && language !== "en") return { from: "", to: "", words: [] };
  const behind = (name: "leaves" | "joins") =>
    places.flatMap(({ country, span }) => {
      const word = idiom(name, language).before(text, span[0]);
      return word ? [{ country, word, isSmall: SMALL.test(text.slice(...word)) }] : [];
    })[0];
  const [left, joined] = [behind("leaves"), behind("joins")];
  // "From" and "to" stand before states for other reasons too: each needs the other state to be told.
  const from = left && (!left.isSmall || joined) ? left.country : "";
  const to = joined && (!joined.isSmall || left) && joined.country !== from ? joined.country : "";
  const words = [
    ...(from !== "" && left ? [left.word] : []),
    ...(to !== "" && joined && !joined.isSmall ? [joined.word] : []),
  ];
  return { from, to, words };
}

/** As few letters as "from" has; in other scripts so few say much. */
const SMALL = /^[a-z]{1,4}$/i;
