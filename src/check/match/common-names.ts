import { calendarNames } from "../../text/index.ts";
import { plainWords } from "./words.ts";

/** Common titles and other words with a capital that name nothing by themselves. */
const TITLES =
  "internet,un,world,i,ai,cctv,gps,covid,president,minister,prime,ministry,government,state,cold,war,west,western,earth";

let common: ReadonlySet<string> | null = null;

/** Is a plain word one with a capital that narrows no count: a month, a day, or a common title? The set is made when first asked for. */
export function isCommonName(word: string): boolean {
  common ??= new Set([...TITLES.split(","), ...plainWords(calendarNames().join(" "))]);
  return common.has(word);
}
