import { text as literal, name } from "../../book/index/sql-text.ts";
import type { Field, Kind } from "../../codebook/types.ts";

/** Values of a list. */
export const list = (values: readonly string[]): string => values.map(literal).join(", ");

/** One selection for each value: of a list of values the engine reads every block between the least and the greatest. */
const union = (values: readonly string[], select: (value: string) => string): string =>
  values.map(value => select(literal(value))).join(" UNION ALL ");

/** Records that hold one of the values. */
export const posted = (kind: Kind, values: readonly string[]): string =>
  `id IN (${union(values, value => `SELECT record FROM base.posting WHERE kind = ${literal(kind.id)} AND value = ${value}`)})`;

/** A field holds one of the values. */
export const holdsOne = ({ id, many }: Field, values: readonly string[]): string =>
  values.length === 0
    ? "FALSE"
    : many
      ? `list_has_any(${name(id)}, [${list(values)}])`
      : `${name(id)} IN (${list(values)})`;
