import { describe, expect, it } from "vitest";
import { readDates } from "./dates.ts";

const timexes = (text: string, language: string): string =>
  readDates(text, { language, date: "2025-11-13" })
    .map(({ timex }) => timex)
    .join(" ");

describe("dates counted from the date told last", () => {
  it.each([
    ["en", "It was signed in 2014. Two years later, police installed cameras.", "2014 2016"],
    ["en", "In May 2014 they signed; three months later the cameras came.", "2014-05 2014-08"],
    ["en", "It rose to 30 in 2019, up from 20 two years earlier.", "2019 2017"],
    ["en", "It began in 2014. The following year the firm left. That year, 30 died.", "2014 2015 2015"],
    ["en", "He came on 3 May 2014 and left the next day.", "2014-05-03 2014-05-04"],
    [
      "en",
      "Eleven came in August 2022 and 14 in May of that year, 9 on 3 June that year.",
      "2022-08 2022-05 2022-06-03",
    ],
    ["es", "El curso empezó en 2018; en mayo de ese año terminó.", "2018 2018-05"],
    ["fr", "Le cours a commencé en 2018 ; en mai de cette année-là, il a fini.", "2018 2018-05"],
    ["zh", "2014年签署协议。两年后，警方安装了摄像头，次年启用。", "2014 2016 2017"],
    ["zh", "2014年5月3日簽約，翌日交付，三個月後運行。", "2014-05-03 2014-05-04 2014-08"],
    ["es", "Se firmó en 2014. Dos años más tarde llegó. Al año siguiente, más.", "2014 2016 2017"],
    ["fr", "Signé en 2014. Deux ans plus tard, la police. L'année suivante, rien.", "2014 2016 2017"],
    ["ru", "Договор подписали в 2014 году. Два года спустя купили камеры. Годом ранее", "2014 2016 2015"],
    ["ar", "وقعت الاتفاقية في عام 2014. وبعد عامين وصلت. وفي العام التالي", "2014 2016 2017"],
    ["pt", "Assinado em 2014. Dois anos depois, a polícia. No ano seguinte, mais.", "2014 2016 2017"],
  ] as const)("in %s: %s", (language, text, expected) => {
    expect(timexes(text, language)).toBe(expected);
  });

  it("count from the publication where the wording does, or nothing was told", () => {
    expect(timexes("In 2014 it began. Two years ago it ended.", "en")).toBe("2014 2023");
    expect(timexes("2014年签约。两年前启用。", "zh")).toBe("2014 2023");
    expect(timexes("Officials said on Monday that it ended two years earlier.", "en")).toMatch(/ 2023$/);
  });

  it("look back from their own sentence, unless they open it", () => {
    expect(timexes("It began in 2019. It has 30, up from 20 a year earlier.", "en")).toBe("2019 2024");
    expect(timexes("It began in 2019. A year earlier, it was planned.", "en")).toBe("2019 2018");
  });

  it("are only lengths where they count from something that follows", () => {
    expect(timexes("Two years after the coup, the army came.", "en")).toBe("P2Y");
    expect(timexes("dos años después de la firma", "es")).toBe("P2Y");
  });

  it("are no length of time that lies ahead", () => {
    expect(timexes("It led to 680 arrests in 2014. The next year it was 700.", "en")).toBe("2014 2015");
    expect(timexes("It opened in 2014. Over the next year it will train 300.", "en")).not.toContain("2015");
  });

  it("need a day for a day and a month for a month", () => {
    expect(timexes("It began in 2014. Three days later it ended.", "en")).toBe("2014 FUTURE_REF");
  });
});

describe("calendar expressions of news", () => {
  it.each([
    ["es", "la primera mitad de 2019", "2019-H1"],
    ["es", "el segundo semestre del año pasado", "2024-H2"],
    ["fr", "la première moitié de 2019", "2019-H1"],
    ["fr", "les années 1990", "199"],
    ["ru", "первая половина 2019 года", "2019-H1"],
    ["ru", "первое полугодие 2019 года", "2019-H1"],
    ["ru", "в прошлом году", "2024"],
    ["ar", "النصف الأول من 2019", "2019-H1"],
    ["ar", "الربع الثالث من عام 2018", "2018-Q3"],
    ["ar", "تسعينيات القرن الماضي", "199"],
    ["pt", "a primeira metade de 2019", "2019-H1"],
    ["pt", "o segundo semestre do ano passado", "2024-H2"],
    ["zh", "年底", "2025"],
    ["zh", "2019年签约，年底交付。", "2019 2019"],
  ] as const)("in %s: %s", (language, text, expected) => {
    expect(timexes(text, language)).toBe(expected);
  });
});

describe("a number that is measured or is a part of a whole is no day of the month", () => {
  it.each([
    ["es", "El descenso fue del 12 por ciento."],
    ["es", "Lo compró el 12 de los 30 países."],
    ["fr", "La baisse a été du 12 pour cent."],
  ])("%s: %s", (language, text) => expect(timexes(text, language)).toBe(""));
});
