import type { Claim } from "../../read/types.ts";
import { idiom, inSimplified } from "../../text/index.ts";
import { nameSpans } from "./names-in.ts";
import { placesIn } from "./places-in.ts";
import { plainWords, withGaps } from "./words.ts";

interface Around {
  readonly language: string;
  /** Words that name a state, a town, somebody whom the book knows, a kind of product, or nobody. */
  readonly explained: (word: string) => boolean;
  /** Names by which the book knows the clause's sellers, where they are no names of products. */
  readonly known: readonly string[];
}

/** A name: words with a capital, or with capitals or digits inside, in a row. */
const NAME =
  /(?<![\p{L}\p{N}])(?:\p{Lu}|[\p{Ll}\d]+\p{Lu})[\p{L}\p{N}-]*(?:[ /&-]+(?:\p{Lu}|[\p{Ll}\d]+\p{Lu})[\p{L}\p{N}-]*)*/gu;

/** Letters that the forms of a name share in languages with cases. */
const STEM = 5;

/**
 * Names in the clause of a relation that nothing explains, where it names no seller whom the book knows: one of them may be the giver, so that a
 * record bears the relation out only if it holds it. For languages whose word order is not known that well; a name that only
 * takes part in something else costs the evidence and no more.
 */
export function unknownGivers(
  { attribution }: Pick<Claim, "attribution">,
  said: string,
  { language, explained, known }: Around,
): readonly (readonly string[])[] {
  const clause = inSimplified(said);
  const beside = known
    .flatMap(name => joinedTo(name, clause, language))
    .filter(name => isStrange(name, explained));
  if (beside.length > 0) return beside.map(name => plainWords(name));
  if (known.some(name => clause.includes(name))) return [];
  const speaker = new Set(plainWords(attribution?.to ?? ""));
  const names = [...capitalised(withGaps(clause), language), ...besideFirm(clause, language)];
  return names.flatMap(name => {
    const words = plainWords(name).filter(word => word.length > 1 && !speaker.has(word) && !explained(word));
    return words.length > 0 && !isRoman(name) ? [words] : [];
  });
}

/** Names of which each word is unexplained: whoever is joined to a giver that is known gives with him. */
const isStrange = (name: string, explained: Around["explained"]): boolean => {
  const words = plainWords(name).filter(word => word.length > 1);
  return words.length > 0 && words.every(word => !explained(word));
};

const NAME_BEHIND = /^\s*(?:\p{Ll}{1,3}\s+)?((?:\p{Lu}|\p{Ll}+\p{Lu})[\p{L}\p{N}-]*)/u;
/** A word of a script that writes its joint together with the name behind it. */
const ARABIC = /^\s+(\p{Script=Arabic}{4,})/u;
/** Letters of a name without capitals. */
const [LEAST, MOST] = [2, 6];

/** "Huawei y Nokia": the name that a joint stands before, right behind another. */
function joinedTo(name: string, clause: string, language: string): string[] {
  return nameSpans(clause, name).flatMap(([, end]) => {
    const behind = clause.slice(end);
    const joints = idiom("numberJoiner", language);
    const [, arabic] = ARABIC.exec(behind) ?? [];
    if (arabic !== undefined) {
      const name = joints.words.has(arabic[0]!) ? arabic.slice(1) : "";
      return name === "" || isNamed(name, language) ? [] : [name];
    }
    const joint = joints.after(clause, end);
    if (!joint || clause.slice(end, joint[0]).trim() !== "") return [];
    const next = clause.slice(joint[1]);
    const name = NAME_BEHIND.exec(next)?.[1] ?? denseName(next, language);
    return name === "" || isNamed(name, language) ? [] : [name];
  });
}

/** A name in letters that have no capitals: what stands before a word that leads in whoever takes, or says that they do it together. */
function denseName(text: string, language: string): string {
  const [row = ""] = /^\p{Script=Han}+/u.exec(text) ?? [];
  const [end = 0] =
    idiom("nameEnds", language)
      .find(row)
      .find(([from]) => from >= LEAST) ?? [];
  return end <= MOST ? row.slice(0, end) : "";
}

