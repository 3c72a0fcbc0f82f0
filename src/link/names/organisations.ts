import { normalise } from "../compare/normalise.ts";
import { jaroWinkler } from "../compare/strings.ts";
import { abbreviatesWords } from "./abbreviation.ts";
import { consonants, folded, isLatin, romanise, simplified, sounded } from "./romanise.ts";
import { type NameWords, nameWords } from "./words.ts";

interface ReadName {
  readonly text: string;
  readonly latin: string;
  readonly sounded: string;
  readonly consonants: string;
  readonly folded: string;
  readonly script: string;
  readonly capitals: boolean;
  readonly words: NameWords;
  /** The words of its own run together. */
  readonly own: string;
}

const KNOWN = new Map<string, ReadName>();

/** Names kept read: a book has hundreds, each compared with all others. */
const MOST_KNOWN = 20_000;

/** Names of organisations are short; what is longer is compared by its beginning. */
const LONGEST_NAME = 200;

function read(name: string): ReadName {
  const before = KNOWN.get(name);
  if (before) return before;
  const short = name.slice(0, LONGEST_NAME).toWellFormed();
  const latin = romanise(simplified(short));
  const words = nameWords(short);
  const made = {
    text: normalise(short),
    latin: latin.replaceAll(" ", ""),
    sounded: sounded(latin),
    consonants: consonants(latin),
    folded: folded(latin),
    script: scriptOf(short),
    capitals: /^\p{Lu}+$/u.test(short),
    words,
    own: [...words.own].join(""),
  };
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(name, made);
  return made;
}

const SCRIPTS = [
  "Hiragana",
  "Katakana",
  "Han",
  "Cyrillic",
  "Arabic",
  "Hebrew",
  "Hangul",
  "Greek",
  "Devanagari",
].map(script => [script, new RegExp(`\\p{Script=${script}}`, "u")] as const);

/** The script of a name: the first that is not Latin, else Latin. */
const scriptOf = (name: string): string =>
  isLatin(name) ? "Latin" : (SCRIPTS.find(([, letters]) => letters.test(name))?.[0] ?? "other");

/**
 * Compares two names in any two scripts: equal as written; alike in sound once both stand in Latin letters; alike word for word once common words are
 * translated; one holding the other; initials. Symmetric.
 */
export function nameLevel(first: string, second: string): number {
  const [a, b] = [read(first), read(second)];
  if (a.text === b.text && a.text !== "") return 4;
  if (a.text === "" || b.text === "") return 0;
  const crossing = a.script !== b.script;
  const shared = sharing(a.words, b.words, crossing);
  if (shared === "all" || (crossing && (soundsAlike(a, b) || bySyllables(a, b)))) return 3;
  if (shared === "one" || isAbbreviation(a, b, crossing) || isAbbreviation(b, a, crossing)) return 2;
  return isInitials(a, b) || isInitials(b, a) || looksAlike(a, b) ? 1 : 0;
}

/** Classes of consonants that two names must have to be alike by them alone. */
const LEAST_CONSONANTS = 4;

/** Fewest letters of a name that is compared by sound, or of a word looked for within a longer one. */
const LEAST_LETTERS = 4;

const withoutV = (text: string): string => text.replaceAll("v", "u");

type Sound = Pick<ReadName, "sounded" | "consonants" | "folded">;

function soundsAlike(a: Sound, b: Sound): boolean {
  if (a.sounded === b.sounded) return true;
  if (a.folded === b.folded && a.folded.length >= LEAST_LETTERS) return true;
  const [short, long] = [a.sounded.length, b.sounded.length].sort((x, y) => x - y) as [number, number];
  if (short < LEAST_LETTERS || short < 0.7 * long) return false;
  const likeness = jaroWinkler(a.sounded, b.sounded);
  // Arabic writes u, v and w with one letter.
  if (likeness >= 0.9 || jaroWinkler(withoutV(a.sounded), withoutV(b.sounded)) >= 0.95) return true;
  return likeness >= 0.8 && a.consonants === b.consonants && a.consonants.length >= LEAST_CONSONANTS;
}

const SYLLABIC = new Set(["Hiragana", "Katakana", "Hangul"]);

/** Classes of consonants that a name in syllables must share. */
const LEAST_BONES = 3;

/** Scripts of syllables put vowels between consonants, and have one sound for `l` and `r`: what is left alike is the consonants, and how a name begins. */
function bySyllables(a: ReadName, b: ReadName): boolean {
  if (!SYLLABIC.has(a.script) && !SYLLABIC.has(b.script)) return false;
  const [x, y] = [a, b].map(({ consonants: own }) => own.replaceAll("r", "l")) as [string, string];
  const long = Math.min(a.folded.length, b.folded.length) >= LEAST_LETTERS;
  return long && x === y && x.length >= LEAST_BONES && begins(a) === begins(b);
}

const begins = ({ folded: own }: ReadName) => own[0]?.replace("r", "l");

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) if (b.has(word)) return true;
  return false;
}

const MANY_COMMON = 4;

const COUNTRY = /^[A-Z]{3}$/;

