import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import { fieldOfRole, GIVERS, takerField } from "../gather/schema.ts";
import type { RecordRow } from "../gather/types.ts";
import { nameSpans } from "../match/names-in.ts";
import { isDoneBy } from "../match/pinned-act.ts";
import { placesIn } from "../match/places-in.ts";
import { confidenceOf, timeOfRecord } from "../match/record-fit.ts";
import { sentenceOf } from "../match/sentence.ts";
import { overlaps, parsePeriod, periodLabel } from "../rule/period.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/**
 * "Somali police have trained Turkish officers since 2012": where the book has the giving of that very time the other way round, and none that way, the
 * parties are swapped. Without a date both may be true.
 */
export function withPartiesSwapped(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  if (found.verdict === "supported" && (isGivenToMaker(claim, context) || isGivenByTaker(claim, context))) {
    const note = reason("parties-swapped", { label: found.for[0]?.label ?? "" });
    return { ...found, verdict: "contradicted", reasons: [note], for: [], against: found.for };
  }
  const isOpen = found.verdict === "unverifiable" && found.for.length + found.against.length === 0;
  const [from, to] = [claim.period[0] ?? claim.period[1], claim.period[1] ?? claim.period[0]];
  const [giver, ...more] = STATES.flatMap(role => claim.roles[role] ?? []);
  const takers = claim.roles["recipient"] ?? [];
  if (!isOpen || claim.polarity === "negative" || !giver || more.length > 0 || !from || !to) return found;
  const { shelf, language } = context;
  const period = parsePeriod([from, to]);
  const records = [...shelf.records.values()].flat();
  const isFrom = (givers: readonly string[], to: readonly string[]) => (record: RecordRow) =>
    givenBy(record).some(state => givers.includes(state)) &&
    takenBy(record).some(state => to.includes(state));
  if (records.some(isFrom([giver], takers))) return found;
  const swapped = records.filter(isFrom(takers, [giver])).filter(record => {
    const time = timeOfRecord(record);
    const isThen = period !== null && time !== null && overlaps(time, period);
    return isThen && confidenceOf(record) !== "low" && isToldByOthers(record, shelf);
  });
  const [first] = swapped;
  if (!first) return found;
  const note = reason("parties-swapped", { label: first.label });
  return outcome("contradicted", {
    reasons: [note],
    against: swapped
      .slice(0, 3)
      .map(record =>
        recordShown(record, { shelf, language, note, period: periodLabel(timeOfRecord(record)) }),
      ),
  });
}

/**
 * "Fiji gave China 50 vehicles": a number of what one state gave another is borne out by no figure of what that one gave it ("Chinese aid to Fiji"); such a
 * figure speaks against it.
 */
export function withGiftSwapped(found: Outcome, claim: Claim, { document }: CheckContext): Outcome {
  const { roles, polarity, status } = claim;
  const givers = STATES.flatMap(role => roles[role] ?? []);
  const takers = roles["recipient"] ?? [];
  const isGiven = givers.length > 0 && takers.length > 0;
  if (found.verdict !== "supported" || polarity === "negative" || (!isGiven && status !== "delivered"))
    return found;
  const said = sentenceOf(claim, document);
  const isSwapped = (label: string) => {
    const [first, second] = placesIn(label, "en");
    if (!first || !second || first.country === second.country) return false;
    // "Afghan police to be trained in China" tells of no gift to whoever is named second.
    if (!/\bto (?:the )?$/.test(label.slice(first.span[1], second.span[0]))) return false;
    const [giver, taker] = [first.country, second.country];
    if (isGiven) return takers.includes(giver) && givers.includes(taker);
    // Without roles the order of names tells who gives, in a language whose words for giving are known.
    if (said.language !== "en") return !isDoneBy([giver], [giver, taker], said);
    return isLedIn(giver, said.sentence) && !isDoneBy([giver], [giver, taker], said);
  };
  if (found.for.length === 0 || !found.for.every(({ label }) => isSwapped(label))) return found;
  const note = reason("parties-swapped", { label: found.for[0]!.label });
  return { ...found, verdict: "contradicted", reasons: [note], for: [], against: found.for };
}

/** "to Australia": whoever is named there takes. */
const isLedIn = (state: string, sentence: string): boolean =>
  placesIn(sentence, "en").some(
    ({ country, span: [from] }) => country === state && /\bto (?:the )?$/.test(sentence.slice(0, from)),
  );

/** "Libya delivered its Eagle system to Amesys": a state gives a thing, and no contract, to one who makes such things. */
function isGivenToMaker(
  { roles, status, polarity, span }: Claim,
  { shelf, document }: CheckContext,
): boolean {
  const [state] = roles["vendor-country"] ?? [];
  const makers = (roles["vendor"] ?? []).flatMap(id => shelf.entities.get(id) ?? []);
  if (status !== "delivered" || polarity === "negative" || !state || makers.length === 0) return false;
  if (makers.some(({ country }) => country === state)) return false;
  const text = document.text.slice(...span);
  const language = document.language.slice(0, 2);
  if (idiom("deals", language).test(text)) return false;
  const givers = placesIn(text, language).filter(({ country }) => country === state);
  const names = makers.flatMap(({ name, aliases }) => [name, ...aliases]);
  return names.some(name => {
    const at = text.indexOf(name);
    const to = at < 0 ? null : idiom("toTaker", language).before(text, at);
    return to !== null && givers.some(({ span: [, end] }) => end <= to[0]);
  });
}

/** The verb and a state, and right behind it a firm ("زودت صربيا هواوي"): where the verb stands first, its subject comes next. */
function isGivenByTaker({ roles, polarity, span }: Claim, { shelf, document }: CheckContext): boolean {
  const text = document.text.slice(...span);
  if (polarity === "negative" || !VERB_FIRST.test(text)) return false;
  const language = document.language.slice(0, 2);
  const homes = (roles["vendor"] ?? []).map(id => shelf.entities.get(id)?.country ?? "");
  const parties = [...(roles["recipient"] ?? []), ...(roles["vendor-country"] ?? [])].filter(
    code => !homes.includes(code),
  );
  const takers = placesIn(text, language).filter(
    ({ country, form, span: [from] }) =>
      parties.includes(country) && form !== "demonym" && VERB_FIRST.exec(text)?.[0].length === from,
  );
  const names = (roles["vendor"] ?? [])
    .flatMap(id => shelf.entities.get(id) ?? [])
    .flatMap(({ name, aliases }) => [name, ...aliases]);
  return takers.some(({ span: [, end] }) =>
    names.some(name =>
      nameSpans(text, name).some(([from]) => {
        const between = from > end ? text.slice(end, from) : null;
        return (
          between !== null && (between.trim() === "" || idiom("firm", language).words.has(between.trim()))
        );
      }),
    ),
  );
}

/** One word of Arabic, which opens a clause with its verb. */
const VERB_FIRST = /^\p{Script=Arabic}[\p{Script=Arabic}\p{M}]*\s+/u;

/** Roles of states that give. */
const STATES = GIVERS.filter(role => role === "provider" || role === "vendor-country");

const givenBy = ({ kind, row }: RecordRow): readonly string[] =>
  STATES.flatMap(role => {
    const field = fieldOfRole(kind, role);
    return field ? texts(row[field.id]) : [];
  });

const takenBy = ({ kind, row }: RecordRow): readonly string[] => {
  const field = takerField(kind);
  return field ? texts(row[field.id]) : [];
};
