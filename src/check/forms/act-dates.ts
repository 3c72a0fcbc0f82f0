import type { Claim } from "../../read/types.ts";
import { readDates } from "../../text/index.ts";
import { type Period, parsePeriod } from "../rule/period.ts";
import type { CheckContext } from "./types.ts";

/**
 * When a claim says that an act took place; null where it does not. "It has gone on since the 1960s, and in 1979 it was banned": where the claim's
 * time is open and its words name one that is not, that one dates the act.
 */
export function datesOfAct(
  { period, span }: Claim,
  { document: { text, language, published } }: Pick<CheckContext, "document">,
): Period | null {
  const [start, end] = period;
  if (start === null || end === null) {
    const closed = readDates(text.slice(...span), { language, date: published }).filter(
      date => date.type === "date" && date.start !== "" && date.end !== "",
    );
    const [only] = closed;
    if (only && closed.length === 1) return { start: only.start, end: only.end };
  }
  if (start === null && end === null) return null;
  // "India has required it since April 2025": what goes on since then was done then.
  return parsePeriod(end === null ? [start, start] : [...period]);
}
