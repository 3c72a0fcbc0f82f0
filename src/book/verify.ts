import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../codebook/types.ts";
import { bookEffects } from "./effects.ts";
import { diskError, isMissing } from "./errors.ts";
import { brokenEntry, brokenLink, GENESIS, parseLine } from "./journal/entry.ts";
import { JOURNAL_FILE } from "./journal/journal.ts";
import { linesOf, tailOf } from "./journal/lines.ts";
import { hashOfFile, OBJECTS_FOLDER, Objects } from "./journal/objects.ts";
import { foldRedaction, type Redactions } from "./journal/survey.ts";
import type { Entry, Head } from "./types.ts";

/** What a check of a book found. */
export interface VerifyReport {
  /** True where nothing was changed or lost. */
  readonly ok: boolean;
  readonly head: Head;
  /** Entries and objects that were read. */
  readonly entries: number;
  readonly objects: number;
  /** Redactions that the journal records, each with its reason. */
  readonly redactions: readonly { readonly seq: number; readonly at: string; readonly reason: string }[];
  readonly problems: readonly Problem[];
  /** Sound objects that no entry speaks of: left by a write that was interrupted before its entry. No damage. */
  readonly strays: readonly string[];
}

export interface VerifyOptions {
  /** Told what is being checked. */
  readonly progress?: (line: string) => void;
}

/** What the journal says about the objects. */
interface Claims {
  head: Head;
  entries: number;
  /** Object -> first entry that speaks of it. */
  readonly spoken: Map<string, number>;
  /** Entries whose line lacks its data. */
  readonly dataless: number[];
  readonly redactions: Redactions;
  readonly recorded: { seq: number; at: string; reason: string }[];
}

/**
 * Checks a whole book and changes nothing: the spelling, hash and link of every entry, and the hash of every object. Needs no
 * index, no lock and no trust. Every flipped bit in the journal or an object is a problem that names the entry or the object.
 */
export async function verifyBook(
  dir: string,
  { progress = () => {} }: VerifyOptions = {},
): Promise<VerifyReport> {
  const problems: Problem[] = [];
  progress("checking the journal ...");
  const claims = await verifyJournal(join(dir, JOURNAL_FILE), problems);
  const objects = new Objects(dir, bookEffects());
  const { objects: present, strange } = await objects.list();
  for (const [count, hash] of present.entries()) {
    if (count % 100 === 0) progress(`checking object ${count + 1} of ${present.length} ...`);
    await verifyObject(objects, hash, { claims, problems });
  }
  verifyPresence(present, claims, problems);
  for (const path of strange)
    problems.push({
      code: "strange-file",
      file: path,
      message: `${path} is no object of a book`,
      hint: "move it away",
    });
  const { head, entries, recorded } = claims;
  return {
    ok: problems.length === 0,
    head: { seq: head.seq, hash: head.hash },
    entries,
    objects: present.length,
    redactions: recorded,
    problems,
    strays: present.filter(hash => !claims.spoken.has(hash)),
  };
}

async function verifyJournal(path: string, problems: Problem[]): Promise<Claims> {
  const claims: Claims = {
    head: GENESIS,
    entries: 0,
    spoken: new Map(),
    dataless: [],
    redactions: { objects: {}, entries: {} },
    recorded: [],
  };
  const file = await openJournal(path, problems);
  if (file === null) return claims;
  try {
    const { size } = await file.stat();
    const { torn } = await tailOf(file, size);
    for await (const { bytes } of linesOf(file, 0, size)) {
      const seq = claims.entries + 1;
      claims.entries = seq;
      const parsed = parseLine(bytes);
      if ("entry" in parsed) takeEntry(parsed.entry, claims, problems);
      else {
        problems.push(brokenEntry(seq, parsed.wrong));
        // The next link cannot be checked against a damaged entry; its own number is what is expected of it.
        claims.head = { seq, hash: "" };
      }
    }
    if (torn.length > 0) problems.push(unended(claims.entries + 1, torn.length));
    if (claims.entries === 0) problems.push(brokenEntry(1, "it is missing"));
  } finally {
    await file.close();
  }
  for (const seq of claims.dataless)
    if (!Object.hasOwn(claims.redactions.entries, seq))
      problems.push(brokenEntry(seq, "its data is gone, and no redaction says why"));
  return claims;
}

async function openJournal(path: string, problems: Problem[]): Promise<FileHandle | null> {
  try {
    return await open(path, "r");
  } catch (error) {
    if (!isMissing(error)) throw diskError(error, path);
    problems.push({
      code: "no-book",
      file: path,
      message: "the folder holds no book (no journal.jsonl)",
      hint: "name another folder with --book",
    });
    return null;
  }
}

function takeEntry(entry: Entry, claims: Claims, problems: Problem[]): void {
  const afterDamage = claims.head.hash === "" && claims.head.seq > 0;
  const broken = brokenLink(entry, afterDamage ? { seq: claims.head.seq, hash: entry.prev } : claims.head);
  if (broken) problems.push(broken);
  claims.head = { seq: claims.entries, hash: entry.hash };
  for (const hash of entry.objects) if (!claims.spoken.has(hash)) claims.spoken.set(hash, entry.seq);
  if (entry.salt === null) claims.dataless.push(entry.seq);
  if (entry.act !== "redact") return;
  foldRedaction(claims.redactions, entry);
  const { reason } = (entry.data ?? {}) as { reason?: string };
  claims.recorded.push({ seq: entry.seq, at: entry.at, reason: reason ?? "" });
}

async function verifyObject(
  objects: Objects,
  hash: string,
  { claims, problems }: { claims: Claims; problems: Problem[] },
): Promise<void> {
  const file = `${OBJECTS_FOLDER}/${hash.slice(0, 2)}/${hash.slice(2)}`;
  const seq = claims.spoken.get(hash);
  const spoken = seq === undefined ? "" : `, which entry ${seq} speaks of`;
  if (Object.hasOwn(claims.redactions.objects, hash))
    problems.push({
      code: "unfinished-redaction",
      file,
      message: `object ${hash} has been redacted but is still there`,
      hint: "open the book once; that finishes the redaction",
    });
  if ((await hashOfFile(objects.path(hash))) === hash) return;
  problems.push({
    code: "damaged-object",
    file,
    message: `object ${hash}${spoken} is damaged: its bytes do not have its hash`,
    hint: "restore this file from a copy of the book",
  });
}

function verifyPresence(present: readonly string[], claims: Claims, problems: Problem[]): void {
  const there = new Set(present);
  for (const [hash, seq] of claims.spoken)
    if (!there.has(hash) && !Object.hasOwn(claims.redactions.objects, hash))
      problems.push({
        code: "missing-object",
        file: `${OBJECTS_FOLDER}/${hash.slice(0, 2)}/${hash.slice(2)}`,
        message: `object ${hash}, which entry ${seq} speaks of, is missing`,
        hint: "restore this file from a copy of the book",
      });
}

function unended(seq: number, bytes: number): Problem {
  return {
    code: "torn-line",
    file: JOURNAL_FILE,
    line: seq,
    message: `line ${seq} of the journal has no end (${bytes} bytes): entry ${seq} was interrupted or damaged`,
    hint: "if nothing else is wrong, open the book once; that mends it",
  };
}
