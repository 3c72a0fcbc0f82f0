import type { Figure, Shelf } from "../gather/types.ts";
import { homesOf, withOwners } from "./subject.ts";

/** Those whom a figure is about, as the entities of a book have them. */
export interface FigureParties {
  /** With those they belong to. */
  readonly about: ReadonlySet<string>;
  /** States where these are at home. */
  readonly homes: ReadonlySet<string>;
  /** Sellers, buyers and states speak for themselves; so does a paper that only repeats them. */
  readonly interested: boolean;
}

/** A figure is held against many claims, and its parties are the same for as long as the entities stand. */
const PARTIES = new WeakMap<Shelf["entities"], WeakMap<Figure, FigureParties>>();

export function partiesOfFigure(figure: Figure, entities: Shelf["entities"]): FigureParties {
  const known = PARTIES.get(entities) ?? new WeakMap<Figure, FigureParties>();
  const found = known.get(figure);
  if (found) return found;
  PARTIES.set(entities, known);
  const about = withOwners(figure.about, entities);
  const made = { about, homes: homesOf(about, entities), interested: speaksForItself(figure, entities) };
  known.set(figure, made);
  return made;
}

function speaksForItself(figure: Figure, entities: Shelf["entities"]): boolean {
  if (figure.origin === "vendor-claim" || figure.origin === "government-claim") return true;
  const state = /^gov-([a-z]{3})$/.exec(figure.counter)?.[1]?.toUpperCase();
  const isCounter = (id: string) => id === figure.counter || id === state;
  const isParty = (id: string) => isCounter(id) || isCounter(entities.get(id)?.parent ?? "");
  return figure.about.some(isParty) || isParty(figure.place);
}
