/** Kinds of bodies that teach or lead, by the words that name them in the languages of texts; and by those of the book's English names. */
const WORDS: Readonly<Record<string, string>> = {
  college: "colleges?|colegios?|coll[eè]ges?|faculdade|колледж\\p{L}*|كلية|学院|院校",
  academy: "academ(?:y|ies|ia|ias)|acad[ée]mies?|академи\\p{L}+|أكاديمية|学院|学校",
  university: "universit(?:y|ies|és?)|universidade?s?|университет\\p{L}*|جامعة|大学|学校",
  school: "schools?|escuelas?|écoles?|escolas?|школ\\p{L}+|مدرسة|学校|学院",
  institute: "institut(?:e|es|o|os|s)?|институт\\p{L}*|معهد|研究院|学院",
  centre: "cent(?:re|er)s?|centros?|центр\\p{L}*|مركز|中心|基地",
  mission: "missions?|misi[oó]n(?:es)?|miss(?:ão|ões)|мисси\\p{L}+|بعثة|特派团",
};

/** "The college", "its old academy": with at most one word between. */
const DEFINITE =
  "(?<!\\p{L})(?:(?:the|this|that|its|their|la|el|esta|este|esa|ese|su|le|cette|cet|ce|son|sa|leur|seu|sua|эт\\p{L}+)\\s+|l['’])(?:\\p{Ll}+\\s)?";
const DEFINITE_ZH = "(?:该|这所|这个|此)";

interface Body {
  readonly kind: string;
  readonly name: RegExp;
  readonly meant: RegExp;
}

const BODIES: readonly Body[] = Object.entries(WORDS).map(([kind, words]) => ({
  kind,
  name: new RegExp(words, "iu"),
  meant: new RegExp(`${DEFINITE}(?:${words})(?!\\p{L})|${DEFINITE_ZH}(?:${words})`, "iu"),
}));

/** Beginnings of the words. Most clauses name no body at all; without case and classes of letters this is compiled in a trice. */
const ANY = new RegExp(
  Object.values(WORDS)
    .join("|")
    .replace(/\\p\{L\}[*+]/g, ""),
  "u",
);

/** Kinds of the bodies that a clause points back to without their names. */
export const bodiesMeant = (clause: string): string[] =>
  ANY.test(clause.toLowerCase())
    ? BODIES.flatMap(({ kind, meant }) => (meant.test(clause) ? [kind] : []))
    : [];

/** Is a body by this name of the kind? */
export const isBody = (name: string, kind: string): boolean =>
  BODIES.some(body => body.kind === kind && body.name.test(name));
