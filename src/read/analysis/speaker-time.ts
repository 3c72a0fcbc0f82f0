import type { Attribution } from "../types.ts";
import type { Material } from "./speech.ts";

/** A preposition, or words without a name, before a day: no part of whoever speaks. */
const LEAD = /^(?:\p{L}\p{Ll}* (?:\p{Ll}+ )*)?$/u;

const HAN = /\p{Script=Han}/u;

/** "In September 2023 the minister said", "in a report in May 2021 Citizen Lab counted": when it was said is no part of the speaker's name. */
export function withoutTime({ text, dates, fillers }: Material, found: Attribution): Attribution {
  const [from, to] = found.span;
  for (const { span } of dates) {
    // "澳大利亚2024年12月宣布": where words are not parted, it may stand behind the name.
    if (span[1] === to && span[0] > from && HAN.test(text[span[0] - 1]!))
      return { ...found, to: text.slice(from, span[0]), span: [from, span[0]] };
    if (span[1] <= from || span[1] >= to) continue;
    const lead = text.slice(from, Math.max(from, span[0]));
    const rest = text.slice(span[1], to);
    const name = rest.trimStart();
    const [first = ""] = name.split(/\s/);
    const opens = /^[\p{Lu}\p{Lo}]/u.test(name) || (name !== rest && fillers.has(first.toLowerCase()));
    if (!opens || !LEAD.test(lead) || fillers.has(lead.split(" ")[0]!.toLowerCase())) continue;
    const start = to - name.length;
    return { ...found, to: name, span: [start, to] };
  }
  return found;
}
