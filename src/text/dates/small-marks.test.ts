import { describe, expect, it } from "vitest";
import { readDates } from "./dates.ts";

const read = (text: string, language: string): string =>
  readDates(text, { language, date: "2019-08-05T10:00" })
    .map(({ text: found, timex }) => `${found} = ${timex}`)
    .join(" ; ");

describe("months in small letters and capitals", () => {
  it.each([
    ["en", "The 9th of may was warm.", "9th of may = 2019-05-09"],
    ["en", "It runs from may to october.", "from may to october = 2019-05/2019-10"],
    ["en", "It began at the end of march.", "the end of march = 2019-03"],
    ["en", "Open in the 3rd week of jan 2018.", "the 3rd week of jan 2018 = 2018-01-W03"],
    ["en", "They may march on.", ""],
    ["en", "18 and 19 may be late.", ""],
    ["nl", "Ik sprak met Jan de Vries.", ""],
    ["nl", "Het begon op 5 jan 2018.", "5 jan 2018 = 2018-01-05"],
    ["nl", "Het begon in jan.", "jan. = 2019-01"],
  ])("%s: %s", (language, text, expected) => {
    expect(read(text, language)).toBe(expected);
  });
});

describe("days glued to their months", () => {
  it.each([
    ["en", "Free on mar3.", "mar3 = 2019-03-03"],
    ["en", "Free on Apr4th and 6Apr only.", "Apr4th = 2019-04-04 ; 6Apr = 2019-04-06"],
    ["nl", "Van 04apr2019.", "04apr2019 = 2019-04-04"],
    ["en", "Due on Sep-1.", "Sep-1 = 2019-09-01"],
    ["en", "The gene SEP9 is known.", ""],
  ])("%s: %s", (language, text, expected) => {
    expect(read(text, language)).toBe(expected);
  });
});

describe("times and lengths of English and Dutch", () => {
  it.each([
    ["en", "We met at lunch yesterday.", "at lunch yesterday = 2019-08-04TMEL"],
    ["en", "At 2016-12-16T12:23:59 it fell.", "2016-12-16T12:23:59 = 2016-12-16T12:23:59"],
    ["en", "We met at five thirty pm.", "five thirty pm = 2019-08-05T17:30"],
    ["en", "No earlier than Tuesday.", "No earlier than Tuesday = 2019-07-30"],
    ["en", "Come as soon as tomorrow.", "as soon as tomorrow = 2019-08-06"],
    ["en", "He is back in two weeks' time.", "in two weeks' time = 2019-W34"],
    ["en", "In the month of September it fell.", "the month of September = 2018-09"],
    ["en", "It rose from Q1 to Q3 2018.", "from Q1 to Q3 2018 = 2018-Q1/2018-Q3"],
    ["en", "We come after the 15th.", "after the 15th = 2019-08-15"],
    ["en", "In 5 minutes.", "In 5 minutes = 2019-08-05T10:05"],
    ["en", "It grew in 5 minutes.", "5 minutes = PT5M"],
    ["nl", "half drie 's middags", "half drie 's middags = 2019-08-05T14:30"],
    ["nl", "om vijf voor half acht", "vijf voor half acht = 2019-08-05T07:25"],
    ["nl", "Het duurde tien uur en tien minuten.", "tien uur en tien minuten = PT10H10M"],
    ["nl", "Wij praten een uur met hem.", "een uur = PT1H"],
    ["nl", "Hij kwam om een uur.", "een uur = 2019-08-05T01:00"],
    ["nl", "Niet eerder dan dinsdag.", "Niet eerder dan dinsdag = 2019-07-30"],
    ["nl", "Zij kwam in de vroege ochtend.", "in de vroege ochtend = TMO"],
    ["nl", "In de maand september viel het.", "de maand september = 2018-09"],
  ])("%s: %s", (language, text, expected) => {
    expect(read(text, language)).toBe(expected);
  });

  it("bound a day before or after it as the words say", () => {
    const [only] = readDates("Open no earlier than 6 May 2019.", { language: "en" });
    expect([only?.start, only?.end]).toEqual(["2019-05-06", ""]);
  });
});
