import type { Codebook } from "../../codebook/types.ts";
import type { Claim, Document } from "../../read/types.ts";
import { sentenceBefore } from "../match/own-words.ts";
import { sentenceOf, statesNamed } from "../match/sentence.ts";
import { kindsTold, tellsOfAct } from "../match/told.ts";
import { LEAST_WORDS, stemsOf, withoutStates, withStates } from "../match/worded-title.ts";

/** What a text tells of acts without naming them: which acts may be meant. */
export interface ActQuestion {
  /** States of which an act must have one as a party. */
  readonly states: readonly string[];
  /** An act that is told of by what sort it is: of one of the codes, and of all of the states or of one. */
  readonly sorts: readonly SortTold[];
  /** Or one that is told of nearly in the words of its title: stems of the words of a sentence, without states. */
  readonly worded: readonly (readonly string[])[];
}

export interface SortTold {
  readonly codes: readonly string[];
  readonly states: readonly string[];
  readonly together: boolean;
}

interface Told {
  readonly document: Document;
  readonly claims: readonly Claim[];
  readonly codebook: Codebook;
}

/** Forms of claims that may tell of an act in words. */
export const TELLING: readonly string[] = [
  "statement",
  "relation",
  "dated-act",
  "superlative",
  "cause",
  "opinion",
];
/** Forms of claims that are not held against the titles of acts, whatever else is found of them. */
const NOT_WORDED: readonly string[] = ["quotation", "study", "question", "supposition", "promotion"];

/** What the claims of a document ask of acts. */
export function actsTold(told: Told): ActQuestion {
  const { document, claims, codebook } = told;
  const isTold = ({ period, text }: Claim) => (period[0] ?? period[1]) !== null || tellsOfAct(text, codebook);
  const telling = claims.filter(({ form, places }) => TELLING.includes(form) && places.length > 0);
  const states = [...new Set(telling.filter(isTold).flatMap(({ places }) => places))].sort();
  // Only a large book asks for more than the states.
  return {
    states,
    get sorts() {
      return once(telling.flatMap(claim => sortTold(claim, told)));
    },
    get worded() {
      return document.language.startsWith("en") ? wordsTold(claims, document) : [];
    },
  };
}

/** The sorts of act that a claim's sentence, or the one before it, tells of. */
function sortTold(claim: Claim, { document, claims, codebook }: Told): SortTold[] {
  const said = `${sentenceBefore(claim, { document, claims })} ${document.text.slice(...claim.sentence)}`;
  const language = document.language.slice(0, 2);
  const { whole, part } = kindsTold(withStates(said, language), { codebook, language });
  if (whole.size + part.size === 0) return [];
  // A statement may list acts, each of states of its own.
  const isList = claim.form === "statement";
  const states = isList ? [...claim.places, ...statesNamed(sentenceOf(claim, document))] : claim.places;
  return [{ codes: sorted([...whole, ...part]), states: sorted(states), together: !isList }];
}

/** Stems of each sentence of which a title may say the same; states are compared by codes. */
const wordsTold = (claims: readonly Claim[], document: Document): string[][] => {
  const open = claims.filter(({ form }) => !NOT_WORDED.includes(form));
  const sentences = new Set(open.map(({ sentence }) => document.text.slice(...sentence)));
  return [...sentences]
    .map(sentence => sorted(stemsOf(withoutStates(sentence).rest)))
    .filter(words => words.length >= LEAST_WORDS);
};

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();

const once = (sorts: readonly SortTold[]): SortTold[] => [
  ...new Map(sorts.map(sort => [JSON.stringify(sort), sort])).values(),
];
