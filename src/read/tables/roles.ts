import type { Frame } from "../frames/types.ts";
import type { ReadCell } from "./columns.ts";
import type { ColumnField } from "./heads.ts";
import type { Row, Shown } from "./rows.ts";

/** A part that a column plays in what a frame tells of. */
export interface ColumnRole {
  readonly frame: Frame;
  readonly role: string;
}

/** The parts of frames that fields of kinds are for. */
export const rolesOfFields = (fields: readonly ColumnField[], frames: readonly Frame[]): ColumnRole[] =>
  frames.flatMap(frame =>
    Object.entries(frame.fields).flatMap(([role, field]) =>
      fields.some(each => each.kind === frame.kind && each.field === field) ? { frame, role } : [],
    ),
  );

/** The parts that the column of a cell plays, by its heads. */
export function rolesOfColumn({ columns, known }: Shown, row: Row, { cell }: ReadCell): ColumnRole[] {
  const column = columns.columns[row.cells.findIndex(each => each?.cell === cell)];
  const fields = column?.heads.flatMap(head => head.fields) ?? [];
  return fields.length === 0 ? [] : rolesOfFields(fields, known.lexicon.frames);
}
