import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();

/** Roles of the last claim of a text. */
const last = (text: string, language: string): Readonly<Record<string, readonly string[]>> =>
  readClaims(testDocument(text, language), lexicon).at(-1)?.roles ?? {};

test.each([
  [
    "zh",
    "海康威视2018年向杜尚别供应了600个摄像头。该公司还向乌兹别克斯坦交付了人脸识别系统。",
    { vendor: ["hikvision"], recipient: ["UZB"] },
  ],
  [
    "zh",
    "厄瓜多尔犯罪率连续三年上升。2016年，该国警方从华为采购了300个摄像头。",
    { vendor: ["huawei"], recipient: ["ECU"] },
  ],
  [
    "zh",
    "塞尔维亚和匈牙利2019年同华为签约。两国从该公司采购了2000个摄像头。",
    { vendor: ["huawei"], recipient: ["SRB", "HUN"] },
  ],
  [
    "zh",
    "古巴和尼加拉瓜关系友好。后者的警察2017年接受了俄罗斯的培训。",
    { provider: ["RUS"], recipient: ["NIC"] },
  ],
  [
    "zh",
    "華為在奈洛比設有辦事處。這家中國企業2014年為肯亞建設了平安城市系統。",
    { vendor: ["huawei"], recipient: ["KEN"] },
  ],
  [
    "ru",
    "Hikvision поставила 600 камер в Душанбе. Эта компания поставила Узбекистану систему распознавания лиц.",
    { vendor: ["hikvision"], recipient: ["UZB"] },
  ],
  [
    "ru",
    "Huawei открыла офис в Найроби. Компания поставила Кении 2000 камер в 2015 году.",
    { vendor: ["huawei"], recipient: ["KEN"] },
  ],
  [
    "ar",
    "زودت هيكفيجن دوشنبه بـ600 كاميرا. وباعت الشركة أوزبكستان نظاما للتعرف على الوجوه.",
    { vendor: ["hikvision"], recipient: ["UZB"] },
  ],
  [
    "ar",
    "افتتحت هواوي مكتبا في نيروبي. وركبت الشركة الصينية في كينيا 2000 كاميرا عام 2015.",
    { vendor: ["huawei"], recipient: ["KEN"] },
  ],
  [
    "ar",
    "ارتفعت الجريمة في الإكوادور للعام الثالث. واشترت الشرطة 300 كاميرا من هواوي عام 2016.",
    { vendor: ["huawei"], recipient: ["ECU"] },
  ],
  [
    "ar",
    "زارت الصين بعثة. واشترت الشرطة في كينيا 300 كاميرا من هواوي عام 2016.",
    { vendor: ["huawei"], recipient: ["KEN"] },
  ],
])("in %s, what stands for a country or a firm leads back to it: %s", (language, text, expected) => {
  expect(last(text, language)).toMatchObject(expected);
});
