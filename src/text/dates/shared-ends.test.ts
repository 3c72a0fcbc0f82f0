import { describe, expect, it } from "vitest";
import { readDates } from "./dates.ts";

const read = (text: string, language: string, date: string | undefined = "2018-06-07"): string[] =>
  readDates(text, { language, ...(date && { date }) }).map(
    d => `${d.text} = ${d.timex} [${d.start},${d.end}]`,
  );
const values = (text: string, language: string): string[] =>
  readDates(text, { language, date: "2018-06-07" }).map(d => d.timex);

describe("what stands at one end of a list holds for its other members", () => {
  it.each([
    ["en", "in September and November 2016", ["2016-09", "2016-11"]],
    ["en", "in December and January 2017", ["2016-12", "2017-01"]],
    ["en", "on 3 May, 12 June and 4 July 2016", ["2016-05-03", "2016-06-12", "2016-07-04"]],
    ["en", "on Monday or Tuesday next week", ["2018-06-11", "2018-06-12"]],
    ["en", "Monday and last Friday", ["2018-06-04", "2018-06-01"]],
    ["fr", "lundi, mercredi et vendredi de la semaine prochaine", ["2018-06-11", "2018-06-13", "2018-06-15"]],
    ["ru", "в сентябре и ноябре 2017 года", ["2017-09", "2017-11"]],
    ["ar", "في سبتمبر ونوفمبر 2018", ["2018-09", "2018-11"]],
    ["ar", "في 2017 و2018", ["2017", "2018"]],
    ["zh", "2016年9月、11月", ["2016-09", "2016-11"]],
    ["zh", "3月5日、7日", ["2018-03-05", "2018-03-07"]],
    ["ko", "2017년 3월과 5월", ["2017-03", "2017-05"]],
  ])("%s: %s", (language, text, found) => {
    expect(values(text, language)).toEqual(found);
  });
});

describe("ranges with unlike ends", () => {
  it.each([
    ["en", "Nov-Feb 5th, 2017", "2016-11/2017-02-05 [2016-11-01,2017-02-05]"],
    ["en", "from 5/1-5/7, 2020", "2020-05-01/2020-05-07 [2020-05-01,2020-05-07]"],
    ["en", "from the middle of 2007 to the end of 2008", "2007/2008 [2007-07-02,2008-12-31]"],
    ["en", "less than 3 days after tomorrow", "2018-06-08/2018-06-11 [2018-06-08,2018-06-11]"],
    ["ar", "بين سبتمبر ونوفمبر", "2017-09/2017-11 [2017-09-01,2017-11-30]"],
  ])("%s: %s", (language, text, value) => {
    expect(read(text, language)).toEqual([`${text} = ${value}`]);
  });
});

describe("years told in other ways", () => {
  it.each([
    ["en", "FY18", "2018 [2018-01-01,2018-12-31]"],
    ["en", "FY2017-18", "2017/2018 [2017-01-01,2018-12-31]"],
    ["fr", "FY2018", "2018 [2018-01-01,2018-12-31]"],
    ["en", "school year '18", "2018 [2018-01-01,2018-12-31]"],
    ["en", "<= 2019", "2019 [,2019-12-31]"],
    ["fr", "avant 2018", "2018 [,2017-12-31]"],
    ["es", "antes de 2018", "2018 [,2017-12-31]"],
    ["de", "vor 2018", "2018 [,2017-12-31]"],
    ["fr", "août de l'année dernière", "2017-08 [2017-08-01,2017-08-31]"],
    ["pt", "7 de maio do ano que vem", "2019-05-07 [2019-05-07,2019-05-07]"],
    ["ar", "7 مايو من العام المقبل", "2019-05-07 [2019-05-07,2019-05-07]"],
  ])("%s: %s", (language, text, value) => {
    expect(read(text, language)).toEqual([`${text} = ${value}`]);
  });

  it.each(["He was killed in 211.", "Room 18 and 211, in 363.", "It trained 211 officers, in 300."])(
    "a number of three digits is no year in a text of our time: %s",
    text => {
      expect(read(text, "en")).toEqual([]);
    },
  );

  it("in a text without a day of publication it may be one", () => {
    const years = (text: string, language: string) => readDates(text, { language }).map(({ timex }) => timex);
    expect(years("He was killed in 363.", "en")).toEqual(["0363"]);
    expect(years("Il fut tué en 363.", "fr")).toEqual(["0363"]);
    expect(years("It trained 211 officers in 300 towns.", "en")).toEqual([]);
  });

  it("with an era mark it is", () => {
    expect(values("He was killed in 211 AD.", "en")).toEqual(["0211"]);
  });

  it("a day that no month has keeps its words and gets no day", () => {
    expect(read("on 30 February 2019", "en")).toEqual(["30 February 2019 = 2019-02-30 [,]"]);
  });
});

