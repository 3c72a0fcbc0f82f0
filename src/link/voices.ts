import { normalise } from "./normalise.ts";

/** A publisher that two reports share; `both` where neither has it from the other. */
export interface SharedVoice {
  readonly name: string;
  readonly both: boolean;
}

/** One publisher, or one that both carry: two papers that print Reuters are one voice. Null where there is none. */
export function sharedVoice(first: string, second: string): SharedVoice | null {
  const [mine, theirs] = [voicesOf(first), voicesOf(second)];
  const name = mine.find(voice => theirs.some(other => normalise(other) === normalise(voice)));
  if (name === undefined) return null;
  return { name, both: name === mine[0] && normalise(name) === normalise(theirs[0]!) };
}

/** Does a publisher speak for itself where the other report only carries it ("RFE/RL" and "American Military News (RFE/RL)")? */
export function isOwnVoice(publisher: string, other: string): boolean {
  const [[mine], [main, ...carried]] = [voicesOf(publisher), voicesOf(other)];
  if (mine === undefined || main === undefined || normalise(mine) === normalise(main)) return false;
  return carried.some(voice => normalise(voice) === normalise(mine));
}

/** What stands in brackets behind a publisher and names nobody. */
const NOTES = /^(?:mirror|repost|reprint|copy|page copy|archive|archived|press release|in )/i;

/** The names of languages that news is written in, as CLDR has them in English. */
const LANGUAGES: ReadonlySet<string> = new Set(
  "amharic arabic azerbaijani bangla czech german greek english spanish persian filipino french hausa hebrew hindi hungarian indonesian italian japanese kazakh khmer korean kyrgyz lao malay burmese nepali dutch polish pashto portuguese romanian russian sinhala somali serbian swahili tamil tajik thai turkmen turkish ukrainian urdu uzbek vietnamese chinese".split(
    " ",
  ),
);

/** Is a word the name of a language ("Xinhua (Spanish)")? */
const isLanguage = (word: string): boolean => LANGUAGES.has(normalise(word));

/** Whoever a publisher's name names: "WAtoday (New York Times)", "Xinhua via Tibet.cn", "New York Times repost". */
const voicesOf = (publisher: string): string[] =>
  publisher
    .split(/[()]|\bvia\b/)
    .map(part => part.replace(/\s+(?:mirror|repost|reprint)$/i, "").trim())
    .filter(part => normalise(part) !== "" && !NOTES.test(part) && !isLanguage(part));
