import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes } from "./bytes.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

/** Verdict and first reason of the last claim. */
async function foundLast(text: string): Promise<string> {
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
  const finding = claims.at(-1)?.finding;
  return `${finding?.verdict} ${finding?.reasons[0]?.code}`;
}

describe("an act without a date, in another language than its title", () => {
  it.each([
    "中国与所罗门群岛签署了安全协议。",
    "Китай и Соломоновы Острова подписали соглашение о безопасности.",
    "China e Islas Salomón firmaron un acuerdo de seguridad.",
    "وقعت الصين وجزر سليمان اتفاقا أمنيا.",
    "Os Estados Unidos retiraram a Sandvine da lista de entidades.",
    "加拿大勒令海康威视停止运营。",
    "Les Fidji ont renvoyé les policiers chinois.",
    "Россия и Никарагуа договорились о переподготовке полицейских в Манагуа.",
    "Países Bajos e Irlanda cerraron comisarías chinas.",
  ])("is borne out by the record of its parties and its kind: %s", async text => {
    expect(await foundLast(text)).toBe("supported act-on-record");
  });

  it.each([
    ["of another state", "China y Samoa firmaron un acuerdo de seguridad."],
    ["of another sort", "Китай и Фиджи подписали соглашение о безопасности."],
    ["on another firm", "Le Canada a ordonné à Huawei de cesser ses activités."],
    ["that is its opposite", "Estados Unidos retiró a Hikvision de la lista de entidades."],
    ["of the other party", "نشرت جزر سليمان مستشارين من الشرطة في الصين."],
    ["that was never done", "Vanuatu envió a casa a los policías chinos."],
  ])("is borne out by none %s", async (_, text) => {
    expect(await foundLast(text)).not.toMatch(/^supported/);
  });
});

describe("an act that is only pointed to", () => {
  it.each([
    ["El acuerdo se firmó en abril de 2022.", "supported act-on-record"],
    ["El acuerdo se firmó en abril de 2020.", "imprecise other-date"],
  ])("is the one that the sentence before tells of: %s", async (text, expected) => {
    const before = "China y las Islas Salomón negociaron durante meses un acuerdo de seguridad.";
    expect(await foundLast(`${before} ${text}`)).toBe(expected);
  });

  it.each([
    ["该倡议于2022年4月宣布。", "supported"],
    ["该倡议于2019年4月宣布。", "contradicted"],
  ])("is told by its name where no state is: %s", async (text, expected) => {
    expect(await foundLast(`习近平提出全球安全倡议。${text}`)).toMatch(new RegExp(`^${expected}`));
  });

  it.each([
    "Фиджи в 2011 году подписала с Китаем полицейский меморандум. В апреле 2024 года отправила китайских полицейских домой.",
    "斐济2011年与中国签署警务备忘录。2024年4月把中国警察送回国。",
  ])("is of whoever the sentence before opens with, where the subject is left out: %s", async text => {
    expect(await foundLast(text)).toBe("supported act-on-record");
  });
});

describe("what is asked for, owned or given", () => {
  it.each([
    ["ar", "شركة هيكفيجن مملوكة لشركة هواوي.", "contradicted other-owner"],
    ["es", "Hikvision pertenece al grupo estatal CETC.", "supported owner-on-record"],
    ["es", "Huawei se negó a vender cámaras a Uganda.", "disputed record-denied"],
    ["zh", "2022年11月，所罗门群岛警方向中国赠送了50辆汽车。", "contradicted parties-swapped"],
    ["zh", "2022年11月，中国向所罗门群岛警方赠送了50辆汽车。", "supported inside"],
    [
      "ru",
      "В сентябре 2024 года Китай пообещал обучить 1000 африканских полицейских.",
      "supported commitment",
    ],
  ])("is held against the book in %s: %s", async (_, text, expected) => {
    expect(await foundLast(text)).toBe(expected);
  });

  it("is not denied where it is asked to be left off", async () => {
    const text =
      "Londres a demandé en novembre 2022 à ses ministères de ne plus installer de caméras chinoises sur les sites sensibles.";
    expect(await foundLast(text)).toBe("supported act-on-record");
  });
});

describe("a share between commas", () => {
  it.each([
    ["86 %", "supported"],
    ["56 %", "contradicted"],
  ])("is of what stands before it: %s", async (share, expected) => {
    const text = `Selon une étude, la part des régimes hybrides formés par la Chine, ${share}, dépasse celle des démocraties.`;
    const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
    expect(claims.find(({ value }) => value !== null)?.finding.verdict).toBe(expected);
  });
});
