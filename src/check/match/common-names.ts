import { plainWords } from "./subject.ts";

const monthsAndDays = (language: string): string[] => {
  const day = (options: Intl.DateTimeFormatOptions, at: number) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(at);
  const DAY = 86_400_000;
  return [
    ...Array.from({ length: 12 }, (_, month) => day({ month: "long" }, Date.UTC(2024, month, 1))),
    ...Array.from({ length: 12 }, (_, month) => day({ month: "short" }, Date.UTC(2024, month, 1))),
    ...Array.from({ length: 7 }, (_, at) => day({ weekday: "long" }, Date.UTC(2024, 0, 1) + at * DAY)),
  ];
};

/** Words with a capital that narrow no count: months, days, and common titles; as plain words. */
export const COMMON_NAMES: readonly string[] = [
  ...["en", "es", "fr", "pt"].flatMap(monthsAndDays).flatMap(plainWords),
  ..."internet,un,world,i,ai,cctv,gps,covid,president,minister,prime,ministry,government,state,cold,war,west,western,earth".split(
    ",",
  ),
];
