import {
  comparisonOfType,
  LINK_LEVELS,
  LINK_M,
  type LinkComparison,
  type LinkField,
} from "../../codebook/index.ts";
import type { Field, Kind } from "../../codebook/types.ts";
import type { Point } from "../../text/index.ts";
import { COMPARERS, type Reader } from "./comparers.ts";

/** A row of the wide view of a kind. */
export type WideRow = Readonly<Record<string, unknown>>;

/** A value as it is compared, and as it is shown. */
export interface Value {
  readonly text: string;
  readonly items: readonly string[];
  /** Ends of a period in days, or of a quantity. */
  readonly low: number;
  readonly high: number;
  /** What two records of a large book must share to be compared, where that is not its items. */
  readonly blocks?: readonly string[];
  /** Places, each with its point where the gazetteer knows it. */
  readonly named?: readonly { readonly name: string; readonly point: Point | null }[];
}

/** How two values of a kind's records are compared: a level from 0 up, -1 where they cannot be compared. */
export interface FieldComparison {
  readonly name: string;
  readonly as: LinkComparison;
  /** What each level means, from the lowest. */
  readonly levels: readonly string[];
  /** How often two records of one thing agree at each level. */
  readonly m: readonly number[];
  /** Does the lowest level keep two records apart? */
  readonly contradicts: boolean;
  /** Must both records state it before a rule may join them? */
  readonly needed: boolean;
  readonly read: (row: WideRow) => Value | null;
  readonly compare: (a: Value, b: Value) => number;
}

/** The comparisons of a kind as its codebook declares them, or by the types of the fields that identify it. Sensitive fields are left out. */
export function comparisonsOf(kind: Kind): FieldComparison[] {
  return (kind.compare ?? defaultsOf(kind)).flatMap(declared => {
    const fields = shown(kind, declared.fields);
    return fields.length === 0 ? [] : [comparisonFrom(declared, fields)];
  });
}

const shown = (kind: Kind, ids: readonly string[]): Field[] =>
  ids
    .map(id => kind.fields.find(field => field.id === id))
    .filter(field => field !== undefined && !field.sensitive) as Field[];

/** Each field by itself, but a name and its aliases as one set of names: any of one record against any of the other. */
function defaultsOf(kind: Kind): LinkField[] {
  const fields = shown(kind, kind.identify);
  const texts = fields.filter(({ type }) => type === "text");
  const names = texts.some(({ many }) => many) && texts.some(({ many }) => !many) ? texts : [];
  const one = (list: readonly Field[]): LinkField => ({ fields: list.map(({ id }) => id), needed: false });
  return [
    ...(names.length > 0 ? [one(names)] : []),
    ...fields.filter(field => !names.includes(field)).map(field => one([field])),
  ];
}

/** What is near where a codebook does not say. */
const NEAR_DAYS = 31;
const NEAR_KM = 30;

/** Comparisons whose lowest level can also mean the same thing told in other words. */
const FREE: readonly LinkComparison[] = ["name", "text", "place"];

function comparisonFrom(declared: LinkField, fields: readonly Field[]): FieldComparison {
  const as = declared.as ?? comparisonOfType(fields[0]!);
  const { read, compare, meanings } = COMPARERS[as];
  const reader: Reader = { fields, near: declared.near ?? (as === "place" ? NEAR_KM : NEAR_DAYS) };
  const { m, levelOf } = mergedLevels(as, declared.levels);
  const kept = [...new Set(levelOf)];
  return {
    // The country tells which town of the name is meant, and is no evidence of its own here.
    name: fields
      .filter(({ type }, at) => at === 0 || as !== "place" || type !== "country")
      .map(({ id }) => id)
      .join(" / "),
    as,
    // A merged level means the lowest of those that it stands for, and more.
    levels: kept.map(level => meanings(reader)[levelOf.indexOf(level)]!),
    m,
    contradicts: declared.contradicts ?? !FREE.includes(as),
    needed: declared.needed,
    read: row => read(row, reader),
    compare: (a, b) => {
      const level = compare(a, b, reader);
      return level < 0 ? -1 : levelOf[level]!;
    },
  };
}

/** m by the levels that are told apart, and which of them each level of the comparison counts as. */
function mergedLevels(
  as: LinkComparison,
  levels: LinkField["levels"],
): { m: readonly number[]; levelOf: readonly number[] } {
  const names: readonly string[] = LINK_LEVELS[as];
  if (levels === undefined) return { m: LINK_M[as], levelOf: names.map((_, at) => at) };
  let at = -1;
  const levelOf = names.map(name => (name in levels ? ++at : at));
  return { m: names.filter(name => name in levels).map(name => levels[name]!), levelOf };
}
