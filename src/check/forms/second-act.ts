import type { Claim } from "../../read/types.ts";
import { idiom, readDates } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
import { kindsTold } from "../match/told.ts";
import { endsIn, stemsOf, withoutStates, withStates } from "../match/worded-title.ts";
import { codesOf } from "./act.ts";
import { checkToldAct } from "./told-act.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";
import { checkWordedAct } from "./worded-act.ts";

type Span = readonly [number, number];

/** Share of the words of a second act that the evidence must hold to tell of it too. */
const SHARE = 0.5;

/**
 * "Sent the officers home and tore up the memorandum": what bears out one act of a sentence bears out no other that is joined to it. Each is
 * looked for in the words of the evidence, and among the acts of the book; where one is found nowhere, the sentence is borne out in part alone.
 */
export function heldInParts(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  if (found.verdict !== "supported" || claim.polarity === "negative" || claim.value !== null) return found;
  const { document } = context;
  const parts = actsJoined(document.text.slice(...claim.span), document.language.slice(0, 2))
    .map(([from, to]): Span => [claim.span[0] + from, claim.span[0] + to])
    .filter(part => !isClaimed(part, claim, context));
  if (parts.length === 0) return found;
  const records = found.for.flatMap(each => recordOf(each.kind, each.record, context) ?? []);
  for (const part of parts) {
    const text = document.text.slice(...part);
    const label = records[0]?.label ?? "";
    const told = toldIn(text, records, context);
    if (told === "turned")
      return {
        ...found,
        verdict: "contradicted",
        reasons: [reason("part-turned", { text, label })],
        for: [],
        against: found.for,
      };
    if (told === "untold" && !isActByItself(part, claim, context))
      return { ...found, verdict: "imprecise", reasons: [reason("part-untold", { text, label })] };
  }
  return found;
}

/** Acts behind the first that are joined to it, without the joint. */
export function actsJoined(text: string, language: string): Span[] {
  const joints = idiom("actJoiner", language)
    .find(text)
    .filter(([, end]) => isAct(text, end, language));
  return joints.map(([, end], index) => {
    const [rest = "", gap = ""] = /^(\s*).*/su.exec(text.slice(end, joints[index + 1]?.[0])) ?? [];
    return [end + gap.length, end + rest.trimEnd().length];
  });
}

/** A verb in the past stands there: an irregular one, or one that the word behind it tells from an adjective. */
function isAct(text: string, at: number, language: string): boolean {
  if (idiom("didAct", language).after(text, at)) return true;
  const regular = /^\s+(?:\p{Ll}+ly\s+)?\p{Ll}{2,}ed(?=\s)/u.exec(text.slice(at));
  if (!regular) return false;
  const behind = at + regular[0].length;
  return (
    /^\s+[\p{Lu}\d]/u.test(text.slice(behind)) ||
    (["article", "apart", "theBody"] as const).some(name => idiom(name, language).after(text, behind))
  );
}

/** Another claim of the sentence is about it, and is checked by itself. */
const isClaimed = ([from, to]: Span, { id }: Claim, { claims }: CheckContext): boolean =>
  claims.some(other => other.id !== id && other.span[0] < to && from < other.span[1]);

/** An act of the book is told of by these words alone. */
function isActByItself(part: Span, claim: Claim, context: CheckContext): boolean {
  const alone = { ...claim, sentence: part, span: part, text: context.document.text.slice(...part) };
  const act = checkToldAct(alone, context) ?? checkWordedAct(alone, context);
  return act?.verdict === "supported";
}

/** Whether the evidence tells of an act in its words, of the opposite, or of nothing like it. */
function toldIn(text: string, records: readonly RecordRow[], context: CheckContext) {
  const { document, shelf } = context;
  const language = document.language.slice(0, 2);
  const dates = readDates(text, { language, date: document.published });
  const undated = dates.reduceRight((left, { span }) => left.slice(0, span[0]) + left.slice(span[1]), text);
  const words = withoutEnd(withoutStates(undated).rest);
  const held = (stems: readonly string[]) => words.filter(word => stems.includes(word)).length;
  const isTurned = records.some(({ label }) => {
    const [nearest] = label
      .split(/[,;:]|\b(?:but|and)\b/)
      .map(part => ({ part, shared: held(withoutEnd(part)) }))
      .sort((a, b) => b.shared - a.shared);
    return nearest !== undefined && nearest.shared > 0 && endsIn(undated) && !endsIn(nearest.part);
  });
  if (isTurned) return "turned";
  const kinds = kindsTold(withStates(undated, language), { codebook: shelf.codebook, language });
  if (records.some(record => codesOf(record).some(code => kinds.whole.has(code)))) return "told";
  const isTold = records.some(record => held(withoutEnd(wordsOf(record))) >= SHARE * words.length);
  return isTold || words.length === 0 ? "told" : "untold";
}

const withoutEnd = (text: string): string[] =>
  [...new Set(stemsOf(text))].filter(word => /\p{L}/u.test(word));

const wordsOf = ({ label, row }: RecordRow): string =>
  [label, ...Object.values(row).flatMap(texts)].join("; ");

const recordOf = (kind: string, id: string, { shelf }: CheckContext): RecordRow | undefined =>
  [...(shelf.records.get(kind) ?? []), ...shelf.events].find(record => record.id === id);
