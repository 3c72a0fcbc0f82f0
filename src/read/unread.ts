import { inside, overlaps } from "./analysis/spans.ts";
import type { Sentence } from "./analysis/types.ts";
import { periodEnds } from "./claims/period.ts";
import type { Lexicon } from "./lexicon.ts";
import { stages } from "./stage.ts";
import type { CandidateRecord, Claim, Document, Span } from "./types.ts";

/** Something that was seen in a text and that no claim and no record makes use of. */
export interface Unread {
  readonly span: Span;
  readonly text: string;
  readonly what: "number" | "date" | "place" | "name";
}

/** What the claims and records of one sentence make use of. */
interface Used {
  readonly spans: readonly Span[];
  readonly numbers: readonly Span[];
  readonly periods: readonly string[];
  readonly values: ReadonlySet<string>;
}

function usedIn(claims: readonly Claim[], records: readonly CandidateRecord[]): Used {
  const numbered = claims.filter(({ value, parts }) => value !== null || parts.length > 0);
  return {
    spans: records.flatMap(({ spans }) => Object.values(spans)),
    numbers: numbered.flatMap(({ span, parts }) => [span, ...parts.map(part => part.span)]),
    periods: [
      ...claims.flatMap(({ period, parts }) => [...period, ...parts.map(part => part.period)]),
      ...claims.flatMap(({ roles }) => roles["date"] ?? []),
    ].filter((end): end is string => end !== null && end !== ""),
    values: new Set(
      claims.flatMap(({ places, entities, roles }) => [
        ...places,
        ...entities,
        ...Object.values(roles).flat(),
      ]),
    ),
  };
}

/** "The last five years" is left as a date. */
const isPeriod = ({ dates }: Sentence, number: Span): boolean =>
  dates.some(({ placed, span }) => placed === true && inside(number, span));

const sameTime = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** What a sentence shows and nothing uses; spans count from the start of the stretch. */
function leftIn(
  sentence: Sentence,
  used: Used,
  attributed: Span | null,
): { span: Span; what: Unread["what"] }[] {
  const free = (span: Span) =>
    !used.spans.some(each => overlaps(each, span)) && !(attributed && overlaps(attributed, span));
  const left = <T extends { readonly span: Span }>(
    items: readonly T[],
    what: Unread["what"],
    isUsed: (item: T) => boolean,
  ) => items.filter(item => !isUsed(item) && free(item.span)).map(({ span }) => ({ span, what }));
  const points = sentence.dates.filter(({ start, end, placed }) => start !== "" || end !== "" || placed);
  return [
    ...left(
      sentence.quantities,
      "number",
      q => used.numbers.some(span => inside(q.number, span)) || isPeriod(sentence, q.number),
    ),
    ...left(points, "date", date =>
      periodEnds(date).some(end => end !== null && used.periods.some(period => sameTime(period, end))),
    ),
    ...left(sentence.places, "place", place => used.values.has(place.country)),
    ...left(sentence.entities, "name", entity => used.values.has(entity.id)),
  ].sort((a, b) => a.span[0] - b.span[0]);
}

/**
 * Numbers, dates, places and names of a document that its claims and records leave out, in order of the text: what an editor
 * looks at to see what a reading missed.
 */
export function unreadOf(
  document: Document,
  lexicon: Lexicon,
  claims: readonly Claim[],
  records: readonly CandidateRecord[],
): Unread[] {
  const found: Unread[] = [];
  for (const { offset, scenes } of stages(document, lexicon))
    for (const { sentence } of scenes) {
      const whole: Span = [sentence.span[0] + offset, sentence.span[1] + offset];
      const back = ([from, to]: Span): Span => [from - offset, to - offset];
      const own = claims.filter(({ span }) => inside(span, whole));
      const used = usedIn(
        own.map(claim => ({
          ...claim,
          span: back(claim.span),
          parts: claim.parts.map(part => ({ ...part, span: back(part.span) })),
        })),
        records.map(record => ({
          ...record,
          spans: Object.fromEntries(Object.entries(record.spans).map(([id, span]) => [id, back(span)])),
        })),
      );
      for (const { span, what } of leftIn(sentence, used, sentence.attribution?.span ?? null)) {
        const at: Span = [span[0] + offset, span[1] + offset];
        if (!found.some(other => overlaps(other.span, at)))
          found.push({ span: at, text: document.text.slice(...at), what });
      }
    }
  return found;
}
