import { expect, it } from "vitest";
import { readDates } from "./dates.ts";

// A Thursday.
const read = (text: string, language: string): string[] =>
  readDates(text, { language, date: "2025-11-13" }).map(
    ({ text: words, start, end }) => `${words} = ${start === end ? start : `${start}/${end}`}`,
  );

it.each([
  ["zh", "代表团上周五抵达", ["上周五 = 2025-11-07"]],
  ["zh", "将于下周三签署", ["下周三 = 2025-11-19"]],
  ["zh", "本周二移交了无人机", ["本周二 = 2025-11-11"]],
  ["zh", "下星期一开班", ["下星期一 = 2025-11-17"]],
  ["zh", "上周举行", ["上周 = 2025-11-03/2025-11-09"]],
  ["tr", "Kurs 11 Kasım Salı günü başladı", ["11 Kasım Salı günü = 2025-11-11"]],
  ["en", "It was signed on 4 November, Tuesday.", ["4 November, Tuesday = 2025-11-04"]],
  ["en", "In the last two quarters sales fell.", ["the last two quarters = 2025-04-01/2025-09-30"]],
  ["en", "The first two weeks of 2021 were quiet.", ["The first two weeks of 2021 = 2021-01-04/2021-01-17"]],
])(
  "days by their week and weekday, quarters and weeks of the calendar: %s, %s",
  (language, text, expected) => {
    expect(read(text, language)).toEqual(expected);
  },
);

it.each([
  ["cuma günleri saat 8'de", "XXXX-WXX-5T08:00"],
  ["ilk üç ay", "P3M"],
])(
  "weekdays in the plural come back in Turkish, and the first of several are a length: %s",
  (text, timex) => {
    expect(readDates(text, { language: "tr", date: "2025-11-13" }).map(d => d.timex)).toEqual([timex]);
  },
);
