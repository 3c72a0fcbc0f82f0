import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes } from "./bytes.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

/** Verdict and first reason of the claim that has the words. */
async function found(text: string, words: string): Promise<string> {
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
  const finding = claims.find(claim => claim.text.includes(words))?.finding;
  return `${finding?.verdict} ${finding?.reasons[0]?.code}`;
}

type Row = readonly [text: string, words: string, expected: string];

const each = (rows: readonly Row[]): void =>
  it.each<Row>([...rows])("%s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });

describe("acts told of in Chinese, Russian and Arabic", () => {
  each([
    ["2024年2月26日，美国商务部将加拿大公司Sandvine列入实体清单。", "Sandvine", "supported act-on-record"],
    ["2019年10月9日，美國將海康威視列入實體清單。", "海康", "supported act-on-record"],
    ["加拿大政府2025年6月下令大华停止在该国的一切业务。", "大华", "contradicted act-of-others"],
    [
      "В июне 2025 года Канада предписала Dahua прекратить работу в стране.",
      "Dahua",
      "contradicted act-of-others",
    ],
    ["أمرت كندا شركة هيكفيجن بوقف أعمالها في يونيو/حزيران 2025.", "هيكفيجن", "supported act-on-record"],
    ["أمرت كندا شركة داهوا بوقف أعمالها في يونيو/حزيران 2025.", "داهوا", "contradicted act-of-others"],
  ]);
});

describe("a negation that is part of what is counted denies nothing", () => {
  each([
    ["In 2018, 711 of 1,900 cameras in Islamabad were not working.", "711", "supported inside"],
    ["В 2018 году в Исламабаде не работали 711 из 1900 камер.", "711", "supported inside"],
    ["2018年，伊斯兰堡1900个摄像头中有711个不能正常工作。", "711", "supported inside"],
    ["في 2018 كانت 711 كاميرا لا تعمل من أصل 1900 في إسلام آباد.", "711", "supported inside"],
    ["In 2018, 171 of 1,900 cameras in Islamabad were not working.", "171", "contradicted outside"],
  ]);
});

describe("acts in Arabic with or without articles, and both names of a month", () => {
  each([
    [
      "وقّعت صربيا والصين في مايو 2019 مذكرة تفاهم بشأن الدوريات المشتركة للشرطة.",
      "مذكرة",
      "supported act-on-record",
    ],
    [
      "في 15 يناير/كانون الثاني 2024 قطعت توفالو علاقاتها مع تايوان واعترفت ببكين.",
      "توفالو",
      "contradicted act-of-others",
    ],
  ]);
});

describe("names in Chinese, Russian and Arabic", () => {
  each([
    ["وبحسب منظمة «أكسس ناو»، قُطع الإنترنت في الهند 84 مرة خلال عام 2024.", "84", "supported inside"],
    [
      "باعت شركة «كانديرو» الإسرائيلية برنامج التجسس «بيغاسوس» إلى المجر.",
      "المجر",
      "unverifiable no-evidence",
    ],
    ["據戰略與國際研究中心統計，華為平安城市協議共73項。", "73", "supported inside"],
    ["塞拉利昂45名警官2023年10月赴山东警察学院参加培训。", "45", "imprecise record-gives-otherwise"],
    ["塞拉利昂25名警官2023年10月赴山东警察学院参加培训。", "25", "supported inside"],
    [
      "В октябре 2023 года 25 полицейских из Сьерра-Леоне прошли курс в Шаньдунском полицейском колледже.",
      "25",
      "supported inside",
    ],
    [
      "Вторую очередь «Безопасного города» в Киргизии построила российская «Вега».",
      "Вега",
      "unverifiable no-evidence",
    ],
    [
      "Первую очередь «Безопасного города» в Киргизии построила российская «Вега».",
      "Вега",
      "supported record-shows",
    ],
  ]);
});
