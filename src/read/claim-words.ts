import type { Claim } from "./types.ts";

type Worded = Pick<Claim, "text" | "told">;

/** A claim in words that stand for themselves: those of the text, or of a cell with its row and the head of its column. */
export const claimWords = ({ text, told }: Worded): string => told?.text ?? text;

/** The characters of a claim as a quotation; behind those of a cell, what they say in words. */
export const claimQuoted = ({ text, told }: Worded): string =>
  told ? `"${text}" (${told.text})` : `"${text}"`;
