import { normalise } from "../compare/normalise.ts";

/** A publisher that two reports share; `both` where neither has it from the other. */
export interface SharedVoice {
  readonly name: string;
  readonly both: boolean;
}

/** One publisher, or one that both carry: two papers that print Reuters are one voice. Null where there is none. */
export function sharedVoice(first: string, second: string): SharedVoice | null {
  const [mine, theirs] = [voicesOf(first), voicesOf(second)];
  const shared = mine.find(({ plain }) => theirs.some(other => other.plain === plain));
  if (shared === undefined) return null;
  return { name: shared.name, both: shared === mine[0] && shared.plain === theirs[0]!.plain };
}

/** Does a publisher speak for itself where the other report only carries it ("RFE/RL" and "American Military News (RFE/RL)")? */
export function isOwnVoice(publisher: string, other: string): boolean {
  const [[mine], [main, ...carried]] = [voicesOf(publisher), voicesOf(other)];
  if (mine === undefined || main === undefined || mine.plain === main.plain) return false;
  return carried.some(({ plain }) => plain === mine.plain);
}

/** What stands in brackets behind a publisher and names nobody. */
const NOTES = /^(?:mirror|repost|reprint|copy|page copy|archive|archived|press release|in )/i;

/** The names of languages that news is written in, as CLDR has them in English. */
const LANGUAGES: ReadonlySet<string> = new Set(
  "amharic arabic azerbaijani bangla czech german greek english spanish persian filipino french hausa hebrew hindi hungarian indonesian italian japanese kazakh khmer korean kyrgyz lao malay burmese nepali dutch polish pashto portuguese romanian russian sinhala somali serbian swahili tamil tajik thai turkmen turkish ukrainian urdu uzbek vietnamese chinese".split(
    " ",
  ),
);

interface Voice {
  readonly name: string;
  /** The name as `normalise` has it. */
  readonly plain: string;
}

/** Publishers repeat from report to report; this many are remembered. */
const REMEMBERED = 20_000;
const VOICES = new Map<string, readonly Voice[]>();

/** Whoever a publisher's name names: "WAtoday (New York Times)", "Xinhua via Tibet.cn", "New York Times repost". */
function voicesOf(publisher: string): readonly Voice[] {
  const known = VOICES.get(publisher);
  if (known) return known;
  if (VOICES.size >= REMEMBERED) VOICES.clear();
  const voices = publisher
    .split(/[()]|\bvia\b/)
    .map(part => part.replace(/\s+(?:mirror|repost|reprint)$/i, "").trim())
    .map(name => ({ name, plain: normalise(name) }))
    // "Xinhua (Spanish)" names no second publisher.
    .filter(({ name, plain }) => plain !== "" && !NOTES.test(name) && !LANGUAGES.has(plain));
  VOICES.set(publisher, voices);
  return voices;
}