/** How the words of two names meet: all of both, all of the shorter, or neither. One common word alone ("ministry") says nothing. */
function sharing(first: NameWords, second: NameWords, crossing: boolean): "all" | "one" | "none" {
  // Nearly all pairs of names share no word at all; they are told without making anything.
  if (
    !crossing &&
    !meet(first.own, second.own) &&
    (first.own.size > 0 || second.own.size > 0 || !meet(first.common, second.common))
  )
    return "none";
  const [a, b] = crossing
    ? [officesAsOne(cutBy(first, second)), officesAsOne(cutBy(second, first))]
    : [first, second];
  const [short, long] = size(a) <= size(b) ? [a, b] : [b, a];
  const common = [...short.common].filter(word => long.common.has(word)).length;
  const shared = [...short.own].filter(word =>
    [...long.own].some(
      other => sameWord(word, other, crossing) || (crossing && sameTown(short, word, long, other)),
    ),
  );
  const own = shared.length;
  const whole = common === short.common.size && own === short.own.size;
  if (!whole || (own === 0 && common < 2)) return "none";
  if (size(short) === size(long)) return "all";
  if (crossing && own === 0 && common >= MANY_COMMON - 1 && onlyAnOffice(long, short)) return "one";
  // Common words alone tell too little: many a country has a ministry of public security. Four of them, and nothing but a country beside, tell more.
  const left = [...long.common].filter(word => !short.common.has(word));
  const byCountry =
    common >= MANY_COMMON && long.own.size === 0 && left.length === 1 && COUNTRY.test(left[0]!);
  // An office of the United Nations is not the United Nations.
  const beyondBodies = common > 0 || shared.some(word => !short.bodies.has(word));
  return (own > 0 && beyondBodies) || byCountry ? "one" : "none";
}

/** Has a name in another language only "office" or "national" beside the words of the other, which names its country or has many? */
const onlyAnOffice = (long: NameWords, short: NameWords): boolean =>
  long.own.size === 0 &&
  (short.common.size >= MANY_COMMON ||
    [...short.common].some(word => COUNTRY.test(word) || word === "international")) &&
  [...long.common].every(word => PLAIN.has(word) || short.common.has(word));

const PLAIN = new Set(["office", "national"]);

/** Words that translators exchange for one another. */
const EXCHANGED: ReadonlyMap<string, string> = new Map([
  ...["bureau", "department", "service", "authority", "organisation"].map(word => [word, "office"] as const),
  // One word in Arabic.
  ["general", "public"],
]);

const officesAsOne = (words: NameWords): NameWords => ({
  ...words,
  common: new Set([...words.common].map(word => EXCHANGED.get(word) ?? word)),
});

function sameTown(a: NameWords, word: string, b: NameWords, other: string): boolean {
  const town = a.towns.get(word);
  return town !== undefined && town === b.towns.get(other);
}

/**
 * Han characters are written without spaces: a run that begins or ends with a word of the other name, or with one that sounds like it, is cut there
 * (浙江大华, "Zhejiang Dahua", "Дахуа").
 */
function cutBy(words: NameWords, { own: others }: NameWords): NameWords {
  if (words.syllables.size === 0) return words;
  const list = [...others].filter(word => word.length >= LEAST_LETTERS);
  const isOther = (part: readonly string[]) => {
    const run = part.join("");
    return run.length >= LEAST_LETTERS && list.some(word => soundOf(word).sounded === soundOf(run).sounded);
  };
  const cut = (run: readonly string[]): string[] => {
    for (let at = run.length - 1; at > 0; at--) {
      if (isOther(run.slice(0, at))) return [run.slice(0, at).join(""), ...cut(run.slice(at))];
      if (isOther(run.slice(-at))) return [...cut(run.slice(0, -at)), run.slice(-at).join("")];
    }
    return [run.join("")];
  };
  const own = [...words.own].flatMap(word => cut(words.syllables.get(word) ?? [word]));
  return { ...words, own: new Set(own) };
}

const size = ({ common, own }: NameWords) => common.size + own.size;

const SOUNDS = new Map<string, Sound>();

/** The letters and consonants that a word is heard by; words repeat, so they are kept. */
function soundOf(word: string): Sound {
  const known = SOUNDS.get(word) ?? {
    sounded: sounded(word),
    consonants: consonants(word),
    folded: folded(word),
  };
  if (SOUNDS.size >= MOST_KNOWN) SOUNDS.clear();
  SOUNDS.set(word, known);
  return known;
}

const sameWord = (a: string, b: string, crossing: boolean) =>
  a === b || (crossing && soundsAlike(soundOf(a), soundOf(b)));

/** Names look alike when what they have of their own does: two ministries share half their letters and nothing else. */
function looksAlike(a: ReadName, b: ReadName): boolean {
  const own = ({ words }: ReadName) => [...words.own].join("");
  const [x, y] = [own(a), own(b)];
  return (
    Math.min(x.length, y.length) > 3 && jaroWinkler(x, y) >= 0.85 && jaroWinkler(a.latin, b.latin) >= 0.8
  );
}

/** Fewest letters of an abbreviation that tells as much as a word: many a police college begins with H. */
const LEAST_ABBREVIATED = 4;

/** Is one name in capitals an abbreviation of all words of the other? In one script their order counts, in two it cannot. */
function isAbbreviation(short: ReadName, long: ReadName, crossing: boolean): boolean {
  if (!short.capitals || short.text.length < LEAST_ABBREVIATED) return false;
  // Peacekeeping or Pacific police: where all words are common ones, two centres have one abbreviation.
  if (long.words.own.size === 0) return false;
  return crossing
    ? short.script === "Latin" && abbreviatesWords(short.text, long.words)
    : isInitials(short, long);
}

/** Is one name the initials of the other ("PPSUC"), small words counted or not? */
function isInitials({ text: short }: ReadName, { text }: ReadName): boolean {
  if (!/^\p{L}{2,8}$/u.test(short)) return false;
  const words = text.split(" ");
  const initials = (list: readonly string[]) => list.map(word => word[0]).join("");
  return (
    words.length > 1 &&
    (initials(words) === short || initials(words.filter(word => word.length > 3)) === short)
  );
}
