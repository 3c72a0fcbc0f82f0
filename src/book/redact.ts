import { existsSync } from "node:fs";
import { join } from "node:path";
import type { OpenBook } from "./book.ts";
import { fault, refusal } from "./errors.ts";
import { Evidence } from "./evidence/evidence.ts";
import { encodeStatements } from "./evidence/statements.ts";
import { withoutRows } from "./index/parquet.ts";
import type { Objects } from "./journal/objects.ts";
import { filesOf, type RedactData, type Redactions, standingObject } from "./journal/survey.ts";
import type { Entry, Statement } from "./types.ts";

/**
 * Redaction destroys bytes and values and keeps their hashes and the fact. Order of the steps: objects in place of the
 * destroyed ones, then the journal anew with the `redact` entry (one rename), then the destruction, then the index anew. A
 * crash before the rename leaves the book as it was; one after it is finished at the next opening.
 */

/** What to destroy: an object, the values of a record or of one of its fields, or the data of an entry. */
export type RedactTarget =
  | { readonly object: string }
  | { readonly record: string; readonly field?: string }
  | { readonly entry: number };

export type RedactOptions = RedactTarget & {
  readonly by: string;
  /** Why, without telling what. It stays. */
  readonly reason: string;
};

export interface Redacted {
  readonly entry: Entry;
  /** SHA-256 of the objects that were destroyed. */
  readonly objects: readonly string[];
  /** Entries whose data was destroyed. */
  readonly entries: readonly number[];
  /** Statements that are gone. */
  readonly statements: number;
  /** Entries whose data still names the record: a person has to look at them. */
  readonly mentions: readonly number[];
  /** Files in the book's folder, outside the journal, that may still hold the values. */
  readonly files: readonly string[];
}

interface Plan {
  readonly objects: Map<string, string | null>;
  readonly entries: Map<number, string | null>;
  statements: number;
  readonly mentions: number[];
}

/** Destroys the target. Throws a `UserError` where there is nothing to destroy or the book needs it to be read at all. */
export async function redact(book: OpenBook, options: RedactOptions): Promise<Redacted> {
  book.mayWrite();
  const { journal, objects, index, answers, live, pastIndexes } = book.parts;
  const plan = await planOf(book, options);
  if (plan.objects.size + plan.entries.size === 0) throw nothingToRedact(options);
  const data: RedactData = {
    reason: options.reason,
    objects: Object.fromEntries(plan.objects),
    entries: Object.fromEntries(plan.entries),
    ...("record" in options && { record: options.record, ...(options.field && { field: options.field }) }),
  };
  const replacements = [...plan.objects.values(), ...plan.entries.values()].filter(hash => hash !== null);
  const draft = { by: options.by, act: "redact", data, objects: [...new Set(replacements)] };
  const entry = await journal.rewrite(draft, new Set(plan.entries.keys()));
  await live.take(entry);
  for (const hash of plan.objects.keys()) await objects.destroy(hash);
  await answers?.forget();
  await index.rebuild();
  await pastIndexes.forget();
  return {
    entry,
    objects: [...plan.objects.keys()],
    entries: [...plan.entries.keys()],
    statements: plan.statements,
    mentions: plan.mentions,
    files: Object.keys(book.facts).filter(path => existsSync(join(book.dir, path))),
  };
}

/** Destroys what a redaction that was interrupted has left. */
export async function finishRedactions(redactions: Redactions, objects: Objects): Promise<void> {
  for (const hash of Object.keys(redactions.objects))
    if (await objects.has(hash)) await objects.destroy(hash);
}

async function planOf(book: OpenBook, options: RedactOptions): Promise<Plan> {
  const plan: Plan = { objects: new Map(), entries: new Map(), statements: 0, mentions: [] };
  if ("object" in options) await planObject(book, options.object, plan);
  else if ("entry" in options) await planEntry(book, options.entry, plan);
  else await planRecord(book, options, plan);
  return plan;
}

