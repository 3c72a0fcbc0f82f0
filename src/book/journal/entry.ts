import type { Problem } from "../../codebook/types.ts";
import { canonicalJson, sha256 } from "../canonical.ts";
import { fault } from "../errors.ts";
import type { Entry, Head } from "../types.ts";

/**
 * One line of the journal. `digest` seals the data with a salt, `hash` seals everything but the data and the salt. So
 * both can be destroyed later and the chain still verifies, and whoever guesses the data cannot prove the guess.
 */

/** `prev` of the first entry. */
export const GENESIS: Head = { seq: 0, hash: "0".repeat(64) };

const SALT_BYTES = 16;

export interface Draft {
  readonly by: string;
  readonly act: string;
  readonly data?: unknown;
  readonly objects?: readonly string[];
}

export interface SealOptions {
  readonly head: Head;
  readonly at: Date;
  readonly salt: Uint8Array;
}

/** Makes the entry that follows `head`. Throws a TypeError where the data is no JSON. */
export function seal(draft: Draft, { head, at, salt }: SealOptions): Entry {
  const body = {
    seq: head.seq + 1,
    at: at.toISOString(),
    by: draft.by,
    act: draft.act,
    data: draft.data ?? null,
    objects: draft.objects ?? [],
    salt: Buffer.from(salt.subarray(0, SALT_BYTES)).toString("hex"),
    prev: head.hash,
  };
  const digest = digestOf(body.data, body.salt);
  return { ...body, digest, hash: hashOf({ ...body, digest }) };
}

/** SHA-256 of the salt and the canonical JSON of the data. */
export function digestOf(data: unknown, salt: string): string {
  return sha256(salt + canonicalJson(data));
}

/** SHA-256 of the canonical JSON of what a redaction leaves. */
export function hashOf(entry: Omit<Entry, "hash" | "data" | "salt">): string {
  const { seq, at, by, act, objects, digest, prev } = entry;
  return sha256(canonicalJson({ seq, at, by, act, objects, digest, prev }));
}

/** The entry without its data, as a redaction leaves it. */
export function withoutData(entry: Entry): Entry {
  return { ...entry, data: null, salt: null };
}

/** The line of an entry, without the line end. Keys stand in the order in which a person wants to read them. */
export function encodeEntry(entry: Entry): string {
  const { seq, at, by, act, data, objects, salt, digest, prev, hash } = entry;
  const head = `{"seq":${seq},"at":${JSON.stringify(at)},"by":${JSON.stringify(by)},"act":${JSON.stringify(act)}`;
  const body = salt === null ? "" : `,"data":${canonicalJson(data)}`;
  const salted = salt === null ? "" : `,"salt":${JSON.stringify(salt)}`;
  return `${head}${body},"objects":${canonicalJson(objects)}${salted},"digest":"${digest}","prev":"${prev}","hash":"${hash}"}`;
}

/** What stands in a line: an entry, or what is wrong with it in a few words. */
export type ParsedLine = { readonly entry: Entry } | { readonly wrong: string };

/** Reads a line and checks everything that the line alone can tell, so that any changed bit in it is found. */
export function parseLine(line: Uint8Array): ParsedLine {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength);
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString());
  } catch {
    return { wrong: "it is no JSON" };
  }
  if (!isEntry(value)) return { wrong: "it lacks a field of an entry" };
  const entry: Entry = { ...value, data: value.data ?? null, salt: value.salt ?? null };
  // Only the one canonical spelling is accepted: a changed bit that JSON does not see would go unnoticed otherwise.
  if (!bytes.equals(Buffer.from(encodeEntry(entry)))) return { wrong: "it is not spelled canonically" };
  if (entry.salt !== null && digestOf(entry.data, entry.salt) !== entry.digest)
    return { wrong: "its data does not have its digest" };
  if (hashOf(entry) !== entry.hash) return { wrong: "it does not have its hash" };
  return { entry };
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  const { seq, at, by, act, objects, salt, digest, prev, hash } = value as Record<string, unknown>;
  return (
    Number.isSafeInteger(seq) &&
    [at, by, act].every(text => typeof text === "string") &&
    [digest, prev, hash].every(isSha256) &&
    Array.isArray(objects) &&
    objects.every(isSha256) &&
    (salt === undefined) === !("data" in value) &&
    (salt === undefined || typeof salt === "string")
  );
}

/** Is the value a SHA-256 as this book writes it? */
export function isSha256(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

/** Does `entry` follow `head`? Null, or the problem that names the entry. */
export function brokenLink(entry: Entry, head: Head): Problem | null {
  if (entry.seq === head.seq + 1 && entry.prev === head.hash) return null;
  return brokenEntry(
    head.seq + 1,
    entry.seq === head.seq + 1
      ? "it does not follow the entry before it"
      : `it says that it is entry ${entry.seq}`,
  );
}

/** The problem of a damaged entry. Entry n stands in line n. */
export function brokenEntry(seq: number, wrong: string): Problem {
  return {
    code: "broken-chain",
    file: "journal.jsonl",
    line: seq,
    message: `entry ${seq} of the journal is damaged: ${wrong}`,
    hint: "restore journal.jsonl from a copy; custodes verify tells which entries are sound",
  };
}

/** The entry of a line that must follow `head`. Throws a `UserError` that names the entry where it does not. */
export function soundEntry(line: Uint8Array, head: Head): Entry {
  const parsed = parseLine(line);
  if (!("entry" in parsed)) throw fault(brokenEntry(head.seq + 1, parsed.wrong));
  const broken = brokenLink(parsed.entry, head);
  if (broken) throw fault(broken);
  return parsed.entry;
}
