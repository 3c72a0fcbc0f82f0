import { describe, expect, it } from "vitest";
import { readDates } from "./dates.ts";

const read = (text: string, language: string, date: string | undefined = "2023-06-15"): string[] =>
  readDates(text, { language, ...(date && { date }) }).map(
    d => `${d.text} = ${d.timex} [${d.start},${d.end}]`,
  );

describe("periods up to now and from a beginning", () => {
  it.each([
    ["en", "from 2010 to the present", "from 2010 to the present = 2010/2023-06-15 [2010-01-01,2023-06-15]"],
    ["fr", "de 2010 à nos jours", "de 2010 à nos jours = 2010/2023-06-15 [2010-01-01,2023-06-15]"],
    ["de", "von 2010 bis heute", "von 2010 bis heute = 2010/2023-06-15 [2010-01-01,2023-06-15]"],
    ["zh", "自2010年至今", "自2010年至今 = 2010/2023-06-15 [2010-01-01,2023-06-15]"],
  ])("%s: %s", (language, text, found) => {
    expect(read(text, language)).toEqual([found]);
  });

  it("without a day of publication such a period stays open", () => {
    const [found] = readDates("from 2010 to date", { language: "en" });
    expect([found?.start, found?.end]).toEqual(["2010-01-01", ""]);
  });

  it.each([
    ["en", "for two years from January 2019", "2019-01/2020-12 [2019-01-01,2020-12-31]"],
    ["en", "from 1 March 2019 for two years", "2019-03-01/2021-02-28 [2019-03-01,2021-02-28]"],
    ["fr", "pour trois ans à compter du 1er mars 2019", "2019-03-01/2022-02-28 [2019-03-01,2022-02-28]"],
    ["es", "por tres años a partir del 1 de marzo de 2019", "2019-03-01/2022-02-28 [2019-03-01,2022-02-28]"],
    ["en", "from 10 am for 3 hours 30 minutes", "2023-06-15T10:00/2023-06-15T13:30 [2023-06-15,2023-06-15]"],
  ])("%s: a length laid off from its beginning: %s", (language, text, value) => {
    expect(read(text, language)).toEqual([`${text} = ${value}`]);
  });

  it("what is left of a period begins with the day of publication", () => {
    expect(read("the rest of the year", "en")).toEqual([
      "the rest of the year = 2023 [2023-06-15,2023-12-31]",
    ]);
  });
});

describe("a unit that only one of two words has beside it", () => {
  it.each([
    ["en", "this year and next", ["2023", "2024"]],
    ["en", "this or next year", ["2023", "2024"]],
    ["fr", "cette semaine ou la prochaine", ["2023-W24", "2023-W25"]],
    ["es", "este año y el próximo", ["2023", "2024"]],
  ])("%s: %s", (language, text, values) => {
    expect(readDates(text, { language, date: "2023-06-15" }).map(d => d.timex)).toEqual(values);
  });

  it("a next thing is no next year", () => {
    expect(readDates("this year and next door", { language: "en", date: "2023-06-15" })).toHaveLength(1);
  });
});

describe("other periods", () => {
  it.each([
    ["en", "within 10 business days", "within 10 business days = P10BD [2023-06-15,2023-06-28]"],
    ["en", "H1 2020", "H1 2020 = 2020-H1 [2020-01-01,2020-06-30]"],
    ["en", "the week of the 18th", "the week of the 18th = 2023-W24 [2023-06-12,2023-06-18]"],
    ["en", "in the summer, they met", "the summer = 2023-SU [2023-06-01,2023-08-31]"],
    ["es", "abril del 87", "abril del 87 = 1987-04 [1987-04-01,1987-04-30]"],
    [
      "en",
      "Wednesday evening next week",
      "Wednesday evening next week = 2023-06-21TEV [2023-06-21,2023-06-21]",
    ],
    [
      "en",
      "from May to September, it will",
      "from May to September = 2023-05/2023-09 [2023-05-01,2023-09-30]",
    ],
    ["zh", "二〇一九年", "二〇一九年 = 2019 [2019-01-01,2019-12-31]"],
    ["ja", "二〇十九年五月", "二〇十九年五月 = 2019-05 [2019-05-01,2019-05-31]"],
  ])("%s: %s", (language, text, found) => {
    expect(read(text, language)).toEqual([found]);
  });

  it.each(["the fall of the regime", "in the fall of Kabul", "to spring into action", "on 5 May, 65 people"])(
    "no season and no year in: %s",
    text => {
      expect(read(text, "en").filter(d => /-(?:SP|FA)|1965/.test(d))).toEqual([]);
    },
  );
});

