import {
  type Attribution,
  findAttributions,
  findQuotations,
  readDates,
  readPlaces,
  readQuantities,
} from "../../text/index.ts";
import type { Document, Span } from "../types.ts";
import { hedgedDurations } from "./durations.ts";
import type { Sentence } from "./types.ts";

/** Hands out sorted items sentence by sentence in one pass over both. */
function dealer<T extends { readonly span: Span }>(items: readonly T[]): (span: Span) => readonly T[] {
  let next = 0;
  return span => {
    while (next < items.length && items[next]!.span[0] < span[0]) next++;
    let found: T[] | null = null;
    for (; next < items.length && items[next]!.span[0] < span[1]; next++) {
      const item = items[next]!;
      if (item.span[1] > span[1]) continue;
      if (found === null) found = [item];
      else found.push(item);
    }
    return found ?? NONE;
  };
}

/** Most sentences have none of a sort. */
const NONE: readonly never[] = [];

/** Everything found in a whole text, dealt out sentence by sentence. */
export interface Dealers {
  readonly quantities: (span: Span) => Sentence["quantities"];
  readonly dates: (span: Span) => Sentence["dates"];
  readonly places: (span: Span) => Sentence["places"];
  /** Does the name of a place begin here? */
  readonly isPlaceAt: (at: number) => boolean;
  readonly quotes: (span: Span) => Sentence["quotes"];
  readonly attributions: (span: Span) => readonly Attribution[];
}

export function dealersOf({ text, language, published }: Document): Dealers {
  const options = { language, date: published };
  const dates = readDates(text, options);
  const read = readQuantities(text, options);
  const numbered = new Set(read.map(({ span }) => span[1]));
  const quantities = [
    ...read,
    ...hedgedDurations(text, dates, language).filter(({ span }) => !numbered.has(span[1])),
  ];
  const places = readPlaces(text, options);
  const starts = new Set(places.map(({ span }) => span[0]));
  const quotes = findQuotations(text, language).map(({ span, inner }) => ({ span, words: inner }));
  return {
    quantities: dealer(quantities.sort((a, b) => a.span[0] - b.span[0])),
    dates: dealer(dates),
    places: dealer(places),
    isPlaceAt: at => starts.has(at),
    quotes: dealer(quotes),
    attributions: dealer(findAttributions(text, language)),
  };
}
