import { idiom } from "../../text/index.ts";
import type { Attribution, Span } from "../types.ts";

interface Around {
  readonly text: string;
  readonly language: string;
  /** Spans between quotation marks, marks included. */
  readonly quoted: readonly Span[];
}

/** Words of a name between quotation marks. */
const MOST_WORDS = 4;

/** "по данным организации «Мемориал»", "بحسب منظمة «الكرامة»": behind the noun of a body, marks hold its name. */
export function withQuotedName(
  found: Attribution | null,
  { text, language, quoted }: Around,
): Attribution | null {
  if (!found || quoted.length === 0) return found;
  const [from, to] = found.span;
  const name = quoted.find(([start]) => start >= to && text.slice(to, start).trim() === "");
  if (!name) return found;
  const noun = /[\p{L}\p{M}]+$/u.exec(text.slice(from, to).trimEnd())?.[0].toLowerCase() ?? "";
  const words = text.slice(...name).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length > MOST_WORDS || !isBody(noun, language)) return found;
  return { ...found, to: text.slice(from, name[1]), span: [from, name[1]] };
}

const isBody = (noun: string, language: string): boolean =>
  idiom("bodies", language).words.has(noun) || idiom("firm", language).words.has(noun);
