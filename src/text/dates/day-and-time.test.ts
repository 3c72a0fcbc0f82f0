import { describe, expect, it } from "vitest";
import { readDates } from "./dates.ts";

/** Thursday. */
const read = (text: string, language: string): string[] =>
  readDates(text, { language, date: "2018-11-29T10:00:00" }).map(d => `${d.text} = ${d.timex}`);

describe("a day and its time are one moment", () => {
  it.each([
    ["en", "5pm on Monday of next week", "2018-12-03T17:00"],
    ["en", "the 12th at 5pm", "2018-11-12T17:00"],
    ["en", "two days from now at 5pm", "2018-12-01T17:00"],
    ["en", "today at 9p", "2018-11-29T21:00"],
    ["en", "tonight at 9 pm", "2018-11-29T21:00"],
    ["en", "Sunday at 8:00 early morning", "2018-11-25T08:00"],
    ["en", "the night of Monday", "2018-11-26TNI"],
    ["en", "before around 2pm today", "2018-11-29T14:00"],
    ["en", "tomorrow, 13/04/21, at 7 PM CET", "2021-04-13T19:00"],
    ["fr", "dans deux jours à 17h", "2018-12-01T17:00"],
    ["fr", "le 12 de 14 à 16", "2018-11-12T14:00/2018-11-12T16:00"],
    ["fr", "17h 27 déc", "2018-12-27T17:00"],
    ["fr", "lundi soir dernier", "2018-11-26TEV"],
    ["nl", "morgen 17.00-19.00", "2018-11-30T17:00/2018-11-30T19:00"],
    ["nl", "20.30 vandaag", "2018-11-29T20:30"],
    ["nl", "woensdagavond volgende week", "2018-12-05TEV"],
    ["en", "please schedule it for Monday at 2.30", "2018-12-03T02:30"],
    ["de", "am 12. um 5 Uhr", "2018-11-12T05:00"],
    ["de", "um 2 Uhr nachts", "2018-11-29T02:00"],
    ["de", "um 11 Uhr nachts", "2018-11-29T23:00"],
    ["de", "am siebten zwölften", "2018-12-07"],
    ["en", "the 27th", "2018-11-27"],
    ["de", "Freitag 6.7. um 17 Uhr", "2018-07-06T17:00"],
    ["es", "el 12 a las 5 de la tarde", "2018-11-12T17:00"],
  ])("%s: %s", (language, text, value) => {
    const [only, ...others] = readDates(text, { language, date: "2018-11-29T10:00:00" });
    expect([only!.timex, others.length]).toEqual([value, 0]);
    expect(text.endsWith(only!.text)).toBe(true);
  });

  it.each([
    ["en", "January 16th between 830am ET and 9am ET", "2019-01-16T08:30/2019-01-16T09:00"],
    ["en", "6/4 between 9.30-4.30pm", "2018-06-04T09:30/2018-06-04T16:30"],
    ["en", "14th Feb from 9:30am for 7 hours", "2019-02-14T09:30/2019-02-14T16:30"],
    ["en", "Friday 3pm to Saturday 5pm", "2018-11-23T15:00/2018-11-24T17:00"],
    ["en", "2/29-3/1/2020", "2020-02-29/2020-03-01"],
    ["en", "10-1-2018-10-7-2018", "2018-10-01/2018-10-07"],
    ["en", "between now and Friday", "2018-11-29/2018-11-30"],
    ["nl", "tussen negen en zeventien april", "2019-04-09/2019-04-17"],
  ])("%s: from one time to another: %s", (language, text, value) => {
    expect(read(text, language)).toEqual([`${text} = ${value}`]);
  });

  it("a sentence that ends with an ordinal does not take the time of the next", () => {
    expect(read("Es endet am 12. Um 5 Uhr kam er.", "de").length).toBe(2);
  });
});

describe("what stands beside a date is told from what belongs to it", () => {
  it.each([
    ["en", "on 1 January 2016 and after my work is done", "1 January 2016"],
    ["en", "early every other day", "every other day"],
    ["fr", "le 1er janvier 2016 et après que j'ai fini", "1er janvier 2016"],
    ["fr", "Que s'est-il passé lundi", "lundi"],
    ["fr", "Il a passé trois jours à Paris", "trois jours"],
    ["nl", "Ik ben om 7 uur terug", "7 uur"],
    ["nl", "Ik ga over 3 dagen terug", "over 3 dagen"],
    ["nl", "Het begon 3 dagen terug", "3 dagen terug"],
  ])("%s: %s", (language, text, found) => {
    expect(readDates(text, { language, date: "2018-11-29" }).map(d => d.text)).toEqual([found]);
  });

  it("a year behind a sentence's 'or later' is open, with a word behind it as well", () => {
    expect(read("2018 of later open", "nl")).toEqual(["2018 of later = 2018"]);
  });
});

describe("units in their plural are no single period", () => {
  it.each([
    ["fr", "pendant les prochains jours", "prochains jours = PXD"],
    ["fr", "les quatre derniers mois de 2021", "les quatre derniers mois de 2021 = P4M"],
    ["nl", "gedurende de komende dagen", "komende dagen = PXD"],
    ["es", "en los 2 próximos meses", "los 2 próximos meses = P2M"],
    ["nl", "rond 17 volgende week", "volgende week = 2018-W49"],
    ["fr", "ce mois d'août", "ce mois d'août = 2018-08"],
    ["en", "this year 2016", "this year 2016 = 2016"],
    ["fr", "moins de 2h", "moins de 2h = PT2H"],
    ["en", "May twenty-second", "May twenty-second = 2019-05-22"],
    ["en", "the first Friday in July 2019", "the first Friday in July 2019 = 2019-07-05"],
    ["en", "the day before Christmas", "the day before Christmas = 2018-12-24"],
    ["en", "every Monday morning", "every Monday morning = XXXX-WXX-1TMO"],
  ])("%s: %s", (language, text, found) => {
    expect(read(text, language)).toEqual([found]);
  });
});
