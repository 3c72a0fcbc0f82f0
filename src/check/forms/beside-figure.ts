import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import type { Figure } from "../gather/types.ts";
import { isSameNumber, toldWith } from "../match/by-number.ts";
import { clauseAround } from "../match/clause.ts";
import { figuresGiving, figuresOf } from "../match/figures-of.ts";
import { besideIt } from "../match/of-sentence.ts";
import { statesNamed } from "../match/sentence.ts";
import { plainWords } from "../match/words.ts";
import { isCurrency, normalUnit } from "../rule/units.ts";
import { isToldByOthers } from "./evidence.ts";
import { numberContext } from "./number-context.ts";
import type { CheckContext } from "./types.ts";

/** So many words must a sentence share with the count that gives a number beside the claim's. */
const TOLD = 2;

/**
 * "351,459 networks in the United Kingdom and 870,108 in the United States": a counter that gives the one number of a sentence has counted the same
 * thing for the party that the clause of the other one names. None where it has not, or has several such counts.
 */
export function figuresBeside(claim: Claim, context: CheckContext): readonly Figure[] {
  const { claims, shelf, document } = context;
  const hosts = besideIt(claims, claim).filter(({ form, value }) => form === "number" && value !== null);
  const told = hosts.flatMap(host => figuresGiving(shelf, host.value!).map(figure => ({ host, figure })));
  if (told.length === 0) return [];
  const { text, language } = document;
  const clause = behindJoint(clauseAround(claim, { text, language, claims }), claim, language);
  const named = new Set(statesNamed({ sentence: clause, language: language.slice(0, 2) }));
  const printed = new Set(claims.map(({ value }) => value));
  const words = new Set(plainWords(clause));
  const isNamed = (id: string) =>
    named.has(id) ||
    (shelf.entities.has(id) && plainWords(shelf.entities.get(id)!.name).every(word => words.has(word)));
  const found = told.flatMap(({ host, figure }) => {
    const sisters = sistersOf(figure, context).filter(
      sister =>
        !printed.has(sister.value) &&
        isUnitOf(sister, claim) &&
        arePartiesTold(sister, figure, isNamed) &&
        isToldByOthers(sister, shelf),
    );
    const isHosted =
      sisters.length > 0 &&
      isSameNumber(host, figure) &&
      isUnitOf(figure, host) &&
      toldWith({ ...host, unit: figure.unit }, [figure], numberContext(host, context)).some(
        ({ shared }) => shared >= TOLD,
      );
    return isHosted ? sisters : [];
  });
  return new Set(found.map(({ value }) => value)).size === 1 ? found : [];
}

/** A clause from the last "and" before the number. */
function behindJoint(clause: string, { text }: Claim, language: string): string {
  const before = clause.slice(0, Math.max(0, clause.indexOf(text)));
  return clause.slice(idiom("numberJoiner", language).find(before).at(-1)?.[1] ?? 0);
}

/** Counts of one counter, of the same thing at the same time, for others. */
const sistersOf = (figure: Figure, { shelf }: CheckContext): readonly Figure[] =>
  figuresOf(shelf, [figure.measure]).filter(
    other =>
      other.counter === figure.counter &&
      other.counted === figure.counted &&
      other.value !== figure.value &&
      other.start === figure.start &&
      other.end === figure.end &&
      other.asOf === figure.asOf,
  );

/** A number without a noun of its own counts what the one beside it does. */
function isUnitOf(figure: Figure, { unit, text }: Claim): boolean {
  const [given, own] = [normalUnit(figure.unit), normalUnit(unit)];
  if (given === own) return true;
  const isNoun = own !== "percent" && !isCurrency(own);
  return isNoun && !plainWords(text).includes(own);
}

/** The clause names all that parts the one count from the other, and nobody by whom that is parted from it. */
function arePartiesTold(sister: Figure, figure: Figure, isNamed: (id: string) => boolean): boolean {
  const [own, others] = [partiesOf(sister), partiesOf(figure)];
  const apart = own.filter(id => !others.includes(id));
  return apart.length > 0 && apart.every(isNamed) && !others.some(id => !own.includes(id) && isNamed(id));
}

const partiesOf = ({ about, place }: Figure): string[] =>
  [...new Set([...about, place])].filter(id => id !== "");
