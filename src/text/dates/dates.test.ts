import { describe, expect, it } from "vitest";
import { readDates } from "./dates.ts";

const read = (text: string, language: string): string[] =>
  readDates(text, { language, date: "2024-05-15" }).map(d => `${d.text} = ${d.timex} [${d.start},${d.end}]`);

describe("dates", () => {
  it.each([
    ["en", "on May 14, 2019", ["May 14, 2019 = 2019-05-14 [2019-05-14,2019-05-14]"]],
    ["en", "since 2000", ["since 2000 = 2000 [2000-01-01,]"]],
    ["en", "until 2019", ["until 2019 = 2019 [,2019-12-31]"]],
    ["en", "from 2010 to 2019", ["from 2010 to 2019 = 2010/2019 [2010-01-01,2019-12-31]"]],
    ["en", "the third quarter of 2021", ["the third quarter of 2021 = 2021-Q3 [2021-07-01,2021-09-30]"]],
    ["en", "in the 1980s", ["the 1980s = 198 [1980-01-01,1989-12-31]"]],
    ["en", "two years ago", ["two years ago = 2022 [2022-01-01,2022-12-31]"]],
    ["en", "last month", ["last month = 2024-04 [2024-04-01,2024-04-30]"]],
    ["en", "he said Monday", ["Monday = 2024-05-13 [2024-05-13,2024-05-13]"]],
    ["en", "will meet on Friday", ["Friday = 2024-05-17 [2024-05-17,2024-05-17]"]],
    ["en", "for nine months", ["nine months = P9M [,]"]],
    ["en", "in 700 BC", ["700 BC = BC0700 [,]"]],
    ["en", "2024-02-30 is no day", []],
    ["en", "after 2019", ["after 2019 = 2019 [2020-01-01,]"]],
    ["en", "before March 2019", ["before March 2019 = 2019-03 [,2019-02-28]"]],
    [
      "en",
      "from January to April 2015",
      ["from January to April 2015 = 2015-01/2015-04 [2015-01-01,2015-04-30]"],
    ],
    [
      "en",
      "April 9 through 17, they met",
      ["April 9 through 17 = 2024-04-09/2024-04-17 [2024-04-09,2024-04-17]"],
    ],
    ["en", "in the last two years", ["the last two years = P2Y [2022-05-15,2024-05-14]"]],
    ["en", "two weeks after 3 May 2024", ["two weeks after 3 May 2024 = 2024-05-17 [2024-05-17,2024-05-17]"]],
    ["en", "tomorrow at 5 p.m.", ["tomorrow at 5 p.m. = 2024-05-16T17:00 [2024-05-16,2024-05-16]"]],
    ["en", "at 10:30 on Monday", ["10:30 on Monday = 2024-05-13T10:30 [2024-05-13,2024-05-13]"]],
    ["en", "from 5 to 6 pm", ["from 5 to 6 pm = 2024-05-15T17:00/2024-05-15T18:00 [2024-05-15,2024-05-15]"]],
    ["en", "next week on Tuesday", ["next week on Tuesday = 2024-05-21 [2024-05-21,2024-05-21]"]],
    ["en", "the first week of 2015", ["the first week of 2015 = 2015-W01 [2014-12-29,2015-01-04]"]],
    ["en", "2019-Q1", ["2019-Q1 = 2019-Q1 [2019-01-01,2019-03-31]"]],
    [
      "en",
      "on 11/20 and Dec-2018",
      ["11/20 = 2023-11-20 [2023-11-20,2023-11-20]", "Dec-2018 = 2018-12 [2018-12-01,2018-12-31]"],
    ],
    ["en", "above 1990 and 1500 people or more", []],
    ["en", "on Christmas Eve 2023", ["Christmas Eve 2023 = 2023-12-24 [2023-12-24,2023-12-24]"]],
    [
      "en",
      "Easter 2024 and Good Friday",
      [
        "Easter 2024 = 2024-03-31 [2024-03-31,2024-03-31]",
        "Good Friday = 2024-03-29 [2024-03-29,2024-03-29]",
      ],
    ],
    ["en", "last Thanksgiving", ["last Thanksgiving = 2023-11-23 [2023-11-23,2023-11-23]"]],
    [
      "en",
      "the second Monday of next month",
      ["the second Monday of next month = 2024-06-10 [2024-06-10,2024-06-10]"],
    ],
    ["en", "the 15th of next month", ["the 15th of next month = 2024-06-15 [2024-06-15,2024-06-15]"]],
    ["en", "on the 22nd.", ["22nd = 2024-05-22 [2024-05-22,2024-05-22]"]],
    ["en", "18 months, then the 22nd regiment", ["18 months = P18M [,]"]],
    ["en", "by the end of the month", ["by the end of the month = 2024-05 [,2024-05-31]"]],
    ["en", "in week 31", ["week 31 = 2024-W31 [2024-07-29,2024-08-04]"]],
    ["en", "the week of April 10", ["the week of April 10 = 2024-W15 [2024-04-08,2024-04-14]"]],
    ["en", "1 hour and 30 minutes", ["1 hour and 30 minutes = PT1H30M [,]"]],
    ["en", "2 weeks and 2 days ago", ["2 weeks and 2 days ago = 2024-04-29 [2024-04-29,2024-04-29]"]],
    ["en", "more than 4 days", ["more than 4 days = P4D [,]"]],
    ["en", "within nine months", ["within nine months = P9M [2024-05-15,2025-02-14]"]],
    ["en", "2018 or later", ["2018 or later = 2018 [2018-01-01,]"]],
    ["en", "Thursday before 5pm", ["Thursday before 5pm = 2024-05-09T17:00 [2024-05-09,2024-05-09]"]],
    [
      "en",
      "between 3 and 5 on Monday",
      ["between 3 and 5 on Monday = 2024-05-13T03:00/2024-05-13T05:00 [2024-05-13,2024-05-13]"],
    ],
    [
      "en",
      "half past seven, 20 minutes to five",
      [
        "half past seven = 2024-05-15T07:30 [2024-05-15,2024-05-15]",
        "20 minutes to five = 2024-05-15T04:40 [2024-05-15,2024-05-15]",
      ],
    ],
    ["en", "10 to 4 and 5 to 3", []],
    ["en", "from May to September", ["from May to September = 2024-05/2024-09 [2024-05-01,2024-09-30]"]],
    ["en", "in the morning", ["in the morning = 2024-05-15TMO [2024-05-15,2024-05-15]"]],
    ["en", "every other day, once a week", ["every other day = P2D [,]", "once a week = P1W [,]"]],
    ["en", "Friday 5/10", ["Friday 5/10 = 2024-05-10 [2024-05-10,2024-05-10]"]],
    ["en", "June the 28th, 2020", ["June the 28th, 2020 = 2020-06-28 [2020-06-28,2020-06-28]"]],
    [
      "en",
      "between now and June 3",
      ["between now and June 3 = 2024-05-15/2024-06-03 [2024-05-15,2024-06-03]"],
    ],
    [
      "es",
      "el diez de octubre a las ocho y media",
      ["el diez de octubre a las ocho y media = 2024-10-10T08:30 [2024-10-10,2024-10-10]"],
    ],
    [
      "es",
      "de las 5 a las 6 de la tarde",
      ["de las 5 a las 6 de la tarde = 2024-05-15T17:00/2024-05-15T18:00 [2024-05-15,2024-05-15]"],
    ],
    [
      "fr",
      "hier soir, entre 17 heures et 18 heures",
      [
        "hier soir = 2024-05-14TEV [2024-05-14,2024-05-14]",
        "entre 17 heures et 18 heures = 2024-05-15T17:00/2024-05-15T18:00 [2024-05-15,2024-05-15]",
      ],
    ],
    ["fr", "il reste 3 heures de travail", ["3 heures = PT3H [,]"]],
    [
      "it",
      "domani dalle 5 alle 7",
      ["domani dalle 5 alle 7 = 2024-05-16T05:00/2024-05-16T07:00 [2024-05-16,2024-05-16]"],
    ],
    ["pt", "terça-feira dia 14", ["terça-feira dia 14 = 2024-05-14 [2024-05-14,2024-05-14]"]],
    [
      "de",
      "am Dienstagabend um halb acht",
      ["Dienstagabend um halb acht = 2024-05-14T19:30 [2024-05-14,2024-05-14]"],
    ],
    [
      "nl",
      "gisteravond, na 2018 of later",
      ["gisteravond = 2024-05-14TEV [2024-05-14,2024-05-14]", "na 2018 = 2018 [2019-01-01,]"],
    ],
    ["hi", "वह कल आएगा", ["कल = 2024-05-16 [2024-05-16,2024-05-16]"]],
    ["hi", "वह कल आया था", ["कल = 2024-05-14 [2024-05-14,2024-05-14]"]],
    [
      "ja",
      "午後5時から6時まで",
      ["午後5時から6時まで = 2024-05-15T17:00/2024-05-15T18:00 [2024-05-15,2024-05-15]"],
    ],
    [
      "ja",
      "来月の4日から、過去5年間",
      ["来月の4日から = 2024-06-04 [2024-06-04,]", "過去5年間 = P5Y [2019-05-15,2024-05-14]"],
    ],
    ["ja", "4日以上、1月の第3週", ["4日以上 = P4D [,]", "1月の第3週 = 2024-01-W03 [2024-01-15,2024-01-21]"]],
    [
      "ko",
      "매주 월요일, 내일부터 3주",
      ["매주 월요일 = XXXX-WXX-1 [,]", "내일부터 3주 = 2024-06-06 [2024-06-06,2024-06-06]"],
    ],
    [
      "zh",
      "今晚6点，公元前14世纪",
      ["今晚6点 = 2024-05-15T18:00 [2024-05-15,2024-05-15]", "公元前14世纪 = BC13 [,]"],
    ],
    [
      "de",
      "am 14. Mai 2019 um 14.30 Uhr",
      ["14. Mai 2019 um 14.30 Uhr = 2019-05-14T14:30 [2019-05-14,2019-05-14]"],
    ],
    ["de", "in den letzten drei Jahren", ["den letzten drei Jahren = P3Y [2021-05-15,2024-05-14]"]],
    [
      "es",
      "mañana a las siete de la tarde",
      ["mañana a las siete de la tarde = 2024-05-16T19:00 [2024-05-16,2024-05-16]"],
    ],
    ["fr", "demain à 14h30", ["demain à 14h30 = 2024-05-16T14:30 [2024-05-16,2024-05-16]"]],
    [
      "nl",
      "van mei tot september 2019",
      ["van mei tot september 2019 = 2019-05/2019-09 [2019-05-01,2019-09-30]"],
    ],
    ["nl", "drie weken geleden", ["drie weken geleden = 2024-W17 [2024-04-22,2024-04-28]"]],
    ["hi", "14 मई 2019 को", ["14 मई 2019 = 2019-05-14 [2019-05-14,2019-05-14]"]],
    ["ja", "平成13年5月", ["平成13年5月 = 2001-05 [2001-05-01,2001-05-31]"]],
    ["ja", "3時間", ["3時間 = PT3H [,]"]],
    ["ko", "다음 주 월요일 오후 3시", ["다음 주 월요일 오후 3시 = 2024-05-20T15:00 [2024-05-20,2024-05-20]"]],
    ["zh", "去年上半年", ["去年上半年 = 2023-H1 [2023-01-01,2023-06-30]"]],
    ["zh", "从一月十日到十二日", ["从一月十日到十二日 = 2024-01-10/2024-01-12 [2024-01-10,2024-01-12]"]],
    ["zh", "民国三年", ["民国三年 = 1914 [1914-01-01,1914-12-31]"]],
    ["zh", "2019年5月14日", ["2019年5月14日 = 2019-05-14 [2019-05-14,2019-05-14]"]],
    ["zh", "去年", ["去年 = 2023 [2023-01-01,2023-12-31]"]],
    ["zh", "自二〇一〇年以来", ["自二〇一〇年以来 = 2010 [2010-01-01,]"]],
    ["es", "el 14 de mayo de 2019", ["el 14 de mayo de 2019 = 2019-05-14 [2019-05-14,2019-05-14]"]],
    [
      "en",
      "on the 22nd, 23rd or 31st of March",
      [
        "22nd = 2024-03-22 [2024-03-22,2024-03-22]",
        "23rd = 2024-03-23 [2024-03-23,2024-03-23]",
        "31st of March = 2024-03-31 [2024-03-31,2024-03-31]",
      ],
    ],
    [
      "en",
      "July 17th, 18th or 19th",
      [
        "July 17th = 2024-07-17 [2024-07-17,2024-07-17]",
        "18th = 2024-07-18 [2024-07-18,2024-07-18]",
        "19th = 2024-07-19 [2024-07-19,2024-07-19]",
      ],
    ],
    [
      "en",
      "next week on Tuesday or Thursday",
      [
        "next week on Tuesday = 2024-05-21 [2024-05-21,2024-05-21]",
        "Thursday = 2024-05-23 [2024-05-23,2024-05-23]",
      ],
    ],
    [
      "en",
      "next Monday at 9 am or 1 pm",
      [
        "next Monday at 9 am = 2024-05-20T09:00 [2024-05-20,2024-05-20]",
        "1 pm = 2024-05-20T13:00 [2024-05-20,2024-05-20]",
      ],
    ],
    ["en", "yesterday 3-8", ["yesterday 3-8 = 2024-05-14T03:00/2024-05-14T08:00 [2024-05-14,2024-05-14]"]],
    ["en", "a loss of 3-8 and 1/2 of it", []],
    ["en", "23-2020-September", ["23-2020-September = 2020-09-23 [2020-09-23,2020-09-23]"]],
    ["en", "the last four months of 2021", ["the last four months of 2021 = P4M [2021-09-01,2021-12-31]"]],
    [
      "en",
      "the ninth month of next year",
      ["the ninth month of next year = 2025-09 [2025-09-01,2025-09-30]"],
    ],
    ["en", "all day, another week", ["all day = P1D [,]", "another week = P1W [,]"]],
    ["en", "2014 through May 2018", ["2014 through May 2018 = 2014/2018-05 [2014-01-01,2018-05-31]"]],
    [
      "en",
      "February twenty second at two thirty",
      ["February twenty second at two thirty = 2024-02-22T02:30 [2024-02-22,2024-02-22]"],
    ],
    ["en", "Oct 26 15:50:06 2016", ["Oct 26 15:50:06 2016 = 2016-10-26T15:50:06 [2016-10-26,2016-10-26]"]],
    ["es", "del 9 al 12 de junio", ["del 9 al 12 de junio = 2024-06-09/2024-06-12 [2024-06-09,2024-06-12]"]],
    ["es", "de 25/10 a 25/01", ["de 25/10 a 25/01 = 2024-10-25/2025-01-25 [2024-10-25,2025-01-25]"]],
    [
      "en",
      "from 2pm till tomorrow 4:30pm",
      ["from 2pm till tomorrow 4:30pm = 2024-05-15T14:00/2024-05-16T16:30 [2024-05-15,2024-05-16]"],
    ],
    [
      "en",
      "every Monday at 4 pm, every day at 9",
      ["every Monday at 4 pm = XXXX-WXX-1T16:00 [,]", "every day at 9 = T09:00 [,]"],
    ],
    [
      "en",
      "next Thursday, the coming Thursday",
      [
        "next Thursday = 2024-05-23 [2024-05-23,2024-05-23]",
        "the coming Thursday = 2024-05-16 [2024-05-16,2024-05-16]",
      ],
    ],
    ["en", "in a fortnight it ends", ["a fortnight = P2W [,]"]],
    ["es", "son las siete y media", ["las siete y media = 2024-05-15T07:30 [2024-05-15,2024-05-15]"]],
    ["es", "por la tarde", ["por la tarde = TEV [,]"]],
    [
      "fr",
      "la mer. Ils partent le mer. 24 juin 2020",
      ["mer. 24 juin 2020 = 2020-06-24 [2020-06-24,2020-06-24]"],
    ],
    [
      "pt",
      "ter, qua ou sexta; para ter um dom",
      [
        "ter = 2024-05-14 [2024-05-14,2024-05-14]",
        "qua = 2024-05-15 [2024-05-15,2024-05-15]",
        "sexta = 2024-05-10 [2024-05-10,2024-05-10]",
      ],
    ],
    [
      "de",
      "vom 4. bis 22. nächsten Monats",
      ["vom 4. bis 22. nächsten Monats = 2024-06-04/2024-06-22 [2024-06-04,2024-06-22]"],
    ],
    ["nl", "twee uur geleden", ["twee uur geleden = PAST_REF [,]"]],
    [
      "tr",
      "2018'in ilk çeyreği, mayıs ayının ilk pazartesi",
      [
        "2018'in ilk çeyreği = 2018-Q1 [2018-01-01,2018-03-31]",
        "mayıs ayının ilk pazartesi = 2024-05-06 [2024-05-06,2024-05-06]",
      ],
    ],
    ["hi", "जुलाई के आखिरी हफ्ते", ["जुलाई के आखिरी हफ्ते = 2023-07-W04 [2023-07-24,2023-07-30]"]],
    ["ar", "الساعة الخامسة مساء", ["الساعة الخامسة مساء = 2024-05-15T17:00 [2024-05-15,2024-05-15]"]],
    [
      "zh",
      "今年的前10天、每周一、半小时",
      ["今年的前10天 = P10D [2024-01-01,2024-01-10]", "每周一 = XXXX-WXX-1 [,]", "半小时 = PT0.5H [,]"],
    ],
    [
      "ja",
      "今日から2日後、5月9日木曜日",
      [
        "今日から2日後 = 2024-05-17 [2024-05-17,2024-05-17]",
        "5月9日木曜日 = 2024-05-09 [2024-05-09,2024-05-09]",
      ],
    ],
    ["ko", "이틀, 이번 9월", ["이틀 = P2D [,]", "이번 9월 = 2024-09 [2024-09-01,2024-09-30]"]],
    ["de", "am neunundzwanzigsten Mai", ["neunundzwanzigsten Mai = 2024-05-29 [2024-05-29,2024-05-29]"]],
    ["es", "hace dos años", ["hace dos años = 2022 [2022-01-01,2022-12-31]"]],
    ["es", "el siglo XX", ["el siglo XX = 19 [1901-01-01,2000-12-31]"]],
    ["fr", "le 1er janvier 2020", ["1er janvier 2020 = 2020-01-01 [2020-01-01,2020-01-01]"]],
    ["fr", "il y a trois mois", ["il y a trois mois = 2024-02 [2024-02-01,2024-02-29]"]],
    ["ru", "14 мая 2019 года", ["14 мая 2019 года = 2019-05-14 [2019-05-14,2019-05-14]"]],
    ["ru", "в 1975 году", ["1975 году = 1975 [1975-01-01,1975-12-31]"]],
    ["ar", "في 14 مايو 2019", ["14 مايو 2019 = 2019-05-14 [2019-05-14,2019-05-14]"]],
    ["ar", "في 14 مايو/أيار 2019", ["14 مايو/أيار 2019 = 2019-05-14 [2019-05-14,2019-05-14]"]],
    ["ar", "في كانون الثاني/يناير 2024", ["كانون الثاني/يناير 2024 = 2024-01 [2024-01-01,2024-01-31]"]],
    ["pt", "em 14 de maio de 2019", ["14 de maio de 2019 = 2019-05-14 [2019-05-14,2019-05-14]"]],
  ] as const)("in %s: %s", (language, text, expected) => {
    const found = read(text, language);
    const bare = (line: string): string => line.replace(/^(?:el|le|la) /, "");
    expect(found.map(bare)).toEqual(expected.map(bare));
  });

  it("stay unresolved without a day of publication", () => {
    expect(readDates("yesterday and last year", { language: "en" }).map(d => d.start)).toEqual(["", ""]);
  });

  it("tell dates, times, lengths and what comes back apart", () => {
    const text = "On Monday at 5 pm; 10:30; two years; every Friday";
    const types = readDates(text, { language: "en", date: "2024-05-15" }).map(d => d.type);
    expect(types).toEqual(["date", "time", "duration", "set"]);
  });

  it("carry spans of the text as given", () => {
    const text = "In “2019”, on\nMay 14,\n2019, it began.";
    for (const d of readDates(text, { language: "en" })) expect(text.slice(...d.span)).toBe(d.text);
  });
});