describe("lengths of Arabic", () => {
  it.each([
    ["خلال السنوات الخمس الماضية", "P5Y [2013-06-07,2018-06-06]"],
    ["العامين الماضيين", "P2Y [2016-06-07,2018-06-06]"],
    ["قبل عام", "2017 [2017-01-01,2017-12-31]"],
    ["ساعة ونصف", "PT1.5H [,]"],
    ["مساء الأربعاء", "2018-06-06TEV [2018-06-06,2018-06-06]"],
  ])("%s", (text, value) => {
    expect(read(text, "ar")).toEqual([`${text} = ${value}`]);
  });

  it("a unit alone is no length where nothing asks for one", () => {
    expect(read("في يوم ماطر", "ar")).toEqual([]);
  });
});

describe("meals and parts of a day that is named behind", () => {
  it.each([
    ["en", "after dinner", "TMED [,]"],
    ["es", "alrededor de la cena", "TMED [,]"],
    ["en", "the night of March 4", "2018-03-04TNI [2018-03-04,2018-03-04]"],
    ["fr", "la nuit du 4 mars", "2018-03-04TNI [2018-03-04,2018-03-04]"],
  ])("%s: %s", (language, text, value) => {
    expect(read(text, language)).toEqual([`${text} = ${value}`]);
  });

  it("a meal that nothing leads to is no time", () => {
    expect(read("They had dinner with officers.", "en")).toEqual([]);
  });
});

describe("a year, or a day, that stands before what it places", () => {
  it.each([
    ["tr", "gelecek yıl 7 Mayıs", "2019-05-07 [2019-05-07,2019-05-07]"],
    ["tr", "2017'nin 2. yarısı", "2017-H2 [2017-07-01,2017-12-31]"],
    ["hi", "पिछले साल अगस्त", "2017-08 [2017-08-01,2017-08-31]"],
    ["tr", "dünden iki gün önce", "2018-06-04 [2018-06-04,2018-06-04]"],
    ["tr", "on dokuz Mayıs", "2018-05-19 [2018-05-19,2018-05-19]"],
  ])("%s: %s", (language, text, value) => {
    expect(read(text, language)).toEqual([`${text} = ${value}`]);
  });
});

describe("hours and lengths told by the same word", () => {
  it.each([
    ["nl", "anderhalf uur", "PT1.5H [,]"],
    ["nl", "1 uur en 30 minuten", "PT1H30M [,]"],
    ["nl", "minder dan 2 uur", "PT2H [,]"],
    ["nl", "van 4 tot 5 uur", "2018-06-07T04:00/2018-06-07T05:00 [2018-06-07,2018-06-07]"],
    ["fr", "midi et demi", "2018-06-07T12:30 [2018-06-07,2018-06-07]"],
  ])("%s: %s", (language, text, value) => {
    expect(read(text, language)).toEqual([`${text} = ${value}`]);
  });
});

describe("short weekdays of Portuguese that are ordinals too", () => {
  it.each([
    ["de segunda a sexta", ["2018-06-04/2018-06-08"]],
    ["sexta passada", ["2018-06-01"]],
    ["quarta à noite", ["2018-06-06TNI"]],
    ["a quarta parte das câmeras", []],
    ["na segunda semana", []],
  ])("%s", (text, found) => {
    expect(values(text, "pt")).toEqual(found);
  });
});

describe("days told from publication by their name", () => {
  it.each([
    ["es", "el pasado 20 de diciembre", "2017-12-20 [2017-12-20,2017-12-20]"],
    ["es", "el próximo 12 de octubre", "2018-10-12 [2018-10-12,2018-10-12]"],
    ["es", "la noche del 4 de marzo", "2018-03-04TNI [2018-03-04,2018-03-04]"],
    ["zh", "七月的第一个星期五", "2018-07-06 [2018-07-06,2018-07-06]"],
    ["ja", "来月の第一月曜日", "2018-07-02 [2018-07-02,2018-07-02]"],
    ["zh", "去年圣诞节", "2017-12-25 [2017-12-25,2017-12-25]"],
    ["zh", "一个半小时", "PT1.5H [,]"],
  ])("%s: %s", (language, text, value) => {
    expect(read(text, language)).toEqual([`${text} = ${value}`]);
  });

  it("周三 behind 下周二 is of the same week", () => {
    expect(values("下周二或周三", "zh")).toEqual(["2018-06-12", "2018-06-13"]);
  });
});
