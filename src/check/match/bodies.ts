import { type IdiomName, idiom } from "../../text/index.ts";

/** Kinds of bodies that teach or lead, by the idioms that name them. */
const KINDS = [
  "college",
  "academy",
  "university",
  "school",
  "institute",
  "centre",
  "mission",
] as const satisfies readonly IdiomName[];

/** Kinds of the bodies that a clause points back to without their names: "the college", "its old academy". */
export const bodiesMeant = (clause: string): string[] =>
  KINDS.filter(kind =>
    idiom(kind)
      .find(clause)
      .some(([from]) => isPointedTo(clause, from)),
  );

/** A determiner stands before it, with at most one other word between. */
function isPointedTo(clause: string, from: number): boolean {
  const word = /(?<!\p{L})\p{Ll}+\s$/u.exec(clause.slice(0, from));
  const the = idiom("theBody");
  return the.before(clause, from) !== null || (word !== null && the.before(clause, word.index) !== null);
}

/** Is a body by this name of the kind? */
export const isBody = (name: string, kind: string): boolean =>
  KINDS.some(each => each === kind && idiom(each).test(name));
