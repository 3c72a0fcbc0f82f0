import { remembering } from "../remember.ts";
import { asset, assetBytes, whenReplaced } from "./file.ts";
import { cityKey } from "./key.ts";
import { locatePlace, type Point } from "./locate.ts";

/** A town that is known by its name without its country: of 100,000 people or more, or a capital. Of several in a country, the largest. */
export interface LargeCity {
  readonly country: string;
  readonly thousands: number;
  /** Is no other large town of its name, or none with a tenth of its people? */
  readonly alone: boolean;
  /** Is it another spelling of the town than its usual one? Those are often names of other places. */
  readonly spelling: boolean;
}

let names: string | null = null;
/** For names in ASCII. */
let plainNames: string | null = null;

/** Towns by the names that were asked for, and openings by the codes of their two characters, up to a bound that a long text cannot pass. */
let townsOf = remembering(townsFound);
const openings = new Map<number, boolean>();
const OPENINGS = 50_000;
whenReplaced(() => {
  names = null;
  plainNames = null;
  townsOf = remembering(townsFound);
  openings.clear();
});

const ENTRY = /^([A-Z]{3})(!?)(~?)(\d+)$/;

/**
 * Large towns of the world that have this name in any spelling; the largest first. `assets/city-names.tsv` has a line a name, its key and
 * its towns, sorted by the code units of the key: a name is found by halving, so that nothing is made before the first is asked for.
 */
export const largeCities = (name: string): readonly LargeCity[] => townsOf(name);

function townsFound(name: string): readonly LargeCity[] {
  const key = cityKey(name);
  const line = lineOf(namesFor(key), `${key}\t`);
  return line
    .split(" ")
    .map(entry => ENTRY.exec(entry))
    .filter(match => match !== null)
    .map(([, country = "", alone, spelling, thousands]) => ({
      country,
      thousands: Number(thousands),
      alone: alone !== "",
      spelling: spelling !== "",
    }));
}

/** Does the name of any large town begin so? */
export function opensLargeCity(opening: string): boolean {
  const key = cityKey(opening);
  return anyLine(namesFor(key), key);
}

/** The same of two characters, which spares looking for each length of a name in a script without spaces: asked at each of its characters. */
export function pairOpensLargeCity(first: string, second: string): boolean {
  const pair = (first.charCodeAt(0) << 16) | second.charCodeAt(0);
  let known = openings.get(pair);
  if (known === undefined) {
    known = opensLargeCity(first + second);
    if (openings.size >= OPENINGS) openings.clear();
    openings.set(pair, known);
  }
  return known;
}

/** The text in which a key is found; all lines that begin in ASCII stand before all others in either. */
function namesFor(key: string): string {
  if (names === null && /^[\0-\x7f]*$/.test(key)) {
    plainNames ??= assetBytes("city-names.tsv");
    return plainNames;
  }
  names ??= asset("city-names.tsv");
  return names;
}

function anyLine(text: string, opening: string): boolean {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const from = text.lastIndexOf("\n", middle - 1) + 1;
    if (text.startsWith(opening, from)) return true;
    const end = text.indexOf("\n", middle);
    if (text.slice(from, from + opening.length) < opening) low = end < 0 ? high : end + 1;
    else high = from;
  }
  return false;
}

/** What stands behind a key in a text of sorted lines; empty where none begins with it. */
function lineOf(text: string, key: string): string {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const from = text.lastIndexOf("\n", middle - 1) + 1;
    const end = text.indexOf("\n", middle);
    if (text.startsWith(key, from)) return text.slice(from + key.length, end);
    if (text.slice(from, text.indexOf("\t", from) + 1) < key) low = end + 1;
    else high = from;
  }
  return "";
}

/** The point of a large town whose country is not told; null where none has the name, or two large ones in different countries. */
export function locateAnywhere(name: string): Point | null {
  const [best, second] = largeCities(name);
  return best && (best.alone || !second) ? locatePlace(name, best.country) : null;
}
