import type { Claim } from "../../read/types.ts";
import { texts } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
import { isNamedIn } from "../match/names-in.ts";
import type { CheckContext } from "./types.ts";

/** Kinds of entity whose names in a title say whom an act is about. */
const FIRMS: ReadonlySet<string> = new Set(["vendor", "company"]);

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

/** "Announced by Xi Jinping": the title says by name who did it, and the sentence names another at that place. */
export function isByOther({ label }: RecordRow, sentence: string): boolean {
  const own = byNames(label);
  const said = byNames(sentence);
  const words = new Set(own.flatMap(name => name.split(" ")));
  return (
    own.length > 0 && said.length > 0 && !said.some(name => name.split(" ").some(word => words.has(word)))
  );
}

/** Names behind "by": "by Xi Jinping", "by the leaders of the African Union". */
const byNames = (text: string): string[] =>
  [...text.matchAll(BY)].flatMap(({ 1: name }) => (name === undefined ? [] : [name]));

const BY = /\bby (?:the )?(?:\p{Ll}+ of (?:the )?)?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)+)/gu;
