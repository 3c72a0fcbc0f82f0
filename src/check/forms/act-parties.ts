import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
import { isNamedIn } from "../match/names-in.ts";
import { placesIn } from "../match/places-in.ts";
import type { CheckContext } from "./types.ts";

/** Kinds of entity whose names in a title say whom an act is about. */
export const FIRMS: ReadonlySet<string> = new Set(["vendor", "company"]);

/** The act's title names firms, and the claim one that neither it nor its note does: what was done to one was not done to another. */
export function namesOthers(
  { label, row }: RecordRow,
  claim: Claim,
  { shelf: { entities } }: CheckContext,
): boolean {
  const firms = claim.entities.filter(id => FIRMS.has(entities.get(id)?.kind ?? ""));
  if (firms.length === 0) return false;
  const told = [label, ...texts(row["note"])].join("; ");
  const isTold = (id: string) => isNamedIn(told, entities.get(id)!);
  return (
    firms.some(id => !isTold(id)) &&
    [...entities.values()].some(each => FIRMS.has(each.kind) && isNamedIn(label, each))
  );
}

/** "Announced by Xi Jinping": the title says by name who did it, and the sentence names another at that place, or before that verb. */
export function isByOther({ label }: RecordRow, sentence: string): boolean {
  const own = byNames(label);
  const said = own.length === 0 ? [] : [...byNames(sentence), ...namesBefore(verbBy(label), sentence)];
  const words = new Set(own.flatMap(name => name.split(" ")));
  return (
    own.length > 0 && said.length > 0 && !said.some(name => name.split(" ").some(word => words.has(word)))
  );
}

/** The verb before "by" and a name ("announced by Xi Jinping"). */
const verbBy = (label: string): string => /(\p{Ll}+) by (?:the )?\p{Lu}/u.exec(label)?.[1] ?? "";

/** Names of two words and more right before a verb ("Xi Jinping announced"); those of states and bodies may stand for whoever leads them. */
function namesBefore(verb: string, sentence: string): string[] {
  const names = verb === "" ? [] : [...sentence.matchAll(SUBJECT)];
  return names.flatMap(([, name = "", behind]) => (behind === verb && !isBody(name) ? [name] : []));
}

/** A state or one of its bodies, or a name that an article of its own makes none of a person. */
const isBody = (name: string): boolean =>
  placesIn(name, "en").length > 0 ||
  idiom("bodies", "en").test(name.replace(/^(?:Prime )?(?:Minister|President) /, "")) ||
  /\bThe\b/.test(name);

const SUBJECT =
  /(?<![\p{L}\p{N}])(?!The )(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)+) (?:has |had |first |later )?(\p{Ll}+)/gu;

/** Names behind "by": "by Xi Jinping", "by the leaders of the African Union". */
const byNames = (text: string): string[] =>
  [...text.matchAll(BY)].flatMap(({ 1: name }) => (name === undefined ? [] : [name]));

const BY = /\bby (?:the )?(?:\p{Ll}+ of (?:the )?)?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)+)/gu;
