import type { Hedge } from "../types.ts";
import type { WeightWords } from "./weight-words.ts";

export interface QuantityWords {
  /** Hedges and bounds before the number. */
  readonly before: Readonly<Partial<Record<Hedge, string>>>;
  /** Hedges and bounds after the number or its unit. */
  readonly after?: Readonly<Partial<Record<Hedge, string>>>;
  /** Words that begin like such a hedge and are none: 来自 beside 来. */
  readonly notAfter?: string;
  /** Prepositions and links that may stand between a hedge and its number: `in` ("at least in 50 cities"), 为 (至少为50). */
  readonly bridge?: string;
  /** Of those, the ones after any hedge ("supera los 50"); over the others reaches only an adverb or a phrase. */
  readonly articleBridge?: string;
  /** Between what tells of a noun and the noun, where a hedge stands before it: 的 (50名左右的警察). */
  readonly attributive?: string;
  /** Adverbs that bound the number of their clause from before its verb: 至少 (至少培训了50人). */
  readonly wide?: Readonly<Partial<Record<Hedge, string>>>;
  /** Around a number in the languages that compare so (比三十大): before it, and after it for a lower or an upper bound. */
  readonly than?: string;
  readonly thanOver?: string;
  readonly thanUnder?: string;
  /** After a bound, with or without its number before: `or equal to`. */
  readonly orEqual?: string;
  /** Opens a range: `between|from`. */
  readonly rangeOpen: string;
  /** Joins a range after an opener: `and|to`. */
  readonly rangeJoinOpen: string;
  /** Closes a range after its second end, in the place of an opener (Japanese の間, Turkish arasında). */
  readonly rangeClose?: string;
  /** Between two bounds of one number, beside `and` and the comma: `but`. */
  readonly boundJoin?: string;
  /** Joins two numbers without an opener: `to|or`. */
  readonly rangeJoin: string;
  readonly up: string;
  readonly down: string;
  /** Up and down words that, right before a number, mean change only with a share or points ("lost 5%", "added 3 points"). */
  readonly weak?: string;
  /** Words that may stand between a direction word and its number: `by|another`. */
  readonly through?: string;
  /** Where the head noun stands after its number: last of a run that ends in a plural, first word, first capitalised word. */
  readonly noun: "plural" | "first" | "capital" | "dense";
  /** Whether "one" before a noun counts ("one country") or is the article of the language. */
  readonly one?: "counts";
  /** After "one", before a superlative and its plural ("one of the best teams"): it counts. */
  readonly oneOf?: string;
  /** Between a verb of rising or falling and its amount, with other words between: `by`. */
  readonly by?: string;
  /** Between such a verb and the level that was reached: `to`. */
  readonly toward?: string;
  /** A bound that before a time tells how long something went on ("over three days"). */
  readonly spanning?: string;
  /** Before such a word, what makes it a bound after all: `for|took`. */
  readonly lasting?: string;
  /** Verbs with which such a word belongs together ("handed over 50 cameras"). */
  readonly particleVerbs?: string;
  /** Bounds and hedges that stand with a verb, apart from the share they belong to: `{about: "约占"}`. */
  readonly far?: Readonly<Partial<Record<Hedge, string>>>;
  /** A number with a hyphen and a unit of time is an adjective and counts nothing ("a five-year award"). */
  readonly timeAdjectives?: boolean;
  /** In capitals after a sum in its country's money: `us` ("$76 US"). */
  readonly sumCountry?: string;
  /** Right behind a length of time, what makes a name of the two: 战争 (三十年战争). */
  readonly namesBehind?: string;
  /** Words that end the search for a head noun. */
  readonly stop: string;
  /** Adjectives and the like between number and noun. */
  readonly skip?: string;
  /** Verbs that may stand right behind a number, which then is their subject: "75 use it" counts no uses. */
  readonly verbs?: string;
  /** Joins a number to its noun ("millones de personas"). */
  readonly of?: string;
  /** Plural to singular by ending, first that fits: `ies=y|s=`. */
  readonly singular: string;
  /** Irregular plurals: `people=person`. */
  readonly irregular?: string;
  /** Numbers after these words name something and count nothing: `No.|Route|Article`. */
  readonly labels?: string;
  /** The word or sign for percent where it stands before its number (Turkish "yüzde 50", "%50"). */
  readonly percentBefore?: string;
  /** Preposition "per": `per|a|an|each|every`. */
  readonly per?: string;
  /** Those of `per` that mean nothing else; the others (articles, prepositions) need a usual base ("a day"). */
  readonly perFirm?: string;
  /** Age: words right after "N years" that make it an age, and words before a bare age. */
  readonly old?: string;
  /** Where words have no spaces between them, what may follow such a word (三周大的, against 三天大雨). */
  readonly oldThen?: string;
  readonly aged?: string;
  /** "times", `-fold`: a multiple. */
  readonly times?: string;
}

export interface UnitWords {
  /** Scales named before a number whose degrees follow it: `{celsius: "摄氏"}`. */
  readonly before?: Readonly<Record<string, string>>;
  /** Case endings that units may carry, glued: Turkish `den|de|e`. */
  readonly endings?: string;
  /** Canonical unit to its names in the language: `{kilometre: "km|kilometer|kilometers"}`. */
  readonly names: Readonly<Record<string, string>>;
  /** ISO 4217 to names: `{USD: "dollar|dollars|US dollar"}`. */
  readonly currencies: Readonly<Record<string, string>>;
  /** What a bare `$`, `¥`, `£`, "peso" means here: `{"$": "USD"}`. */
  readonly symbols?: Readonly<Record<string, string>>;
  /** What is a currency and a weight by one name: `{unit: "pound-mass", names: "pounds|pound"}`. */
  readonly weights?: WeightWords;
  /** Codes of currencies that are words of the language in capitals too: `all|top|try`. */
  readonly wordCodes?: string;
  /** Measures whose name is that of a currency too, which it is where there are millions: `{"pound-mass": "GBP"}`. */
  readonly moneyInMillions?: Readonly<Record<string, string>>;
}
