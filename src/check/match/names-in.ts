import type { Span } from "../../read/types.ts";
import { inSimplified, isJoined } from "../../text/index.ts";
import type { EntityRow } from "../gather/types.ts";
import { isCommonName } from "./common-names.ts";
import { placesIn } from "./places-in.ts";
import { plainWords } from "./words.ts";

/** A word of so few letters at the head of a name is no name by itself. */
const LEAST_LETTERS = 3;

/** The whole name, another name of it but one, or the first word of the name ("NSO" for "NSO Group") stands in the text. */
export function isNamedIn(
  text: string,
  { name, aliases }: Pick<EntityRow, "name" | "aliases">,
  except = "",
): boolean {
  if ([name, ...aliases].some(form => form !== except && holdsName(text, form))) return true;
  const [head = ""] = name.split(" ");
  return head !== except && holdsName(text, head) && isTelling(head);
}

/** "China National Nuclear Corporation" is not told by its first word. */
const isTelling = (head: string): boolean =>
  head.length >= LEAST_LETTERS && !isCommonName(head.toLowerCase()) && placesIn(head, "en").length === 0;

/** The name stands in the text, with its capitals and as whole words. */
export const holdsName = (text: string, name: string): boolean => nameSpans(text, name).length > 0;

/** Where a name stands in a text. */
export function nameSpans(text: string, name: string): Span[] {
  if (name === "") return [];
  // Chinese parts no words.
  const isDense = HAN.test(name);
  const [within, sought] = isDense ? [inSimplified(text), inSimplified(name)] : [text, name];
  const spans: Span[] = [];
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + 1))
    if (isDense || (isBeginning(text, at, name) && !isLetter(text[at + name.length])))
      spans.push([at, at + name.length]);
  return spans;
}

/** No letter stands before it, or in Arabic only those that are written together with any word. */
const isBeginning = (text: string, at: number, name: string): boolean =>
  !isLetter(text[at - 1]) || (ARABIC.test(name) && isJoined(text.slice(Math.max(0, at - JOINED), at)));

const ARABIC = /^[\u0600-\u06ff]/;
/** Characters in which the letters joined to an Arabic word stand, with the one before them. */
const JOINED = 5;

const HAN = /\p{Script=Han}/u;

const isLetter = (mark: string | undefined): boolean => mark !== undefined && /[\p{L}\p{N}]/u.test(mark);

/** Words with a capital that name no state, town or day. */
export function hasStrangeName(text: string, language: string): boolean {
  const places = new Set(placesIn(text, language).flatMap(({ text: name }) => plainWords(name)));
  return (text.match(/\p{Lu}[\p{L}\p{N}]+/gu) ?? []).some(name =>
    plainWords(name).every(word => !places.has(word) && !isCommonName(word)),
  );
}
