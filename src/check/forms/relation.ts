import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
import { clauseAround } from "../match/clause.ts";
import { isNamedIn, nameSpans } from "../match/names-in.ts";
import { recordsOn } from "../match/of-states.ts";
import { partiesOf, takersTold } from "../match/parties.ts";
import { answerable, isOtherTime, placesOfRecord, statusOf, timeOfRecord } from "../match/record-fit.ts";
import { wordsSaid } from "../match/sentence.ts";
import { withOwners } from "../match/subject.ts";
import { withTownTaker } from "../match/town-taker.ts";
import { plainWords } from "../match/words.ts";
import { isEnded } from "../rule/gate.ts";
import { parsePeriod, periodLabel } from "../rule/period.ts";
import type { ReasonData } from "../rule/types.ts";
import type { Evidence } from "../types.ts";
import { ofAllGivers } from "./all-givers.ts";
import { namesOf, ofBorneNames, productsOf, withoutMakers } from "./borne-names.ts";
import { isToldByOthers, othersThan, recordShown } from "./evidence.ts";
import { withNamedSeller, withoutImplied, withoutLenders } from "./implied-makers.ts";
import { ofNamedProduct, ofProductFamily, ofWordedProduct, productSaid } from "./named-product.ts";
import { ofNamedTaker } from "./named-taker.ts";
import { financierOf, OTHER_PAYER, ofPayers, type PaidSorted } from "./paid.ts";
import { type Sorted, sortRecords } from "./relation-records.ts";
import { checkSuperlative, isOnlyOne } from "./superlative.ts";
import { ofToldStates } from "./told-states.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

const SHOWN = 6;

/** Checks who supplied what to whom, and who trained whom, against the records of the kind that has such parties. */
export function checkRelation(given: Claim, context: CheckContext): Outcome | Promise<Outcome> {
  const { shelf, language } = context;
  if (isOfOne(given, context)) return checkSuperlative(given, context, { only: true });
  const placed = withTownTaker(given, context.document.text.slice(...given.sentence), shelf);
  const { text, language: written } = context.document;
  const clause = clauseAround(placed, { text, language: written, claims: context.claims });
  const told = takersTold(clause, context.document.language.slice(0, 2));
  const sold = { ...placed, roles: withoutLenders(withNamedSeller(placed, context), context) };
  const roles = withoutImplied(partiesOf(sold, shelf, told), placed, context);
  const names = namesOf({ ...placed, roles }, clause, context);
  const claim = { ...placed, roles: withoutMakers(roles, names, placed, context) };
  const fitting = answerable(shelf, claim.roles);
  const isOfNothing =
    fitting?.fields.size === 1 && fitting.fields.has("vendor") && !isThingSaid(claim, context);
  if (!fitting || isOfNothing || (fitting.fields.size < 2 && claim.entities.length === 0))
    return outcome("unverifiable", { reasons: [reason("no-evidence")], missing: reason("missing-record") });
  const records = recordsOn(claim.roles, fitting, shelf).filter(record => isToldByOthers(record, shelf));
  const found = ofWordedProduct(
    ofNamedProduct(
      ofNamedTaker(sortRecords(records, { claim, context, fields: fitting.fields }), claim, context),
      productSaid(claim, context),
    ),
    wordsSaid(claim, context.document),
  );
  const named = ofToldStates(ofProductFamily(found, claim, context), claim, context);
  const borne = ofAllGivers(ofBorneNames(named, names, claim, shelf), claim, context);
  const paid = ofPayers(borne, { claim, clause, context });
  const { sorted } = paid;
  const show = (rows: readonly RecordRow[], code: string) =>
    rows.slice(0, SHOWN).map(row =>
      recordShown(row, {
        shelf,
        language,
        note: reason(isEnded(statusOf(row)) ? "ended-record-note" : code, {
          status: statusOf(row),
          label: row.label,
        }),
        period: periodLabel(timeOfRecord(row)),
      }),
    );
  const ruling = paid.others.length > 0 ? OTHER_PAYER : ruleOn(sorted, claim, context);
  const turned = claim.polarity === "negative" ? turn(ruling, isReported(claim, context)) : ruling;
  const supporting = show(sorted.full, "record-bears-out");
  const opposing = ruling.code === "other-maker" ? sorted.makers : paid.others;
  const negative = claim.polarity === "negative";
  return outcome(turned.verdict, {
    reasons: [
      ...reasonsOf(turned, { ...paid, supporting, claim, context }),
      ...(turned.code === "no-evidence" && sorted.other.length > 0 ? [reason("other-product")] : []),
    ],
    for: negative ? [] : supporting,
    against: negative ? supporting : show(opposing, ruling.code),
    related: relatedOf(sorted, show),
    missing:
      turned.verdict === "unverifiable"
        ? reason("missing-record")
        : turned.code === "planned-not-realised"
          ? reason("missing-realised")
          : null,
  });
}

