import { raw } from "hono/html";
import { inlineSvg, type Picture } from "../../../effect/index.ts";
import type { Html } from "../../html.ts";
import type { StudyData } from "../../load/study.ts";

/** A picture of the room of effects as part of a page; its text is escaped where it is made. */
export const Drawn = ({ picture, id }: { picture: Picture; id: string }): Html => (
  <>{raw(inlineSvg(picture, id))}</>
);

/** What a column of the panel is called. */
export const labelOf = (data: StudyData, column: string) =>
  data.panel.columns.find(({ name }) => name === column)?.label ?? column;
