import type { Codebook } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts, valuesOfType } from "../gather/rows.ts";
import { fieldsOfType } from "../gather/schema.ts";
import type { EntityRow, RecordRow } from "../gather/types.ts";
import { isNamedIn } from "./names-in.ts";
import { placesIn } from "./places-in.ts";
import type { SentenceIn } from "./sentence.ts";
import { agreeOn } from "./told.ts";

/** Whether an undated sentence in another language than the book's tells of an act: all of it, part of it, or not. */
export interface Pinning {
  readonly claim: Claim;
  readonly said: SentenceIn;
  /** Firms that the claim names. */
  readonly firms: readonly EntityRow[];
  readonly codebook: Pick<Codebook, "phrases">;
}

/**
 * An undated act of a kind that a sentence tells of is that of the record if its parties are those of the record (both states, or the state that acts and
 * the firm that it acts upon) and so is what is done. Titles of acts are in the book's language, so their words tell a sentence in another nothing.
 */
export function isPinned(
  act: RecordRow,
  isWhole: boolean,
  { claim, said, firms, codebook }: Pinning,
): boolean {
  // What is only planned is no act yet.
  if (claim.status === "planned" || said.language === BOOK_LANGUAGE) return false;
  const states = valuesOfType(act, "country");
  const isOfFirm = firms.length > 0 && firms.every(firm => isNamedIn(act.label, firm));
  if (firms.length > 0 && !isOfFirm) return false;
  const named = new Set(claim.places.filter(place => states.includes(place)));
  const isDone = agreeOn("does-", act.label, said.sentence, { codebook, language: said.language });
  return (isWhole || isDone !== null) && (isOfFirm || named.size > 1);
}

/** The language of the titles of acts. */
const BOOK_LANGUAGE = "en";

/**
 * Does a sentence in another language than the book's tell of what an act did, as done by those who did it? Sentences in the book's language are
 * held by their words.
 */
export function isDoing(act: RecordRow, said: SentenceIn, codebook: Pick<Codebook, "phrases">): boolean {
  if (said.language === BOOK_LANGUAGE) return true;
  if (agreeOn("does-", act.label, said.sentence, { codebook, language: said.language }) === false)
    return false;
  const [acting] = fieldsOfType(act.kind, "country");
  const actors = acting ? texts(act.row[acting.id]) : [];
  return isMutual(act.label, BOOK_LANGUAGE) || isDoneBy(actors, valuesOfType(act, "country"), said);
}

/**
 * Who acts is named first, unless a word says that who is named first received, or that who acts did so ("by Australia"); of what two do together
 * either may be first. Where something was, and whose things it was done to ("Chinese cameras"), may stand before both.
 */
export function isDoneBy(
  actors: readonly string[],
  parties: readonly string[],
  { sentence, language }: SentenceIn,
): boolean {
  const named = placesIn(sentence, language).filter(({ country }) => parties.includes(country));
  const isThere = ([from]: readonly [number, number]) =>
    idiom("countedIn", language).before(sentence, from) !== null;
  const mentions = named.filter(({ span }) => !isThere(span));
  const [first] = mentions;
  const others = named.filter(({ country }) => !actors.includes(country));
  if (!first || named.every(({ country }) => country === first.country) || isMutual(sentence, language))
    return true;
  const isOnlyOf = others.every(({ form }) => form === "demonym");
  if (isOnlyOf && named.some(({ country, form }) => actors.includes(country) && form !== "demonym"))
    return true;
  const byActor = mentions.some(
    ({ country, span }) =>
      actors.includes(country) && idiom("byDoer", language).before(sentence, span[0]) !== null,
  );
  return byActor || actors.includes(first.country) !== idiom("receives", language).test(sentence);
}

/** The first two states of a text are joined: "China-Croatia patrol", "China and Nauru". */
function isMutual(text: string, language: string): boolean {
  const [first, second] = placesIn(text, language);
  if (!first || !second || first.country === second.country) return false;
  if (/^[-–—]$/.test(text.slice(first.span[1], second.span[0]).trim())) return true;
  const joint = idiom("withParty", language).after(text, first.span[1]);
  return joint !== null && SMALL.test(text.slice(joint[1], second.span[0]));
}

/** Nothing, or an article. */
const SMALL = /^\s*(?:\p{L}{1,3}['’\s])?\s*$/u;
