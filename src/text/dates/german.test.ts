import { describe, expect, it } from "vitest";
import { readDates } from "./dates.ts";

// A Monday.
const read = (text: string, language = "de"): string =>
  readDates(text, { language, date: "2016-11-07T16:12" })
    .map(d => `${d.text} = ${d.timex}`)
    .join("; ");

describe("days and periods of German reports", () => {
  it.each([
    ["letztes Jahr im Mai", "letztes Jahr im Mai = 2015-05"],
    ["1.-5. Mai", "1.-5. Mai = 2017-05-01/2017-05-05"],
    ["am letzten Tag des Jahres", "letzten Tag des Jahres = 2016-12-31"],
    ["in den ersten drei Monaten des Jahres", "den ersten drei Monaten des Jahres = P3M"],
    ["am Abend des 4. Mai", "am Abend des 4. Mai = 2017-05-04TEV"],
    ["in den Neunzigerjahren", "den Neunzigerjahren = 199"],
    ["vor einer Viertelstunde", "vor einer Viertelstunde = 2016-11-07T15:57"],
    ["im Vorjahr", "im Vorjahr = 2015"],
    ["im Jahr 2010 und im Jahr darauf", "im Jahr 2010 = 2010; im Jahr darauf = 2011"],
    ["montags um 8 Uhr", "montags um 8 Uhr = XXXX-WXX-1T08:00"],
  ])("%s", (text, found) => {
    expect(read(text)).toBe(found);
  });
});

it.each([
  ["viertel acht", "viertel acht = 2016-11-07T07:15"],
  ["um dreiviertel acht", "dreiviertel acht = 2016-11-07T07:45"],
  ["fünf vor zwölf", "fünf vor zwölf = 2016-11-07T11:55"],
  ["zwölf Uhr mittags", "zwölf Uhr mittags = 2016-11-07T12:00"],
  ["heute Nacht um drei", "heute Nacht um drei = 2016-11-07T03:00"],
])("times of day as they are said in German: %s", (text, found) => {
  expect(read(text)).toBe(found);
});

describe("a night between two days is that of the first", () => {
  it.each([
    ["de", "in der Nacht zum Montag", "in der Nacht zum Montag = 2016-11-06TNI"],
    ["de", "in der Nacht vom 4. auf den 5. Mai", "in der Nacht vom 4. auf den 5. Mai = 2017-05-04TNI"],
    ["de", "in der Nacht", "in der Nacht = TNI"],
    ["nl", "in de nacht van zondag op maandag", "de nacht van zondag op maandag = 2016-11-06TNI"],
    ["nl", "de nacht van 4 op 5 mei", "de nacht van 4 op 5 mei = 2017-05-04TNI"],
  ])("%s: %s", (language, text, found) => {
    expect(read(text, language)).toBe(found);
  });
});

it.each([
  ["2016-11-07", "2016-W44-WE"],
  ["2016-11-10", "2016-W45-WE"],
])("the weekend is the one behind early in the week, and the one ahead late in it (%s)", (date, timex) => {
  expect(readDates("Het weekend was lang.", { language: "nl", date })[0]?.timex).toBe(timex);
});