/** "The only supplier", "Only Acme supplied": one that shows another giver speaks against it. */
function isOfOne(claim: Claim, { document, shelf }: CheckContext): boolean {
  const said = document.text.slice(...claim.span);
  if (isOnlyOne(said)) return true;
  const language = document.language.slice(0, 2);
  const opens = [...idiom("only", language).find(said), ...idiom("onlyWho", language).find(said)].find(
    ([from]) => from === 0,
  );
  if (opens && /^(?:\s+(?:\p{Ll}{1,3}\s+)?\p{Lu}|\p{Script=Han})/u.test(said.slice(opens[1]))) return true;
  const names = (claim.roles["vendor"] ?? []).flatMap(id => {
    const entity = shelf.entities.get(id);
    return entity ? [entity.name, entity.name.split(" ")[0]!, ...entity.aliases] : [];
  });
  const alone = idiom("alone", language);
  return names.some(name => nameSpans(said, name).some(([, end]) => alone.after(said, end) !== null));
}

/** Records that neither bear the relation out nor speak against it, the nearest first. */
function relatedOf(
  { planned, dated, weak, other }: Sorted,
  show: (rows: readonly RecordRow[], code: string) => Evidence[],
): Evidence[] {
  const sorts = [
    [planned.filter(record => !isEnded(statusOf(record))), "planned-record-note"],
    [planned.filter(record => isEnded(statusOf(record))), "ended-record-note"],
    [dated, "other-period-record"],
    [weak, "low-confidence"],
    [other, "other-product"],
  ] as const;
  let left = SHOWN;
  return sorts.flatMap(([rows, code]) => {
    const shown = show(rows.slice(0, left), code);
    left -= shown.length;
    return shown;
  });
}

/** "Acme, which built it": a relation that names a giver alone is borne out by no record, unless it says what he gives. */
const isThingSaid = ({ entities, text }: Claim, { shelf }: CheckContext): boolean =>
  entities.some(id => shelf.entities.get(id)?.kind === "product") ||
  [...productsOf(shelf)].some(product => text.includes(product));

interface Given {
  readonly claim: Claim;
  readonly context: CheckContext;
}

interface Ruled {
  readonly verdict: Outcome["verdict"];
  readonly code: string;
}

function ruleOn(
  { full, planned, dated, weak, makers, other }: Sorted,
  claim: Claim,
  context: CheckContext,
): Ruled {
  const isNamed = [...full, ...planned, ...dated].length === 0 && makers.some(productSaid(claim, context));
  if (isNamed) return otherMaker(makers, context);
  if (full.length > 0)
    return isOneForMany(full, claim, context)
      ? { verdict: "imprecise", code: "one-not-many" }
      : { verdict: "supported", code: "record-supported" };
  // "The contract was not renewed": what has ended says nothing against it.
  const isOver = claim.polarity === "negative" && planned.every(record => isEnded(statusOf(record)));
  if (planned.length > 0 && isOver) return { verdict: "unverifiable", code: "no-evidence" };
  // What the very giver has agreed to supply stands beside what another supplied before.
  if (planned.length > 0) return { verdict: "imprecise", code: "planned-not-realised" };
  // What the very giver has in the same place under another kind may be what the text speaks of.
  const isTheirs = other.some(record => isOfGiver(record, claim, context));
  if (makers.length > 0 && !isTheirs) return otherMaker(makers, context);
  // A weak record of the very time says more than sound ones of others.
  const asked = claim.period[0] && claim.period[1] ? parsePeriod([...claim.period]) : null;
  if (asked !== null && weak.some(record => timeOfRecord(record) !== null && !isOtherTime(record, asked)))
    return { verdict: "unverifiable", code: "low-confidence" };
  if (dated.length > 0) return { verdict: "imprecise", code: "other-date" };
  return { verdict: "unverifiable", code: weak.length > 0 ? "low-confidence" : "no-evidence" };
}

const otherMaker = (makers: readonly RecordRow[], context: CheckContext): Ruled => ({
  verdict: makers.every(isInterested(context)) ? "disputed" : "contradicted",
  code: "other-maker",
});

