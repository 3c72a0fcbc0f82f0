import { readDates, readPlaces, readQuantities } from "../../text/index.ts";
import type { DateMention, PlaceMention, Quantity } from "../../text/types.ts";
import { namesIn, type Tagged, tag } from "../analysis/tags.ts";
import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
import { wordsOf } from "../phrases.ts";
import type { Document } from "../types.ts";

/** What cells are read with. */
export interface Known {
  readonly document: Document;
  readonly lexicon: Lexicon;
  readonly language: LanguageLexicon;
}

/** What the words of a cell could be, each the whole of it; a year may also be a number. */
export interface CellRead {
  /** The words without marks of notes around them, and where they begin in the cell. */
  readonly core: string;
  readonly from: number;
  readonly place: PlaceMention | null;
  readonly date: DateMention | null;
  /** Entities of the book; several where it lists them. */
  readonly entities: readonly string[];
  readonly number: Quantity | null;
}

const BLANK = /^[\s–—\-.…?*]*$/u;
/** A mark of a note, or what else may stand behind the words of a cell. */
const BEHIND = /(?:\[\w{1,3}\]|[\s*†‡§¹²³⁴-⁹])$/u;
/** Marks in a row. */
const MOST_MARKS = 10;

/** The words of a cell without the marks behind them. */
function coreOf(words: string): string {
  let core = words.trim();
  for (let i = 0; i < MOST_MARKS && BEHIND.test(core); i++) core = core.replace(BEHIND, "");
  return core;
}

/** Nothing with a meaning stands outside of a mention. */
const isWhole = (core: string, [from, to]: readonly [number, number]): boolean =>
  !/[\p{L}\p{N}]/u.test(core.slice(0, from) + core.slice(to)) && !/[()]/.test(core);

function only<T extends { readonly span: readonly [number, number] }>(
  found: readonly T[],
  core: string,
): T | null {
  const [first] = found;
  return first !== undefined && found.length === 1 && isWhole(core, first.span) ? first : null;
}

const LIST = /\s*[;,،、/]\s*/u;

/** All parts of a list are names of the book; else none is. */
function entitiesIn(core: string, { lexicon, language }: Known): string[] {
  const parts = core.split(LIST).filter(part => part !== "");
  const found = parts.map(part => {
    const words = wordsOf(part, [0, part.length], language.stem);
    const whole = namesIn(part, words, lexicon).filter(({ span }) => isWhole(part, span));
    return new Set(whole.map(({ name }) => name.id)).size === 1 ? whole[0]!.name.id : null;
  });
  return found.every(id => id !== null) ? [...new Set(found)] : [];
}

/** Cells of data say little; a longer one is prose. */
const LONGEST = 200;

/** The words of a cell; null where it is blank. */
export function readCell(words: string, known: Known): CellRead | null {
  if (BLANK.test(words) || words.length > LONGEST) return null;
  const core = coreOf(words);
  if (core === "") return null;
  const { language, published } = known.document;
  const options = { language, date: published };
  const isNumbered = /\p{Nd}/u.test(core);
  return {
    core,
    from: words.indexOf(core),
    place: only(
      readPlaces(core, { language }).filter(({ form }) => form !== "demonym"),
      core,
    ),
    date: only(readDates(core, options), core),
    entities: entitiesIn(core, known),
    number: isNumbered ? only(readQuantities(core, options), core) : null,
  };
}

/** What the codebook's phrases say in some words: codes of its lists, and words that bring a frame to mind. */
export function toldIn(words: string, { language }: Known): Pick<Tagged, "codes" | "frames"> {
  return tag(wordsOf(words, [0, words.length], language.stem), language);
}