describe("words that join two dates", () => {
  it.each([
    ["fr", "les ventes de 2010 et 2011", ["2010", "2011"]],
    ["fr", "entre 2010 et 2011", ["2010/2011"]],
    ["ru", "в 2018 и 2019 годах", ["2018", "2019"]],
    ["ru", "между 2018 и 2019 годами", ["2018/2019"]],
    ["tr", "2010 ve 2011", ["2010", "2011"]],
    ["tr", "2014 ile 2018 arasında", ["2014/2018"]],
  ])("%s: %s", (language, text, values) => {
    expect(readDates(text, { language }).map(d => d.timex)).toEqual(values);
  });

  it.each([
    ["fr", "2018 ou plus tard", "2018"],
    ["de", "die 1990er Jahre", "199"],
    ["it", "gli anni '90", "199"],
    ["de", "im 21. Jahrhundert", "20"],
    ["pt", "todas as segundas-feiras", "XXXX-WXX-1"],
    ["fr", "les quatre derniers mois de 2021", "P4M"],
    ["es", "3 semanas a partir de mañana", "2023-07-07"],
  ])("%s: %s", (language, text, value) => {
    expect(readDates(text, { language, date: "2023-06-15" }).map(d => d.timex)).toEqual([value]);
  });
});

describe("the calendar of the hijra", () => {
  it.each([
    ["في رمضان 1444", "رمضان 1444 = 2023-03-23/2023-04-21 [2023-03-23,2023-04-21]"],
    ["عام 1445 للهجرة", "عام 1445 للهجرة = 2023-07-19/2024-07-07 [2023-07-19,2024-07-07]"],
    ["1 محرم 1445", "1 محرم 1445 = 2023-07-19 [2023-07-19,2023-07-19]"],
    ["في رمضان", "رمضان = 2023-03-23/2023-04-21 [2023-03-23,2023-04-21]"],
  ])("%s", (text, found) => {
    expect(read(text, "ar")).toEqual([found]);
  });

  it("a man called Shaaban is no month", () => {
    expect(read("قال شعبان إن", "ar")).toEqual([]);
  });
});

describe("days and times told by what stands behind them", () => {
  it.each([
    ["fr", "absent de cinq à sept aujourd'hui", ["2023-06-15T05:00/2023-06-15T07:00"]],
    ["fr", "à 15 heures, l'heure du Pacifique", ["2023-06-15T15:00"]],
    ["fr", "dans trois jours à partir d'aujourd'hui", ["2023-06-18"]],
    ["hi", "10/1 से 11/7 तक", ["2023-01-10/2023-07-11"]],
    ["hi", "21 तारीख को", ["2023-06-21"]],
    ["ja", "31日日曜日", ["2023-12-31"]],
    ["ja", "4月10日の週に", ["2023-W15"]],
    ["tr", "23 Temmuz haftası", ["2023-W29"]],
    ["tr", "Cuma 31'inde", ["2023-03-31"]],
    ["nl", "dit schooljaar", ["2023"]],
    ["de", "in der letzten Woche im Juli", ["2022-07-W04"]],
    ["en", "on Mondays", ["XXXX-WXX-1"]],
    ["en", "over the Labor Day weekend", ["2023-W35-WE"]],
    ["en", "later in today's paper", ["2023-06-15"]],
    ["en", "17 May, the Pacific fleet", ["2023-05-17"]],
  ])("%s: %s", (language, text, values) => {
    expect(readDates(text, { language, date: "2023-06-15" }).map(d => d.timex)).toEqual(values);
  });
});
