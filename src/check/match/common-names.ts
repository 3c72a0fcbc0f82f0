import { plainWords } from "./subject.ts";

const DAY = 86_400_000;

function monthsAndDays(language: string): string[] {
  const words = (options: Intl.DateTimeFormatOptions, days: readonly number[]) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
    return days.map(day => format.format(day));
  };
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1));
  const week = Array.from({ length: 7 }, (_, at) => Date.UTC(2024, 0, 1) + at * DAY);
  return [
    ...words({ month: "long" }, months),
    ...words({ month: "short" }, months),
    ...words({ weekday: "long" }, week),
  ];
}

const TITLES =
  "internet,un,world,i,ai,cctv,gps,covid,president,minister,prime,ministry,government,state,cold,war,west,western,earth".split(
    ",",
  );

let known: ReadonlySet<string> | null = null;

/** Is a plain word one with a capital that narrows no count: a month, a day, or a common title? The words are made when first asked for. */
export function isCommonName(word: string): boolean {
  known ??= new Set([...["en", "es", "fr", "pt"].flatMap(monthsAndDays).flatMap(plainWords), ...TITLES]);
  return known.has(word);
}
