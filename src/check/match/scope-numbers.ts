import { readQuantities } from "../../text/index.ts";
import type { Figure } from "../gather/types.ts";

/** A number that stands in the scope of a figure ("1,417 officers", of "68 courses"). */
export interface ScopeNumber {
  readonly value: number;
  readonly unit: string;
  readonly qualifier: string;
  /** The scope says nothing else, which could be a part of what is counted. */
  readonly sure: boolean;
}

const FOUND = new WeakMap<Figure, readonly ScopeNumber[]>();

/** The numbers of a figure's scope, each with a part of its own ("30 countries, nine years"). */
export function scopeNumbers(figure: Figure): readonly ScopeNumber[] {
  const known = FOUND.get(figure) ?? find(figure.population);
  FOUND.set(figure, known);
  return known;
}

function find(population: string): ScopeNumber[] {
  const parts = population
    .split(/[;,](?!\d{3})|\band\b/)
    .map(part => part.trim())
    .filter(part => part !== "");
  const found = parts.map(numberOf);
  const sure = found.every(each => each !== null);
  return found.flatMap(each => (each ? [{ ...each, sure }] : []));
}

/** A part that is a number with its noun and no more ("over 150 countries"). */
function numberOf(part: string): Omit<ScopeNumber, "sure"> | null {
  const [only, ...more] = readQuantities(part, { language: "en" });
  if (!only || more.length > 0 || only.high !== null || only.unit === "") return null;
  if (only.span[0] > 0 || only.span[1] < part.length) return null;
  return { value: only.value, unit: only.unit, qualifier: only.qualifier };
}
