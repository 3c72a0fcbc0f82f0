/** Small words that single steps of reading look for: lists separated by `|`, as they are written but for capitals; what a language lacks is empty. */
export interface SmallWords {
  /** Doing the same, in two words ("did so"). */
  readonly didSo: string;
  /** Relatives that say which of the things counted before them are meant ("138 countries whose police ..."). */
  readonly relatives: string;
  /** Goods at large, which say nothing of what was given ("equipment"); empty where what is given does not stand behind its verb. */
  readonly goodsAtLarge: string;
  /** Words before what is given that are prepositions elsewhere ("vendu *des* chars"). */
  readonly partitives: string;
  /** Those whom any training is for ("officers"); empty likewise. */
  readonly peopleAtLarge: string;
  /** What stands between a verb of keeping somebody from something and what that is ("kept Acme *from* selling"), where a language has such a word. */
  readonly keepsFrom: string;
  /** A second negation, which turns the one before it round ("could not have built it *without* Acme"). */
  readonly lacking: string;
  /** Those who stand beside whoever owns them ("Acme's *rival*"). */
  readonly rivals: string;
  /** What opens a clause within a clause ("a contract *that* was not published"). */
  readonly opensWithin: string;
  /** Negations that stand behind a verb and deny it ("sold *nothing*"). */
  readonly negatesObject: string;
  /** What opens a clause that is inserted between two commas (", which was built in 2012,"). */
  readonly inserting: string;
  /** What may open what somebody says, behind a verb of saying. */
  readonly openSaid: string;
  /** Words that may be written large in front of a name and are no part of it. */
  readonly beforeName: string;
  /** What may stand before people of no name who speak ("several officers"), and between them and their place. */
  readonly somePeople: string;
  readonly ofPlace: string;
  /** What opens a role without a name ("an activist"), and what ends it where neither a verb nor a preposition does. */
  readonly openRole: string;
  readonly endRole: string;
  /** What stands for a thing told before, behind an article that points back ("the project is worth ..."). */
  readonly thing: string;
  /** What marks those whom something is done against. */
  readonly against: string;
  /** Whoever has duties, in front of a phrase that tells of a duty or of a guess ("members are expected to"). */
  readonly dutyBound: string;
  readonly expected: string;
  /** Where words are not parted: characters that end a noun behind a number, and marks of the past behind a verb. */
  readonly endNoun: string;
  readonly past: string;
  /** Where words are not parted: counters of things, behind which a noun may be left out, and what stands between a part and its whole (占). */
  readonly counters: string;
  readonly makesUp: string;
  /** The last word between a number and that of which it is a rate ("18 *per* 100,000 inhabitants"), and what rates are told of. */
  readonly per: string;
  readonly perHeads: string;
  /** Endings of participles that describe in front of it what is counted ("200 train*ed* officers"); empty where they stand behind it. */
  readonly describing: string;
  /** Finds whom a speaker told it, in languages whose verbs of telling take "to" ("à l'AFP"). */
  readonly listener: RegExp | null;
}

/** A language without small words of its own. */
export const noSmallWords: SmallWords = {
  didSo: "",
  relatives: "",
  goodsAtLarge: "",
  partitives: "",
  peopleAtLarge: "",
  keepsFrom: "",
  lacking: "",
  rivals: "",
  opensWithin: "",
  negatesObject: "",
  inserting: "",
  openSaid: "",
  beforeName: "",
  somePeople: "",
  ofPlace: "",
  openRole: "",
  endRole: "",
  thing: "",
  against: "",
  dutyBound: "",
  expected: "",
  endNoun: "",
  past: "",
  counters: "",
  makesUp: "",
  per: "",
  perHeads: "",
  describing: "",
  listener: null,
};
