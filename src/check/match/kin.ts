import type { Span } from "../../read/types.ts";
import { type IdiomName, idiom } from "../../text/index.ts";

/** Words between a name and the noun that it belongs to ("Huawei's *main Israeli* rival", "the Serbian *national* army"). */
const OWNED = /^\s*(?:['’]s?)?\s+(?:[\p{L}-]+\s+){0,2}$/u;
/** The same where words are not parted. */
const DENSE_OWNED = /^\p{Script=Han}{0,4}$/u;
/** What may stand between such a noun and a name: small words, and what says what sort of firm it is. */
const SMALL = /^(?:\s*(?:\p{L}{1,4}['’]|\p{L}+\s))?(?:\s*\p{L}+\s){0,2}\s*$/u;

interface Beside {
  readonly language: string;
  /** Where names stand. */
  readonly names: readonly Span[];
  /** What joins such a noun to the name behind it ("of"); without such words in a language, nothing does. */
  readonly joints: IdiomName;
  /** Without its possessive a name belongs to what stands behind it ("Serbian army"). */
  readonly bare?: boolean;
}

/** Of the places where names stand, those that belong to one of the nouns: "Huawei's rival", "a rival of Huawei". */
export function ownersOf(
  clause: string,
  nouns: readonly Span[],
  { names, joints, language, bare = false }: Beside,
): ReadonlySet<Span> {
  const isOwner = ([, end]: Span, [from]: Span): boolean => {
    const between = from < end ? null : clause.slice(end, from);
    if (between === null) return false;
    if (OWNED.test(between)) return bare || /['’]/.test(between);
    const of = idiom("ofOwner", language).after(between, 0);
    return DENSE_OWNED.test(between.slice(of?.[1] ?? 0)) && (bare || of !== null);
  };
  const isOwnedBy = ([, to]: Span, [from]: Span): boolean => {
    if (from < to || names.some(other => other[0] >= to && other[0] < from)) return false;
    const between = clause.slice(to, from);
    // "El ejército serbio": an adjective right behind.
    if (bare && between.trim() === "") return true;
    const of = idiom(joints, language);
    const isJoined = of.words.size === 0 || of.after(clause, to) !== null;
    return isJoined && SMALL.test(between);
  };
  return new Set(names.filter(name => nouns.some(noun => isOwner(name, noun) || isOwnedBy(noun, name))));
}

/**
 * Of the places where names stand, those where a name only says whom somebody else is near to: "Huawei's rival", "a company close to Huawei",
 * "former employees of Huawei", "Serbia's neighbour".
 */
export const nearOnly = (clause: string, language: string, names: readonly Span[]): ReadonlySet<Span> =>
  ownersOf(clause, idiom("kin", language).find(clause), { names, language, joints: "kinOf" });
