import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes } from "./bytes.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

/** Verdicts with the reason that says what is wrong. */
async function judged(sentence: string): Promise<string[]> {
  const { claims } = await checkBytes(Buffer.from(sentence), shipped.book, { name: "line.txt" });
  return claims.map(
    ({ finding }) =>
      `${finding.verdict} ${(finding.reasons.find(({ code }) => code !== "negated") ?? finding.reasons[0])?.code}`,
  );
}

describe("what a record shows bears out no sentence that denies, supposes or ends it", () => {
  it.each([
    ["Huawei sold nothing to Serbia.", "contradicted record-denied"],
    ["Reports that Huawei supplied cameras to Serbia are wrong.", "contradicted record-denied"],
    ["Huawei nearly sold cameras to Serbia.", "contradicted record-denied"],
    ["China has never trained police from 138 countries.", "contradicted bound-dropped"],
    ["If Huawei supplied cameras to Serbia, nobody noticed.", "not-checkable is-supposition"],
    ["It remains unclear whether Huawei supplied cameras to Serbia.", "not-checkable is-question"],
    ["Huawei stopped supplying cameras to Serbia.", "unverifiable no-evidence"],
    ["Huawei was banned from supplying cameras to Serbia.", "unverifiable no-evidence"],
    ["Serbia's plan to buy cameras from Huawei failed.", "unverifiable no-evidence"],
    ["Huawei no longer supplies cameras to Serbia.", "unverifiable no-evidence"],
    ["It has not been confirmed that Huawei supplied cameras to Serbia.", "not-checkable is-question"],
    ["Es falso que Huawei suministrara cámaras a Serbia.", "contradicted record-denied"],
    ["Hikvision, not Huawei, supplied cameras to Serbia.", "unverifiable no-evidence"],
    ["华为向塞尔维亚提供摄像头的说法不属实。", "contradicted record-denied"],
    ["Неправда, что Huawei поставила камеры Сербии.", "contradicted record-denied"],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual([expected]);
  });
});

describe("a negation of something else takes no evidence away", () => {
  it.each([
    "Huawei supplied cameras to Serbia and did not say so.",
    "Huawei supplied cameras to Serbia under a contract that was not published.",
    "Serbia, whose parliament was not asked, bought cameras from Huawei.",
    "China and the Solomon Islands signed a security pact in April 2022 and did not publish it.",
    "Nauru switched recognition from Taiwan to China in January 2024 and nobody was surprised.",
    "Huawei suministró cámaras a Serbia y nadie lo supo.",
  ])("%s", async sentence => {
    expect((await judged(sentence)).map(each => each.split(" ")[0])).toEqual(["supported"]);
  });
});

describe("words that no record has are not borne out with the rest", () => {
  it.each([
    ["Huawei supplied tanks to Serbia.", "unverifiable other-goods"],
    ["Huawei supplied cameras to every city in Serbia.", "imprecise beyond-record"],
    ["Huawei illegally supplied cameras to Serbia.", "imprecise beyond-record"],
    ["Huawei vendió tractores a Serbia.", "unverifiable other-goods"],
    ["Huawei a vendu des chars à la Serbie.", "unverifiable other-goods"],
    ["Huawei продала Сербии танки.", "unverifiable other-goods"],
    ["Only Huawei supplied cameras to Serbia.", "contradicted counter-example"],
    ["只有华为向塞尔维亚提供了摄像头。", "contradicted counter-example"],
    ["China trained Fiji's judges.", "unverifiable other-goods"],
    ["China built a police college in Fiji.", "unverifiable other-goods"],
    ["China trained Fiji's police officers.", "supported record-shows"],
    ["The United States runs such courses through the ILEA.", "supported record-shows"],
    ["Huawei supplied cameras and spyware to Serbia.", "imprecise beyond-record"],
    ["Huawei has supplied cameras to Serbia since 1995.", "imprecise since-later"],
    ["Huawei supplied surveillance equipment to Serbia.", "supported record-shows"],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual([expected]);
  });
});
