import type { Claim } from "../../read/types.ts";
import { texts } from "../gather/rows.ts";
import { fieldOfRole } from "../gather/schema.ts";
import { stockOf } from "../gather/stock.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { answerable, statusOf, timeOfRecord } from "../match/record-fit.ts";
import { withOwners } from "../match/subject.ts";
import { isRealised } from "../rule/gate.ts";
import { periodLabel } from "../rule/period.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

// All are for lower case: with case left out, a class of letters takes long to compile.
const ONLY =
  /\b(only|sole|solely|alone|unique|uniquely|no other|nobody else|único|única|seul|seule|единственн|唯一|الوحيد)/u;
const FIRST = /\b(first|pioneer|primero|primera|premier|première|перв|首个|الأول)/u;
/** "The only country that sells", in the languages of texts: it is who does it that is only one. */
const ONLY_ONE =
  /\b(?:is|was|remains|are|were|as)\s+(?:the\s+)?(?:only|sole)\s|\bno other \p{L}+ |\b(?:es|era|sigue siendo)\s+(?:el|la)\s+únic[oa]\s|\b(?:est|était|reste)\s+(?:le|la)\s+seule?\s|\b(?:é|era)\s+(?:o|a)\s+únic[oa]\s|唯一(?:的)?(?:国家|公司|企业|一个|一家|向|为|出口|提供)|единственн\p{L}+ (?:стран|государств|компани|поставщик)|(?:الدولة|الشركة) الوحيدة/u;

/** A part of each, without a class of letters, which is long to compile and mostly not needed. */
const HINT_OF_ONE = /only|sole|no other|únic|seul|唯一|единственн|الوحيدة/;

/** Does a sentence say that nobody else does it? */
export function isOnlyOne(text: string): boolean {
  const lower = text.toLowerCase();
  return HINT_OF_ONE.test(lower) && ONLY_ONE.test(lower);
}

const GIVERS = ["provider", "vendor", "vendor-country"];

/** "Only" and "first" fall by one sound counter-example; "leading" and the like say nothing without a yardstick. */
export async function checkSuperlative(claim: Claim, context: CheckContext): Promise<Outcome> {
  const text = context.document.text.slice(...claim.span);
  const only = ONLY.test(text.toLowerCase()) || isOnlyOne(text);
  if (!only && !FIRST.test(text.toLowerCase()))
    return outcome("not-checkable", {
      reasons: [reason("no-yardstick")],
      missing: reason("missing-yardstick"),
    });
  const counter = await counterExamples(claim, context, { earlier: !only });
  if (counter.length === 0)
    return outcome("unverifiable", {
      reasons: [reason("no-counter-example")],
      missing: reason("missing-yardstick"),
    });
  const { language } = context;
  const shelf = await withSourcesOf(counter, context);
  const note = (record: RecordRow) => reason("counter-example", { label: record.label });
  return outcome("contradicted", {
    reasons: [note(counter[0]!)],
    against: counter.map(record =>
      recordShown(record, { shelf, language, note: note(record), period: periodLabel(timeOfRecord(record)) }),
    ),
  });
}

/** The shelf with the sources of records that were not fetched with it. */
async function withSourcesOf(records: readonly RecordRow[], { shelf, book }: CheckContext): Promise<Shelf> {
  const found = await (await stockOf(book)).sourcesOf(records.flatMap(({ sources }) => sources));
  return { ...shelf, sources: new Map([...shelf.sources, ...found.map(each => [each.id, each] as const)]) };
}

/** Counter-examples that a finding shows. */
const SHOWN = 5;

/** The first sound records of another giver that did the same; earlier ones where the text says "first". */
async function counterExamples(
  claim: Claim,
  context: CheckContext,
  { earlier }: { earlier: boolean },
): Promise<RecordRow[]> {
  const { shelf, book } = context;
  const role = GIVERS.find(name => (claim.roles[name]?.length ?? 0) > 0);
  const fitting = role
    ? answerable(shelf, { ...claim.roles, ...(claim.roles["recipient"] ? {} : { recipient: ["*"] }) })
    : null;
  const field = fitting && role ? fieldOfRole(fitting.kind, role) : undefined;
  if (!fitting || !role || !field) return [];
  const stock = await stockOf(book);
  const own = new Set(claim.roles[role]);
  const isOwner = (ids: readonly string[]) => [...withOwners(ids, shelf.entities)].some(id => own.has(id));
  const isOwn = ({ row }: RecordRow) => isOwner(texts(row[field.id]));
  const same = new Map(
    [...fitting.fields]
      .filter(([name]) => !GIVERS.includes(name) && name !== "recipient")
      .map(([name, each]) => [each, claim.roles[name] ?? []] as const),
  );
  // Whoever stands for the claim's own giver: himself, and those that belong to him.
  const owners = [...own, ...[...shelf.entities.keys()].filter(id => isOwner([id]))];
  const theirs = earlier
    ? await firstOf(
        stock.pages(fitting.kind, { same, order: "start" }),
        record => isOwn(record) && Boolean(timeOfRecord(record)?.start),
      )
    : [];
  const before = theirs[0] && timeOfRecord(theirs[0])?.start;
  if (earlier && !before) return [];
  const others = stock.pages(fitting.kind, { same, order: "id", notOnly: [field, owners], sureOf: field });
  const isCounter = (record: RecordRow) =>
    !isOwn(record) &&
    isRealised(statusOf(record), "delivered") &&
    isToldByOthers(record, shelf) &&
    (!before || (timeOfRecord(record)?.end ?? "9999") < before);
  return firstOf(others, isCounter, SHOWN);
}

/** The first few records that are wanted, reading no more pages than that takes. */
async function firstOf(
  pages: AsyncIterable<readonly RecordRow[]>,
  isWanted: (record: RecordRow) => boolean,
  most = 1,
): Promise<RecordRow[]> {
  const found: RecordRow[] = [];
  for await (const page of pages) {
    found.push(...page.filter(isWanted));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}