describe("a range of months", () => {
  it("takes its year from its end where no day of publication is known", () => {
    const [range] = readDates("between January and April 2019", { language: "en" });
    expect(range).toMatchObject({ timex: "2019-01/2019-04", start: "2019-01-01", end: "2019-04-30" });
    const [over] = readDates("from November to February 2019", { language: "en" });
    expect(over!.timex).toBe("2018-11/2019-02");
  });
});

describe("a time of publication", () => {
  it("places minutes and hours", () => {
    const options = { language: "en", date: "2024-05-15T23:40:00" };
    expect(readDates("30 minutes from now", options)[0]!.timex).toBe("2024-05-16T00:10");
    expect(readDates("two hours ago", options)[0]!.timex).toBe("2024-05-15T21:40");
    expect(readDates("two hours ago", { ...options, date: "2024-05-15" })[0]!.timex).toBe("PAST_REF");
  });
});

describe("words that only look like dates", () => {
  const values = (language: string, text: string): string =>
    readDates(text, { language, date: "2024-05-15" })
      .map(d => `${d.text} = ${d.timex}`)
      .join("; ");

  it.each([
    ["en", "this may take longer", ""],
    ["en", "this May", "this May = 2024-05"],
    ["en", "a second wave of arrests", ""],
    ["en", "it took a second", "a second = PT1S"],
    ["en", "at least $1k last month", "last month = 2024-04"],
    ["en", "call 82-2100", ""],
    ["fr", "sept policiers", ""],
    ["fr", "le 5 sept. 2019", "5 sept. 2019 = 2019-09-05"],
    ["fr", "30 minutes cette semaine", "30 minutes = PT30M; cette semaine = 2024-W20"],
    ["nl", "voor het komende kwartaal", "het komende kwartaal = 2024-Q3"],
  ] as const)("are none, in %s: %s", (language, text, expected) => {
    expect(values(language, text)).toBe(expected);
  });

  it.each([
    ["en", "26 June in 2019", "26 June in 2019 = 2019-06-26"],
    ["nl", "van april in 2016 tot juni in 2017", "van april in 2016 tot juni in 2017 = 2016-04/2017-06"],
    ["en", "twenty five January nineteen eighty six", "twenty five January nineteen eighty six = 1986-01-25"],
    ["en", "more than 2 weeks before yesterday", "more than 2 weeks before yesterday = 2024-04-30"],
    ["de", "vom 28.10. an, am 22.04 und am 3.50", "28.10. = 2024-10-28; 22.04 = 2024-04-22"],
  ] as const)("do not hide dates, in %s: %s", (language, text, expected) => {
    expect(values(language, text)).toBe(expected);
  });
});

describe("a count before a month", () => {
  it.each([
    ["en", "Police killed 14 in May 2022 and 9 in June 2023.", "2022-05 2023-06"],
    ["de", "Es gab 14 Tote im Mai 2022 und 9 im Juni 2023.", "2022-05 2023-06"],
    ["nl", "Er vielen 14 doden, 9 in juni 2023.", "2023-06"],
  ] as const)("is no day of it, in %s: %s", (language, text, expected) => {
    const found = readDates(text, { language, date: "2024-05-15" });
    expect(found.map(({ timex }) => timex).join(" ")).toBe(expected);
  });
});
