import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
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

/** Does a sentence say that nobody else does it ("the only country that sells")? */
export const isOnlyOne = (text: string): boolean => idiom("onlyOne").test(text);

const GIVERS = ["provider", "vendor", "vendor-country"];

/** "Only" and "first" fall by one sound counter-example; "leading" and the like say nothing without a yardstick. */
export async function checkSuperlative(
  claim: Claim,
  context: CheckContext,
  { only: isOnly = false }: { readonly only?: boolean } = {},
): Promise<Outcome> {
  const text = context.document.text.slice(...claim.span);
  const { language: spoken } = context.document;
  const only = isOnly || idiom("only", spoken).test(text) || isOnlyOne(text);
  if (!only && !idiom("first", spoken).test(text))
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
  const sources = new Map(shelf.sources);
  for (const source of found) sources.set(source.id, source);
  return { ...shelf, sources };
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
