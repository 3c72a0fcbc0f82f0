import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();

const roles = (text: string, language: string): Readonly<Record<string, readonly string[]>> =>
  readClaims(testDocument(text, language), lexicon).at(-1)?.roles ?? {};

test.each([
  [
    "zh",
    "以色列Circles公司的SS7拦截系统被危地马拉警方使用。",
    { vendor: ["circles"], "vendor-country": ["ISR"], recipient: ["GTM"] },
  ],
  [
    "zh",
    "赞比亚的视频监控系统由中兴建设。",
    { vendor: ["zte"], "vendor-country": ["CHN"], recipient: ["ZMB"] },
  ],
  ["zh", "马耳他获中兴赠送一套视频监控系统。", { vendor: ["zte"], recipient: ["MLT"] }],
  ["zh", "塞拉利昂25名警官2023年10月赴山东警察学院参加培训。", { provider: ["CHN"], recipient: ["SLE"] }],
  [
    "ru",
    "Национальный центр обработки данных Папуа — Новой Гвинеи построила Huawei.",
    { vendor: ["huawei"], recipient: ["PNG"] },
  ],
  [
    "ru",
    "Китай построил для Кении центр обработки данных.",
    { "vendor-country": ["CHN"], recipient: ["KEN"] },
  ],
  ["ar", "باعت هواوي التي تعمل في نيروبي كاميرات المراقبة لأوغندا.", { vendor: ["huawei"] }],
])("in %s, who gives and who takes is told by where they stand: %s", (language, text, expected) => {
  expect(roles(text, language)).toMatchObject(expected);
});

test.each([
  ["2024年2月26日，美国将加拿大公司Sandvine列入实体清单。", ""],
  ["中国将向所罗门群岛派驻警务顾问。", "planned"],
])("what marks an object in Chinese tells of no plan: %s", (text, status) => {
  expect(readClaims(testDocument(text, "zh"), lexicon).at(-1)?.status).toBe(status);
});
