import type { Figure } from "../gather/types.ts";
import { plainWords } from "./words.ts";

/** An office with the name of whoever holds it, as notes of figures have it ("minister Wang Xiaohong"). */
const OFFICIAL =
  /\b(?:minister|president|chief|director|commissioner|mayor|spokes\p{L}+|secretary|ambassador|governor|general|colonel)\s+((?:\p{Lu}[\p{L}'’-]+\s*){2,3})/u;

const NAMES = new WeakMap<Figure, readonly string[]>();

/** Plain words of the name of the official who gave a figure; empty where its note names none. */
function officialOf(figure: Figure): readonly string[] {
  const known = NAMES.get(figure) ?? plainWords(OFFICIAL.exec(figure.note)?.[1]?.trim() ?? "");
  NAMES.set(figure, known);
  return known;
}

/** Is a speaker the official who gave the figure? */
export function isVoiceOf(figure: Figure, speaker: string): boolean {
  const name = officialOf(figure);
  if (name.length < 2) return false;
  const said = new Set(plainWords(speaker));
  return name.every(word => said.has(word));
}
