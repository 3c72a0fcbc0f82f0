import { isSeries, parseFacts } from "../../codebook/facts/parse-facts.ts";
import type { Codebook, ParsedFacts, Problem, SeriesRow } from "../../codebook/types.ts";
import { fault } from "../errors.ts";
import type { Objects } from "../journal/objects.ts";
import { type Redactions, standingObject } from "../journal/survey.ts";
import type { Entry, Statement } from "../types.ts";
import { statementsOfRow } from "./facts.ts";
import { decodeStatement, decodeStatements } from "./statements.ts";

/** Data of a `state` entry: statements in it, or their number and the format of the object that holds them. */
export interface StateData {
  readonly count: number;
  readonly statements?: readonly unknown[];
  readonly format?: "statements" | "parquet";
}

/** What an entry brings: statements, a Parquet object of them, or nothing any more. */
export type Brought =
  | { readonly statements: readonly Statement[] }
  | { readonly parquet: string }
  | { readonly series: readonly SeriesRow[] };

export interface EvidenceOptions {
  readonly objects: Objects;
  readonly redactions: Redactions;
  readonly codebook: Codebook;
  readonly warn: (problem: Problem) => void;
  /** Facts that have just been parsed for checking, by SHA-256 and path, so that they are not parsed twice. */
  readonly parsed?: ReadonlyMap<string, ParsedFacts>;
}

/** First bytes of every Parquet file. */
const PARQUET_MAGIC = "PAR1";

/** Key of `parsed`: the same bytes under another name are another kind of facts. */
export const parsedKey = (hash: string, path: string) => `${hash} ${path}`;

/** Reads what entries bring, through the redactions. */
export class Evidence {
  private readonly options: EvidenceOptions;

  constructor(options: EvidenceOptions) {
    this.options = options;
  }

  /** What a `state` entry states. */
  async ofState(entry: Entry): Promise<Brought> {
    const { redactions } = this.options;
    if (entry.salt === null)
      return this.ofReplacement(standingObject(redactions, redactions.entries[entry.seq] ?? null));
    const data = entry.data as StateData;
    if (data.statements) return { statements: inlineStatements(entry, data.statements) };
    const object = entry.objects[0] ?? null;
    const standing = standingObject(redactions, object);
    if (standing === object && object !== null && data.format === "parquet") return { parquet: object };
    return this.ofReplacement(standing);
  }

  /** What a file of a `facts` entry states. */
  async ofFacts(path: string, hash: string, entry: Entry): Promise<Brought> {
    const standing = standingObject(this.options.redactions, hash);
    if (standing !== hash) return this.ofReplacement(standing);
    const facts = await this.parse(path, hash);
    if (isSeries(facts)) return { series: facts.rows };
    return {
      statements: facts.rows.flatMap(row => statementsOfRow(row, { kind: facts.kind, by: entry.by })),
    };
  }

  /** What stands in the place of something destroyed: what was left of it, in the form of its kind, or nothing. */
  private async ofReplacement(hash: string | null): Promise<Brought> {
    if (hash === null) return { statements: [] };
    if (await this.options.objects.startsWith(hash, PARQUET_MAGIC)) return { parquet: hash };
    const statements = decodeStatements(await this.bytes(hash));
    if (statements) return { statements };
    throw fault({
      code: "unreadable-object",
      message: `object ${hash} holds no statements that this version of Custodes can read`,
      hint: "use a newer version of Custodes, or run custodes verify",
    });
  }

  private async parse(path: string, hash: string): Promise<ParsedFacts> {
    const known = this.options.parsed?.get(parsedKey(hash, path));
    if (known) return known;
    const facts = parseFacts(this.options.codebook, path, Buffer.from(await this.bytes(hash)).toString());
    for (const problem of facts.problems) this.options.warn(problem);
    return facts;
  }

  private async bytes(hash: string): Promise<Uint8Array> {
    const bytes = await this.options.objects.get(hash);
    if (bytes) return bytes;
    throw fault({
      code: "missing-object",
      file: `objects/${hash.slice(0, 2)}/${hash.slice(2)}`,
      message: `object ${hash} is missing`,
      hint: "restore this file from a copy of the book, then run custodes verify",
    });
  }
}

function inlineStatements(entry: Entry, rows: readonly unknown[]): Statement[] {
  return rows.map(row => {
    const statement = decodeStatement(row);
    if (statement) return statement;
    throw fault({
      code: "unreadable-statement",
      file: "journal.jsonl",
      line: entry.seq,
      message: `entry ${entry.seq} holds a statement that this version of Custodes cannot read`,
      hint: "use a newer version of Custodes",
    });
  });
}
