import { describe, expect, it } from "vitest";
import { readDates } from "./dates.ts";

const read = (text: string, language: string): string[] =>
  readDates(text, { language, date: "2018-07-04T10:00:00" }).map(d => `${d.text} = ${d.timex}`);

describe("what stands behind a year, a month or a weekday belongs to it", () => {
  it.each([
    ["hi", "2020 में 28 जून को", "2020 में 28 जून = 2020-06-28"],
    ["hi", "2020 में 26 जून से 28 जून तक", "2020 में 26 जून से 28 जून तक = 2020-06-26/2020-06-28"],
    [
      "tr",
      "2020'de 26 Haziran'dan 28 Haziran'a kadar",
      "2020'de 26 Haziran'dan 28 Haziran'a kadar = 2020-06-26/2020-06-28",
    ],
    ["hi", "2017 के q1 से 2018 के q3", "2017 के q1 से 2018 के q3 = 2017-Q1/2018-Q3"],
    ["hi", "अगले महीने की 15 तारीख", "अगले महीने की 15 तारीख = 2018-08-15"],
    ["tr", "bu ayın 21'inde", "bu ayın 21'inde = 2018-07-21"],
    ["tr", "ayın 4'ünde", "4'ünde = 2018-07-04"],
    ["hi", "बुधवार इकत्तीसवें दिन", "बुधवार इकत्तीसवें दिन = 2018-10-31"],
    ["tr", "Pazartesi 16'sında", "Pazartesi 16'sında = 2018-07-16"],
    ["tr", "16 Pazartesi günü", "16 Pazartesi günü = 2018-07-16"],
    ["hi", "फरवरी बाईस 3:30 बजे", "फरवरी बाईस 3:30 बजे = 2018-02-22T03:30"],
    ["en", "05-Aug -2016", "05-Aug -2016 = 2016-08-05"],
  ])("%s: %s", (language, text, value) => {
    expect(read(text, language)).toEqual([value]);
  });
});

describe("two days of one month", () => {
  it.each([
    ["hi", "21 और 23 तारीख के बीच"],
    ["tr", "21'i ile 23'ü arasında"],
    ["tr", "21'inden 23'üne kadar"],
  ])("%s: %s", (language, text) => {
    expect(read(text, language)).toEqual([`${text} = 2018-07-21/2018-07-23`]);
  });

  it("are no dates where a number alone stands there", () => {
    expect(read("21 ile 23 arasında", "tr")).toEqual([]);
  });
});

describe("day and month in digits", () => {
  it("stand in the order that fits the weekday beside them", () => {
    expect(read("Friday 7/6", "en")).toEqual(["Friday 7/6 = 2018-07-06"]);
    expect(read("शुक्रवार 7/6 को", "hi")).toEqual(["शुक्रवार 7/6 = 2018-07-06"]);
    expect(read("vendredi 6/7", "fr")).toEqual(["vendredi 6/7 = 2018-07-06"]);
    expect(read("शुक्रवार 6/7 को", "hi")).toEqual(["शुक्रवार 6/7 = 2018-07-06"]);
  });
});

describe("the verb at the end of a Hindi sentence", () => {
  it.each([
    ["मैं कल जाऊंगा", "2018-07-05"],
    ["मैं कल गया था", "2018-07-03"],
    ["उसने कल कहा", "2018-07-03"],
    ["वह कल आया है", "2018-07-03"],
    ["क्या आप कल उपलब्ध हैं?", "2018-07-05"],
    ["वह कल जा रहा है", "2018-07-05"],
    ["मैं शुक्रवार को जाऊंगा", "2018-07-06"],
    ["वह शुक्रवार को गया", "2018-06-29"],
  ])("tells whether a day is past or to come: %s", (text, day) => {
    expect(readDates(text, { language: "hi", date: "2018-07-04" }).map(d => d.timex)).toEqual([day]);
  });
});

describe("times", () => {
  it.each([
    [
      "hi",
      "सोमवार 21, 9:30 और शाम 3:00 बजे",
      "सोमवार 21, 9:30 और शाम 3:00 बजे = 2018-05-21T09:30/2018-05-21T15:00",
    ],
    ["hi", "0730-0930 के बीच", "0730-0930 के बीच = 2018-07-04T07:30/2018-07-04T09:30"],
    ["hi", "मंगलवार को 7 से 7:30 बजे तक", "मंगलवार को 7 से 7:30 बजे तक = 2018-07-03T07:00/2018-07-03T07:30"],
    ["hi", "पौने आठ बजे", "पौने आठ बजे = 2018-07-04T07:45"],
    ["hi", "शाम के आठ बजकर बीस मिनट", "शाम के आठ बजकर बीस मिनट = 2018-07-04T20:20"],
    ["tr", "yarın sabah 8 civarında", "yarın sabah 8 civarında = 2018-07-05T08:00"],
    ["hi", "5 आगामी वर्षों में", "5 आगामी वर्षों = P5Y"],
    ["hi", "सवा साल का", "सवा साल = P1.25Y"],
  ])("%s: %s", (language, text, value) => {
    expect(read(text, language)).toEqual([value]);
  });
});