/** A record that names the claim's own giver, of the same taker and of a town that the sentence names. */
function isOfGiver(record: RecordRow, claim: Claim, { shelf, document }: CheckContext): boolean {
  const { roles } = claim;
  const givers = new Set([...(roles["vendor"] ?? []), ...(roles["provider"] ?? [])]);
  const held = record.kind.fields
    .filter(({ type }) => type === "entity")
    .flatMap(({ id }) => texts(record.row[id]));
  const takers = texts(record.row["recipient"]);
  const said = wordsSaid(claim, document);
  return (
    [...withOwners(held, shelf.entities)].some(id => givers.has(id)) &&
    (roles["recipient"] ?? []).some(code => takers.includes(code)) &&
    placesOfRecord(record).some(town => plainWords(town).every(word => said.has(word)))
  );
}

const isInterested =
  ({ shelf }: CheckContext) =>
  (record: RecordRow) => {
    const kinds = othersThan(record.sources, shelf).map(id => shelf.sources.get(id)?.kind ?? "");
    return kinds.every(kind => kind === "vendor" || kind === "state-media");
  };

/** A plural of givers whom nobody names, borne out by one giver alone over the whole sentence. */
function isOneForMany(full: readonly RecordRow[], claim: Claim, context: CheckContext): boolean {
  const { text, language } = context.document;
  const products = productsOf(context.shelf);
  // "Firms from Israel sold it Pegasus": whoever makes the product is not named by it.
  const isSaid = (id: string) => {
    const { name = id, aliases = [] } = context.shelf.entities.get(id) ?? {};
    return isNamedIn(text.slice(...claim.sentence), {
      name,
      aliases: aliases.filter(each => !products.has(each)),
    });
  };
  const vendors = claim.roles["vendor"] ?? [];
  const unnamed =
    vendors.length > 0 ? !vendors.some(isSaid) : (claim.roles["vendor-country"]?.length ?? 0) > 0;
  if (!unnamed || !idiom("suppliers", language).test(text.slice(...claim.sentence))) return false;
  return new Set(full.flatMap(record => giversOf(record, claim, context))).size === 1;
}

/** Who gave, by name: of those that a record names, the ones at home where the claim says. */
function giversOf({ row }: RecordRow, { roles }: Claim, { shelf }: CheckContext): readonly string[] {
  const homes = roles["vendor-country"] ?? [];
  const known = texts(row["vendors"]).flatMap(id => shelf.entities.get(id) ?? []);
  const there = known.filter(({ country }) => homes.length === 0 || homes.includes(country));
  if (there.length > 0) return there.map(({ name }) => name);
  return texts(row["vendor"]).length > 0 ? texts(row["vendor"]) : texts(row["provider"]);
}

/** "The firm denied that it had sold any": the text only tells what somebody denies. */
const isReported = ({ sentence }: Claim, { document: { text, language } }: CheckContext): boolean =>
  idiom("denies", language).test(text.slice(...sentence));

/** What a record shows contradicts a text that denies it, and disputes what somebody in it denies. */
const turn = ({ verdict, code }: Ruled, reported: boolean): Ruled =>
  verdict === "supported"
    ? { verdict: reported ? "disputed" : "contradicted", code }
    : verdict === "contradicted"
      ? { verdict: "supported", code }
      : { verdict, code };

function reasonsOf(
  { code, verdict }: Ruled,
  { sorted, others, supporting, claim, context }: PaidSorted & { supporting: readonly Evidence[] } & Given,
): ReasonData[] {
  const first = supporting[0];
  const shown = sorted.planned[0] ?? sorted.dated[0] ?? sorted.makers[0] ?? others[0];
  const values = {
    counter: first?.origin ?? "",
    label: first?.label ?? shown?.label ?? "",
    giver: sorted.full[0] ? giversOf(sorted.full[0], claim, context).join(", ") : "",
    records: sorted.full.length,
    financier: shown ? financierOf(shown) : "",
    status: shown ? statusOf(shown) : "",
    period: shown ? periodLabel(timeOfRecord(shown)) : "",
  };
  const negative = (verdict === "contradicted" || verdict === "disputed") && code === "record-supported";
  const said: Readonly<Record<string, string>> = {
    "planned-not-realised": shown && isEnded(statusOf(shown)) ? "ended-record" : "planned-record",
    "record-supported": negative ? "record-denied" : "record-shows",
  };
  return [reason(said[code] ?? code, values)];
}
