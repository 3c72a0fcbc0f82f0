import type { Field, Kind } from "../../codebook/index.ts";

/** Gives the words for a field of an instance; empty where it is not stated. */
export type WordsOf = (field: Field) => string;

interface Part {
  /** Text before the placeholder, and the field it names; null for the text that closes the template. */
  readonly lead: string;
  readonly field: Field | null;
}

/** Templates that were taken apart: a page names hundreds of records of the same few kinds. */
const known = new WeakMap<Kind, Map<string, Part[]>>();

function partsOf(template: string, kind: Kind): Part[] {
  const ofKind = known.get(kind) ?? new Map<string, Part[]>();
  const parts = ofKind.get(template) ?? takeApart(template, kind);
  known.set(kind, ofKind.set(template, parts));
  return parts;
}

function takeApart(template: string, kind: Kind): Part[] {
  const fields = new Map(kind.fields.map(field => [field.id, field]));
  const parts: Part[] = [];
  let at = 0;
  for (const match of template.matchAll(/\{([\w-]+)\}/g)) {
    parts.push({ lead: template.slice(at, match.index), field: fields.get(match[1]!) ?? null });
    at = match.index + match[0].length;
  }
  return [...parts, { lead: template.slice(at), field: null }];
}

/**
 * The name of an instance from its kind's template. A field that is not stated falls away with the words that lead to it
 * ("Course for Fiji, 2019" without its date is "Course for Fiji"); at the beginning the kind's own label stands in.
 */
export function nameInstance(kind: Kind, wordsOf: WordsOf): string {
  const parts = partsOf(kind.name.en, kind);
  const words = parts.map(({ field }) => (field === null ? "" : wordsOf(field)));
  const name = parts.map(({ lead, field }, i) => {
    if (field === null) return lead;
    if (words[i] !== "") return lead + words[i];
    return i === 0 ? lead + kind.label.en : "";
  });
  return parts.length > 2 ? asTitle(name.join("").trim()) : name.join("").trim();
}

/** A name put together of several fields starts as a title does; a name of its own ("iFlytek") stays as it is written. */
const asTitle = (name: string): string =>
  name.replace(/^\p{Ll}+(?=[^\p{L}\p{N}]|$)/u, word => word.charAt(0).toUpperCase() + word.slice(1));

function unstated({ label, type, many }: Field): string {
  const noun = label.en.replace(/ \(.*\)$/, "").toLowerCase();
  if (type === "date") return "date not stated";
  if (type === "quantity" || type === "money") return "an unknown number";
  return many && noun.endsWith("s") ? `unnamed ${noun}` : `an unnamed ${noun}`;
}

/** The sentence that states an instance; what is not stated is said to be unnamed. */
export function stateInstance(kind: Kind, wordsOf: WordsOf): string {
  const sentence = partsOf(kind.sentence.en, kind)
    .map(({ lead, field }) => lead + (field === null ? "" : wordsOf(field) || unstated(field)))
    .join("")
    .trim();
  // An ellipsis or a question mark at the end of a value already closes the sentence.
  return sentence.charAt(0).toUpperCase() + sentence.slice(1).replace(/([.?!…])\.$/, "$1");
}