describe("Turkish words in their cases", () => {
  it.each([
    ["Pazartesiden cumaya kadar", "Pazartesiden cumaya kadar = 2018-07-02/2018-07-06"],
    ["Mayıs ortasından sonra", "Mayıs ortasından sonra = 2018-05"],
    ["Temmuz'un sonundan bu yana", "Temmuz'un sonundan bu yana = 2018-07"],
    [
      "2017'nin 1. çeyreğinden 2018'in 3. çeyreğine kadar",
      "2017'nin 1. çeyreğinden 2018'in 3. çeyreğine kadar = 2017-Q1/2018-Q3",
    ],
    ["Ocak ayının 3. haftası", "Ocak ayının 3. haftası = 2018-01-W03"],
    ["geçen 5 dakikada", "geçen 5 dakikada = PT5M"],
    ["19. yüzyılın sonlarında", "19. yüzyılın sonlarında = 18"],
    ["doksanlı yıllarda", "doksanlı yıllarda = 199"],
    ["bugün beşten yediye kadar", "bugün beşten yediye kadar = 2018-07-04T05:00/2018-07-04T07:00"],
    ["saat 5'ten 6'ya kadar", "saat 5'ten 6'ya kadar = 2018-07-04T05:00/2018-07-04T06:00"],
    ["akşamın yedisinde", "akşamın yedisinde = 2018-07-04T19:00"],
    ["sekizi yirmi geçe", "sekizi yirmi geçe = 2018-07-04T08:20"],
    ["üçe çeyrek var", "üçe çeyrek var = 2018-07-04T02:45"],
    ["her sabah 8'de", "her sabah 8 = T08:00"],
    ["her hafta sonu", "her hafta sonu = P1WE"],
  ])("%s", (text, value) => {
    expect(read(text, "tr")).toEqual([value]);
  });
});

describe("lengths with which something comes back", () => {
  it.each([
    ["tr", "iki ayda bir", "P2M"],
    ["hi", "दो साल में एक बार", "P2Y"],
    ["hi", "साल में एक बार", "P1Y"],
    ["ko", "2년에 한 번", "P2Y"],
    ["ja", "3か月ごとに", "P3M"],
    ["zh", "四年一次", "P4Y"],
  ])("%s: %s", (language, text, value) => {
    expect(readDates(text, { language }).map(d => [d.text, d.timex, d.type])).toEqual([[text, value, "set"]]);
  });
});

describe("dates in scripts without spaces", () => {
  it.each([
    ["ko", "4일부터 22일까지", "4일부터 22일까지 = 2018-07-04/2018-07-22"],
    ["ko", "9월 3일부터 12일까지", "9월 3일부터 12일까지 = 2018-09-03/2018-09-12"],
    ["ko", "11월 18~19일", "11월 18~19일 = 2018-11-18/2018-11-19"],
    ["ja", "9月3-12日", "9月3-12日 = 2018-09-03/2018-09-12"],
    ["ko", "오늘로부터 이틀 후", "오늘로부터 이틀 후 = 2018-07-06"],
    ["ko", "크리스마스 2주 전", "크리스마스 2주 전 = 2018-12-11"],
    ["ko", "2년 1개월 21일 후", "2년 1개월 21일 후 = 2020-08-25"],
    ["ko", "한 시간 반이면", "한 시간 반 = PT1.5H"],
    ["ko", "며칠 동안", "며칠 = PXD"],
    ["ko", "다음 분기", "다음 분기 = 2018-Q4"],
    ["zh", "前天晚上", "前天晚上 = 2018-07-02TEV"],
    ["zh", "后天上午", "后天上午 = 2018-07-06TMO"],
    ["zh", "中午12点半", "中午12点半 = 2018-07-04T12:30"],
    ["zh", "上世纪九十年代", "上世纪九十年代 = 199"],
    ["zh", "2017年Q1", "2017年Q1 = 2017-Q1"],
    ["zh", "一个星期又三天", "一个星期又三天 = P1W3D"],
    ["zh", "康熙三年五月", "康熙三年五月 = 1664-05"],
    ["zh", "从2015年2月1日开始", "2015年2月1日开始 = 2015-02-01"],
    ["zh", "五月初五", "五月初五 = XXXX-05-05"],
    ["zh", "五月初", "五月初 = 2018-05"],
    ["zh", "每月", "每月 = P1M"],
  ])("%s: %s", (language, text, value) => {
    expect(read(text, language)).toEqual([value]);
  });
});

describe("months and weeks with the word that places them behind", () => {
  it.each([
    ["fr", "en septembre prochain", "septembre prochain = 2018-09"],
    ["es", "en agosto pasado", "agosto pasado = 2017-08"],
    ["ar", "في سبتمبر المقبل", "سبتمبر المقبل = 2018-09"],
    ["ar", "الأسبوع الأول من يناير 2018", "الأسبوع الأول من يناير 2018 = 2018-01-W01"],
    ["ar", "بعد يومين من الآن", "بعد يومين من الآن = 2018-07-06"],
  ])("%s: %s", (language, text, value) => {
    expect(read(text, language)).toEqual([value]);
  });
});

describe("numbers that are no dates", () => {
  it.each([
    ["ko", "3분의 1"],
    ["ar", "العدد بين عشرين وثلاثين"],
    ["zh", "负荷量等于1535"],
  ])("%s: %s", (language, text) => {
    expect(read(text, language)).toEqual([]);
  });
});

describe("ranges between parts of years", () => {
  it.each([
    ["hi", "2007 के मध्य से 2008 के अंत तक"],
    ["tr", "2007'nin ortasından 2008'in sonuna kadar"],
    ["ko", "2007년 중반부터 2008년 말까지"],
    ["zh", "2007年初到2008年底"],
    ["ja", "2007年半ばから2008年末まで"],
  ])("%s: %s", (language, text) => {
    expect(read(text, language)).toEqual([`${text} = 2007/2008`]);
  });
});
