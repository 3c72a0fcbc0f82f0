import type { Attribution } from "../types.ts";
import type { Material } from "./speech.ts";

/** A preposition, or words without a name, before a day: no part of whoever speaks. */
const LEAD = /^(?:\p{L}\p{Ll}* (?:\p{Ll}+ )*)?$/u;

/** "In September 2023 the minister said", "in a report in May 2021 Citizen Lab counted": when it was said is no part of the speaker's name. */
export function withoutTime({ text, dates, fillers }: Material, found: Attribution): Attribution {
  const [from, to] = found.span;
  for (const { span } of dates) {
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
