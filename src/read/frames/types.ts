import type { Status } from "../types.ts";
import type { PointerWords } from "./pointers.ts";
import type { SmallWords } from "./small-words.ts";

/**
 * What a language says and how, as data. Lists are phrases separated by `|`, in plain spelling; they are matched on light
 * stems (plural and, in inflected languages, case endings do not matter), so one form of a regular word is enough.
 */
export interface LanguageFrames {
  /** ISO 639-1. */
  readonly language: string;
  /** Light stem of a folded word. */
  readonly stem: (word: string) => string;
  /** Words that open a clause of their own behind a comma. */
  readonly clauseOpeners: string;
  /** Words that open one without a comma as well. */
  readonly strongOpeners: string;
  /** The cause follows. */
  readonly because: string;
  /** The cause follows, but only as an order in time. */
  readonly after: string;
  /** The effect follows. */
  readonly therefore: string;
  /** An act or plan that something is said to follow from. */
  readonly aligned: string;
  /** Verbs that make their object change: what stands before is the cause. */
  readonly causes: string;
  /** Words that measure nothing and claim the first place. */
  readonly superlatives: string;
  /** Comparison without a number. */
  readonly comparisons: string;
  /** What follows is named only to set it apart: it neither gives nor takes ("unlike", "rather than"). */
  readonly apart: string;
  /** Words that judge. */
  readonly opinions: string;
  /** Claims about what may come. */
  readonly modals: string;
  /** What is possible and need not be ("can use"). */
  readonly able: string;
  /** Praise of a seller. */
  readonly praise: string;
  readonly sellers: string;
  /** Research, study, report ... as subject of saying. */
  readonly studies: string;
  /** Shows, finds, suggests ... */
  readonly findings: string;
  /** Speakers without a name: experts, analysts ... */
  readonly speakers: string;
  readonly says: string;
  readonly calls: string;
  readonly accordingTo: string;
  /** Whoever passes on what the speaker said follows ("quoted by", "told"). */
  readonly retold: string;
  /** Whoever counted follows ("citing", "figures compiled by"). */
  readonly sourced: string;
  /** "a figure the company had published": the noun and the verb around whoever counted. */
  readonly figures: string;
  readonly publishes: string;
  /** Nouns of dated acts; an act's name ends (or begins) with one of them. */
  readonly acts: string;
  /** An act's noun stands first in its name ("Iniciativa de Seguridad Global"). */
  readonly actNounFirst: boolean;
  /** Small words inside names. */
  readonly nameJoiners: string;
  /** Happenings that are dated or counted but are of no kind of the book. */
  readonly happenings: string;
  /** Verbs of happening to somebody or something. */
  readonly happens: string;
  /** Going up and going down, between two figures. */
  readonly rose: string;
  readonly fell: string;
  readonly fromWord: string;
  readonly toWord: string;
  /** Per year. */
  readonly annual: string;
  /** Phrases with a negating word in them that negate nothing ("not only"). */
  readonly falseNegation: string;
  /** Words that make a negation before them say "only" ("ne ... que"). */
  readonly only: string;
  /** Joining words that set a clause against the one before: it speaks of another place. */
  readonly contrasting: string;
  /** Joining words that grant what is set against the rest of a sentence ("although the ministry denies it"). */
  readonly conceding: string;
  /** Joining words that are left off the start of a clause that stands behind another one. */
  readonly subordinating: string;
  /** Joining words that are left off the start of any claim. */
  readonly joining: string;
  /** At present. */
  readonly now: string;
  readonly negation: string;
  /** Words of doubting and hiding, which a negation before them turns into telling ("nobody *doubts* that"). */
  readonly undenied: string;
  /** What follows is denied: "it is false that". */
  readonly falseThat: string;
  /** "Reports that ... are wrong": the nouns that bring what is told, and the words that say it is not so. */
  readonly reportThat: string;
  readonly isFalse: string;
  /** Right before a verb: it came to nothing ("nearly sold", "stopped short of signing"). */
  readonly averts: string;
  /** What follows is left open: "it is unclear whether". */
  readonly unclear: string;
  /** "The *plan to* buy cameras *fell through*": nouns of what is to be done, and verbs that say that nothing came of it. */
  readonly plansTo: string;
  readonly cameToNothing: string;
  /** Right before a verb: it is done no more, or was not to be done ("stopped selling", "barred from selling"). */
  readonly halts: string;
  /** Verbs that keep somebody from doing what follows ("kept Acme from selling"). */
  readonly prevents: string;
  /** What opens a clause that only supposes something ("if"); what makes any clause tell of what is not ("would have"). */
  readonly supposing: string;
  /** What opens such a clause only at the start of its sentence ("*Had* they known"). */
  readonly supposingFirst: string;
  readonly unreal: string;
  readonly planned: string;
  readonly signed: string;
  /** Verbs that bring an act into the world ("launched an initiative"). */
  readonly brings: string;
  readonly delivered: string;
  readonly operating: string;
  readonly cancelled: string;
  /** Pronouns and short phrases that point back to a place, to makers, to givers. */
  readonly there: string;
  /** Words before a participle that make its subject the one that takes. */
  readonly passive: string;
  /** "of them": the number is a part of what was counted before. */
  readonly subset: string;
  /** "18 other countries": the number leaves out what was named. */
  readonly others: string;
  /** Everywhere: no country that was named before. */
  readonly world: string;
  readonly they: string;
  /** "there were only": the number behind counts what a sentence before counts. */
  readonly numbered: string;
  /** Behind a number, what points back at the things counted: "of them". */
  readonly ofThem: string;
  /** Determiners that point back: this, such, these, the. */
  readonly pointing: string;
  /** What introduces the whole of a share, and the words between it and the whole ("of what researchers call"). */
  readonly of: string;
  readonly ofFiller: string;
  /** Small words of the codebook's phrases that say nothing of what is counted ("cuts *of the* internet"). */
  readonly binding: string;
  /** Prepositions that govern places; those of place ("in"), of the giver ("by"). */
  readonly prepositions: string;
  readonly locating: string;
  readonly agents: string;
  /** More prepositions between a study and its maker ("a report from"). */
  readonly makers: string;
  /** What may stand between a preposition and its place. */
  readonly articles: string;
  /** What joins the items of a list. */
  readonly listJoints: string;
  /** Where a country's adjective stands: before its noun, behind it, or both. */
  readonly adjectives: "before" | "behind";
  /** A country's plain name may modify a noun ("中国企业"). */
  readonly bareNames: boolean;
  /** Prepositions that are written together with the word behind them. */
  readonly attached: string;
  /** Words that before a name or a number mark what something is done to, and tell of a plan elsewhere ("将海康威视列入"). */
  readonly marksObject?: string;
  /** The subject stands behind its verb ("باعت الصين"). */
  readonly verbFirst: boolean;
  /** What is given may stand before the verb, and whoever gives behind it ("Центр построила Huawei"). */
  readonly freeOrder?: boolean;
  /** Finite verbs and joining words that end a noun phrase. */
  readonly verbs: string;
  /** "He said": whoever spoke before goes on. */
  readonly pronouns: string;
  /** Articles of what is not known yet ("a", "une"). */
  readonly indefinite: string;
  /** Words that only lend weight ("actually"), left off the ends of what a claim names. */
  readonly stance: string;
  /** Determiners that are left off a population. */
  readonly determiners: string;
  /** Words for "what" before a verb of calling, and for "that" behind a verb of saying. */
  readonly what: string;
  readonly that: string;
  /** Organisations of a country that stand for it: firms, companies, police ... */
  readonly firms: string;
  readonly state: string;
  /** Headings of lists of sources, in lower case. */
  readonly sourceHeads: string;
  /** Common words that are also names of firms and products. */
  readonly commonNames: string;
  /** Words that may end a company's name and may be left out. */
  readonly companyEndings: string;
  readonly small: SmallWords;
  /** Words that stand for whoever was named before. */
  readonly pointers?: PointerWords;
}

