import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { counterName, credits, isInterested } from "../match/counter.ts";
import { nameOfCountry } from "../match/country-name.ts";
import { isKnownName } from "../match/known-names.ts";
import { openingCounter, ownerOfCount } from "../match/opening-counter.ts";
import { isVoiceOf } from "../match/voice.ts";
import { plainWords } from "../match/words.ts";
import { isSameName, isUnnamed, wordsOf } from "../rule/names.ts";
import { type Judgement, OWN_COUNT, type ReasonData } from "../rule/types.ts";
import { reason } from "./types.ts";

export interface Credit {
  readonly name: string;
  /** What is said about the credit, once the verdict is known. */
  readonly reasons: (judgement: Judgement) => ReasonData[];
}

/** Whom the text credits, in the words of the evidence. Only of bodies that the book knows can it be said that they did not count. */
export function creditedIn(
  claim: Claim,
  {
    usable,
    shelf,
    sentence,
    text,
  }: {
    usable: readonly { readonly figure: Figure }[];
    shelf: Shelf;
    /** The part of the sentence that the claim stands in. */
    sentence: string;
    /** The whole document. */
    text: string;
  },
): Credit {
  const named =
    openingCounter(claim, text, shelf) || speakerOf(claim, text) || ownerOfCount(claim, text, shelf);
  const silent = { name: "", reasons: () => [] };
  if (named === "") return idiom("ownAccount").test(sentence) ? ownAccount(claim, { usable, shelf }) : silent;
  // "Officials say": those who give that very number, before others.
  const exact = usable.filter(({ figure }) => figure.value === claim.value);
  const counters = [...new Set([...exact, ...usable].map(({ figure }) => figure.counter))];
  // "The company says": whichever party gives that very number.
  const interested = new Set(
    usable.flatMap(({ figure }) =>
      (figure.value === claim.value || claim.entities.includes(figure.counter)) && isInterested(figure, shelf)
        ? [figure.counter]
        : [],
    ),
  );
  // "The Daily wrote 29; the Post wrote 30": each number is credited to whoever of those named gave it.
  const giver = usable.find(
    ({ figure }) => figure.value === claim.value && isSaid(counterName(figure.counter, shelf), sentence),
  );
  const voice = giver ?? usable.find(({ figure }) => isVoiceOf(figure, named));
  if (voice) return { name: counterName(voice.figure.counter, shelf), reasons: () => [] };
  const credited = counters.find(
    counter =>
      credits(named, counter, {
        name: counterName(counter, shelf),
        codebook: shelf.codebook,
        interested: interested.has(counter),
      }) || (shelf.entities.get(counter)?.aliases ?? []).some(alias => isSameName(named, alias)),
  );
  // A paper prints what a state says of its own: whom the text credits, it may have asked.
  const isPrinted = ({ figure }: { figure: Figure }) =>
    figure.origin === "secondary" && `gov-${figure.place.toLowerCase()}` === credited;
  if (
    credited !== undefined &&
    !exact.some(({ figure }) => figure.counter === credited) &&
    exact.some(isPrinted)
  )
    return silent;
  if (credited !== undefined) return { name: counterName(credited, shelf), reasons: () => [] };
  // "Australia found them": whoever counted there, a state by its name alone is no counter.
  const isOfHome = exact.some(({ figure }) => figure.place !== "" && nameOfCountry(figure.place) === named);
  if (isOfHome) return silent;
  if (isUnnamed(named)) return { name: "", reasons: judgement => unnamedCounter(judgement) };
  if (isKnownName(named, shelf)) return { name: named, reasons: () => [] };
  const other = usable.find(({ figure }) => figure.value !== claim.value && isOfBody(figure, named));
  if (other && usable.some(({ figure }) => figure.value === claim.value && !isOfBody(figure, named)))
    return {
      name: named,
      reasons: () => [reason("counted-otherwise", { attribution: named, ...numberOf(other.figure) })],
    };
  return { name: "", reasons: () => [reason("counter-not-known", { attribution: named })] };
}

/** "The firm, which by its own account ...": the party that the claim names and that gives its number speaks for itself. */
function ownAccount(
  { entities, value }: Claim,
  { usable, shelf }: { usable: readonly { readonly figure: Figure }[]; shelf: Shelf },
): Credit {
  const own = usable.find(
    ({ figure }) =>
      figure.value === value && entities.includes(figure.counter) && isInterested(figure, shelf),
  );
  return { name: own ? counterName(own.figure.counter, shelf) : "", reasons: () => [] };
}

/** "CSIS counted 52; Huawei's own system runs in 100": whoever counts before a semicolon has not counted what stands behind it. Who speaks goes on. */
function speakerOf({ attribution, span }: Claim, text: string): string {
  if (!attribution) return "";
  const [verb = ""] = /^\s*\p{L}+/u.exec(text.slice(attribution.span[1], span[0])) ?? [];
  const isApart = text.slice(attribution.span[1], span[0]).includes(";");
  return isApart && idiom("counting").words.has(verb.trim()) ? "" : attribution.to;
}

/** "The Senate's inquiry": a body that the scope of a figure names as the one that counted. */
function isOfBody({ population, note }: Figure, name: string): boolean {
  const words = plainWords(name).filter(word => word.length > 3);
  const told = new Set(plainWords(`${population} ${note}`));
  return words.length >= 2 && words.every(word => told.has(word));
}

const numberOf = ({ value, unit, qualifier, population }: Figure): ReasonData["values"] => ({
  value,
  unit,
  qualifier,
  scope: population,
});

function isSaid(name: string, sentence: string): boolean {
  const [words, said] = [wordsOf(name), new Set(wordsOf(sentence))];
  return words.length > 0 && words.every(word => said.has(word));
}

function unnamedCounter({ verdict, reasons }: Judgement): ReasonData[] {
  const counter = reasons[0]?.values["counter"];
  return verdict === "supported" && counter && counter !== OWN_COUNT
    ? [reason("counter-unnamed", { counter })]
    : [];
}
