import type { DomIndex } from "./dom-index.ts";

const nameParts = (names: string): string[] =>
  names
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);

/** Whether the maker of a page gave an element one of these names, as a whole part of its class or id. */
export const isCalled = (index: DomIndex, element: number, known: ReadonlySet<string>): boolean =>
  nameParts(index.elements[element]!.names).some(part => known.has(part));