/** How a kind of record is told: who gives, who takes, by which words. Roles are those of `Claim.roles`. */
export interface Frame {
  /** Kind of the codebook that it fills; the frame is used only where the codebook has it. */
  readonly kind: string;
  /** What the frame is about, for the subject of a claim ("CHN police training"). */
  readonly subject: string;
  readonly giver: string;
  /** Role for the giver's country, where the giver is an organisation. */
  readonly giverCountry: string;
  readonly taker: string;
  /** Kinds of entity that can be the giver. */
  readonly giverKinds: readonly string[];
  /** Code list and role of what is given. */
  readonly object: { readonly list: string; readonly role: string };
  /** Is the object needed for the frame to be there? */
  readonly needsObject: boolean;
  /** State of a gift that was made: a training is done, a system is delivered. */
  readonly given: "done" | "delivered";
  /** Fields of the record by role; `date`, `ended`, `agreed` and `place` tell when and where, `status` how far it has come. */
  readonly fields: Readonly<Record<string, string>>;
  /** Codes of the field of `status`, by the status that a clause tells. */
  readonly statuses?: Readonly<Partial<Record<Status, string>>>;
  readonly words: Readonly<Record<string, FrameWords>>;
}

export interface FrameWords {
  /** The giver stands before, the takers after. */
  readonly gives: string;
  /** Passive forms of `gives` with their auxiliaries: what is given or who takes stands before. */
  readonly passives?: string;
  /** The taker stands before, the giver after. */
  readonly takes: string;
  /** Verbs that alone bring the frame to mind ("trained"); others ("provided") need an object or a noun with them. */
  readonly tells: string;
  /** Nouns that alone bring the frame to mind. */
  readonly nouns: string;
  /** Verbs of sending: who is sent takes, unless it is somebody who teaches. */
  readonly sends?: string;
  readonly teachers?: string;
  /** Marks the giver in a passive ("by", "from"). */
  readonly by: string;
  /** Marks the takers. */
  readonly to: string;
  /** Verbs of `gives` that a buyer does as well: a country that "installed cameras" for nobody else has them. */
  readonly owns?: string;
  /** Verbs of `gives` and `takes` that tell of a sale and not of its delivery. */
  readonly sells?: string;
  /** Verbs that tell of a plan where no other verb stands before them ("China to donate drones"). */
  readonly plans?: string;
  /** Nouns for those who take ("clients"), and what stands between them and the ones that are listed ("include", "are"). */
  readonly buyers?: string;
  readonly lists?: string;
  /** Makes a country the maker: "-made", "-built". */
  readonly made: string;
}