async function planObject(book: OpenBook, hash: string, plan: Plan): Promise<void> {
  const { journal, objects } = book.parts;
  for await (const { entry } of journal.read())
    if (entry.act === "codebook" && entry.objects.includes(hash))
      throw needed(`object ${hash} is a file of the codebook`);
  if (await objects.has(hash)) plan.objects.set(hash, null);
}

/** Acts whose data says how the book is made up; without it nothing else could be read. */
const NEEDED_ACTS = new Set(["init", "codebook", "facts", "redact"]);

async function planEntry(book: OpenBook, seq: number, plan: Plan): Promise<void> {
  for await (const { entry } of book.parts.journal.read()) {
    if (entry.seq !== seq) continue;
    if (NEEDED_ACTS.has(entry.act)) throw needed(`entry ${seq} (${entry.act}) says how the book is made up`);
    const inObject = entry.act === "state" && entry.objects.length > 0;
    if (inObject) for (const hash of entry.objects) await planObject(book, hash, plan);
    else if (entry.salt !== null) plan.entries.set(seq, null);
  }
}

async function planRecord(
  book: OpenBook,
  target: { record: string; field?: string },
  plan: Plan,
): Promise<void> {
  const { journal, objects, live, effects } = book.parts;
  const { redactions } = live.state;
  const evidence = new Evidence({ objects, redactions, codebook: book.codebook, warn: () => {} });
  const isTarget = (statement: Statement) =>
    statement.record === target.record && (target.field === undefined || statement.field === target.field);
  /** The object for what is left, undefined where nothing has to go. */
  const rest = async (statements: readonly Statement[]): Promise<string | null | undefined> => {
    const left = statements.filter(statement => !isTarget(statement));
    if (left.length === statements.length) return undefined;
    plan.statements += statements.length - left.length;
    if (left.length === 0) return null;
    return (await book.putAll([encodeStatements(left, effects.random(16))]))[0]!;
  };
  const planStanding = async (original: string | null, statements: readonly Statement[]) => {
    const standing = standingObject(redactions, original);
    if (standing === null || plan.objects.has(standing)) return;
    const replacement = await rest(statements);
    if (replacement !== undefined) plan.objects.set(standing, replacement);
  };
  for await (const { entry } of journal.read()) {
    if (entry.act === "facts")
      for (const [path, hash] of filesOf(entry)) {
        if (hash === null) continue;
        const brought = await evidence.ofFacts(path, hash, entry);
        if ("statements" in brought) await planStanding(hash, brought.statements);
      }
    else if (entry.act === "state") {
      const brought = await evidence.ofState(entry);
      if ("parquet" in brought) {
        if (plan.objects.has(brought.parquet)) continue;
        const { removed, replacement } = await withoutRows(objects, brought.parquet, target);
        if (removed > 0) plan.objects.set(brought.parquet, replacement);
        plan.statements += removed;
      } else if ("statements" in brought && entry.salt !== null && entry.objects.length === 0) {
        const replacement = await rest(brought.statements);
        if (replacement !== undefined) plan.entries.set(entry.seq, replacement);
      } else if ("statements" in brought)
        await planStanding(
          entry.salt === null ? (redactions.entries[entry.seq] ?? null) : entry.objects[0]!,
          brought.statements,
        );
    } else if (entry.act !== "redact" && JSON.stringify(entry.data).includes(JSON.stringify(target.record)))
      plan.mentions.push(entry.seq);
  }
}

function needed(what: string) {
  return refusal({
    code: "cannot-redact",
    message: `${what}; the book cannot be read without it`,
    hint: "redact the record or the object that holds the values",
  });
}

function nothingToRedact(options: RedactTarget) {
  const what =
    "object" in options
      ? `object ${options.object}`
      : "entry" in options
        ? `data in entry ${options.entry}`
        : `value of ${options.record}${options.field ? `, field ${options.field}` : ""}`;
  return fault({
    code: "nothing-to-redact",
    message: `the book holds no ${what}, or it has been redacted already`,
    hint: "custodes log lists the entries and their objects",
  });
}