/** A state, a town, or one of their bodies. */
const isNamed = (name: string, language: string): boolean =>
  placesIn(name, language).length > 0 ||
  idiom("bodies", language).test(name) ||
  idiom("officials", language).test(name);

const isRoman = (name: string): boolean => /^[IVX]+$/.test(name);

/** Plain words of the phrases of an idiom that are one word. */
function plainIdiom(name: "bodies" | "opening" | "firmSort" | "firm", language: string): ReadonlySet<string> {
  const key = `${name}|${language}`;
  const words = PLAIN.get(key) ?? new Set([...idiom(name, language).words].flatMap(plainWords));
  PLAIN.set(key, words);
  return words;
}
const PLAIN = new Map<string, ReadonlySet<string>>();

/** Names in letters that have capitals. The word that opens a clause has one whatever it is: in a row, or of other letters than the text, it is a name. */
function capitalised(clause: string, language: string): string[] {
  const nobody = new Set([
    ...plainIdiom("bodies", language),
    ...plainIdiom("opening", language),
    ...plainIdiom("firm", language),
  ]);
  return [...clause.matchAll(NAME)].flatMap(({ index, 0: text }) => {
    const words = text.split(/[ /&]+/).filter(word => !isNobody(word, nobody));
    const [first] = words;
    if (first === undefined) return [];
    const opens = clause.slice(0, index).trim() === "" && text.startsWith(first);
    return words.length === 1 && opens && !isNameFirst(first, clause, index + text.length)
      ? []
      : [words.join(" ")];
  });
}

const isNobody = (word: string, nobody: ReadonlySet<string>): boolean =>
  plainWords(word).some(plain => nobody.has(plain));

/** A lone word that opens a clause names somebody if it is no plural and a verb may stand behind it. */
function isNameFirst(word: string, clause: string, end: number): boolean {
  if (/\p{Ll}\p{Lu}|\d/u.test(word)) return true;
  if (/\p{Script=Cyrillic}/u.test(word)) return false;
  if (/\p{Script=Cyrillic}|\p{Script=Arabic}|\p{Script=Han}/u.test(clause)) return true;
  return !/s$/.test(word) && /^\s+\p{Ll}/u.test(clause.slice(end));
}

/** Letters of a name in a script without capitals, beside the noun of a firm. */
const HAN_BEFORE = /\p{Script=Han}{2,8}$/u;
const ARABIC_BEHIND = /^\s+["«“]?(\p{Script=Arabic}+(?:\s+\p{Script=Arabic}+)?)/u;

/** "维克斯公司", "شركة فيكساترون": the name beside a firm's noun, without what tells of its sort. */
function besideFirm(clause: string, language: string): string[] {
  if (language !== "zh" && language !== "ar") return [];
  const sorts = idiom("firmSort", language);
  return idiom("firm", language)
    .find(clause)
    .flatMap(([from, to]) => {
      const found =
        language === "zh"
          ? HAN_BEFORE.exec(clause.slice(0, from))?.[0]
          : ARABIC_BEHIND.exec(clause.slice(to))?.[1]?.split(/\s+/)[0];
      if (found === undefined) return [];
      const [, last = 0] = sorts.find(found).at(-1) ?? [];
      const name = language === "zh" ? found.slice(last) : last > 0 ? "" : found;
      return name.length >= 2 ? [name] : [];
    });
}

/** A word of a known set, or one that begins like it where forms of a name have endings. */
export const isExplainedBy = (known: ReadonlySet<string>, word: string): boolean => {
  if (known.has(word)) return true;
  const plain = word.replace(/^(?:\u0648?[\u0628\u0644\u0641\u0643]?\u0627\u0644)/u, "");
  if (plain !== word && known.has(plain)) return true;
  if (word.length < STEM) return false;
  const stem = plain.slice(0, STEM);
  for (const each of known) if (each.startsWith(stem)) return true;
  return false;
};
