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

let languages: ReadonlySet<string> | null = null;

/** Is a word the name of a language ("Xinhua (Spanish)")? */
function isLanguage(word: string): boolean {
  languages ??= new Set(
    "am ar az bn cs de el en es fa fil fr ha he hi hu id it ja kk km ko ky lo ms my ne nl pl ps pt ro ru si so sr sw ta tg th tk tr uk ur uz vi zh"
      .split(" ")
      .map(code => normalise(new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code)),
  );
  return languages.has(normalise(word));
}

/** Whoever a publisher's name names: "WAtoday (New York Times)", "Xinhua via Tibet.cn", "New York Times repost". */
const voicesOf = (publisher: string): string[] =>
  publisher
    .split(/[()]|\bvia\b/)
    .map(part => part.replace(/\s+(?:mirror|repost|reprint)$/i, "").trim())
    .filter(part => normalise(part) !== "" && !NOTES.test(part) && !isLanguage(part));
