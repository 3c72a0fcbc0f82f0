import type { Figure } from "../gather/types.ts";

type Dated = Pick<Figure, "end" | "asOf">;

const yearsAhead = ({ end, asOf }: Dated): number =>
  end === "" || asOf === "" ? 0 : Number(end.slice(0, 4)) - Number(asOf.slice(0, 4));

/** Money for years that had not come when it was told of is a budget or a promise. */
export const isBudget = (figure: Dated): boolean => yearsAhead(figure) > 0;

/** A number of things for more than the year to come is a target. A posting that ends next year is none. */
export const isTarget = (figure: Dated): boolean => yearsAhead(figure) > 1;
