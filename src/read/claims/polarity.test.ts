import { describe, expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";
import type { Claim } from "../types.ts";

function firstOf(text: string, language: string): Claim {
  const claims = readClaims(testDocument(text, language), testLexicon());
  return claims.find(({ form }) => form === "relation" || form === "number") ?? claims[0]!;
}

const DENIED: readonly (readonly [language: string, text: string])[] = [
  ["en", "Huawei sold nothing to Serbia."],
  ["en", "Huawei sold no cameras to Serbia."],
  ["en", "Huawei hadn't sold cameras to Serbia."],
  ["en", "Huawei nearly sold cameras to Serbia."],
  ["en", "Huawei stopped short of supplying cameras to Serbia."],
  ["en", "It is false that Huawei supplied cameras to Serbia."],
  ["en", "Reports that Huawei supplied cameras to Serbia are wrong."],
  ["en", "No Chinese or Russian firm sold cameras to Serbia."],
  ["en", "No police officer from Fiji, a small state, was trained in China."],
  ["en", "It was not Huawei that supplied cameras to Serbia."],
  ["es", "Es falso que Huawei suministrara cámaras a Serbia."],
  ["es", "La noticia de que Huawei suministró cámaras a Serbia es falsa."],
  ["es", "Huawei estuvo a punto de vender cámaras a Serbia."],
  ["fr", "L'information selon laquelle Huawei a fourni des caméras à la Serbie est fausse."],
  ["fr", "Huawei a failli vendre des caméras à la Serbie."],
  ["pt", "A notícia de que a Huawei forneceu câmeras à Sérvia é falsa."],
  ["pt", "A Huawei quase vendeu câmeras à Sérvia."],
  ["ru", "Неправда, что Huawei поставила камеры Сербии."],
  ["ru", "Утверждения о том, что Huawei поставила камеры Сербии, ложны."],
  ["ru", "Huawei чуть не продала камеры Сербии."],
  ["zh", "华为并未向塞尔维亚提供摄像头。"],
  ["zh", "华为向塞尔维亚提供摄像头的说法不属实。"],
  ["zh", "华为差点向塞尔维亚出售摄像头。"],
  ["ar", "الأنباء عن أن هواوي زودت صربيا بالكاميرات غير صحيحة."],
  ["ar", "كادت هواوي تبيع كاميرات لصربيا."],
];

/** Another verb is denied, or nothing is. */
const TOLD: readonly (readonly [language: string, text: string])[] = [
  ["en", "Huawei supplied cameras to Serbia and did not say so."],
  ["en", "Huawei supplied cameras to Serbia and nobody noticed."],
  ["en", "Huawei supplied cameras to Serbia under a contract that was not published."],
  ["en", "Huawei supplied cameras to Serbia, not Hikvision."],
  ["en", "Serbia, whose parliament was not asked, bought cameras from Huawei."],
  ["en", "Cameras supplied by Huawei to Serbia were not used."],
  ["en", "Not all cameras in Serbia were supplied by Huawei."],
  ["en", "Serbia has 8,000 cameras and does not publish where they stand."],
  ["en", "Nobody doubts that Huawei supplied cameras to Serbia."],
  ["en", "Huawei never hid that it supplied cameras to Serbia."],
  ["en", "It is not surprising that Huawei supplied cameras to Serbia."],
  ["es", "Nadie duda de que Huawei suministró cámaras a Serbia."],
  ["ru", "Как бы то ни было, Huawei поставила камеры Сербии."],
  ["es", "Huawei suministró cámaras a Serbia y nadie lo supo."],
  ["es", "Huawei suministró cámaras a Serbia con un contrato que no se publicó."],
  ["fr", "Huawei a fourni des caméras à la Serbie et personne n'en a rien su."],
  ["pt", "A Huawei forneceu câmeras à Sérvia por um contrato que não foi publicado."],
  ["ru", "Huawei поставила камеры Сербии, и никто об этом не узнал."],
  ["zh", "不过，华为向塞尔维亚提供了摄像头。"],
  ["zh", "华为向塞尔维亚提供了摄像头，没有人知道。"],
  ["ar", "زودت هواوي صربيا بالكاميرات ولم يعلم أحد بذلك."],
];

const SUPPOSED: readonly (readonly [language: string, text: string])[] = [
  ["en", "If Huawei supplied cameras to Serbia, the police kept it quiet."],
  ["en", "Had Huawei supplied cameras to Serbia, the ministry would have said so."],
  ["en", "Huawei would have supplied cameras to Serbia."],
  ["es", "Si Huawei hubiera suministrado cámaras a Serbia, se sabría."],
  ["fr", "Si Huawei avait fourni des caméras à la Serbie, on le saurait."],
  ["pt", "Se a Huawei tivesse fornecido câmeras à Sérvia, saberíamos."],
  ["ru", "Если бы Huawei поставила камеры Сербии, об этом бы узнали."],
  ["zh", "如果华为向塞尔维亚提供了摄像头，就会有人知道。"],
  ["ar", "لو زودت هواوي صربيا بالكاميرات لعرفنا ذلك."],
];

const OPEN: readonly (readonly [language: string, text: string])[] = [
  ["en", "It remains unclear whether Huawei supplied cameras to Serbia."],
  ["en", "The ministry would not say whether Huawei supplied cameras to Serbia."],
  ["es", "Se desconoce si Huawei suministró cámaras a Serbia."],
  ["fr", "On ignore si Huawei a fourni des caméras à la Serbie."],
  ["pt", "Não se sabe se a Huawei forneceu câmeras à Sérvia."],
  ["ru", "Неизвестно, поставила ли Huawei камеры Сербии."],
  ["zh", "尚不清楚华为是否向塞尔维亚提供了摄像头。"],
  ["ar", "ليس من الواضح ما إذا كانت هواوي زودت صربيا بالكاميرات."],
];

describe("whether a sentence says that something was done", () => {
  test.each(DENIED)("a denial is one, in whatever words (%s): %s", (language, text) => {
    expect(firstOf(text, language).polarity).toBe("negative");
  });
  test.each(TOLD)("a negation of something else denies nothing (%s): %s", (language, text) => {
    expect(firstOf(text, language)).toMatchObject({
      polarity: "positive",
      form: expect.stringMatching(/^(?:relation|number)$/),
    });
  });
  test.each(SUPPOSED)("a supposition asserts nothing (%s): %s", (language, text) => {
    expect(firstOf(text, language).form).toBe("supposition");
  });
  test.each(OPEN)("what is left open is asked, not told (%s): %s", (language, text) => {
    expect(firstOf(text, language).form).toBe("question");
  });
  test.each([
    "If it had been built, it would have been because Acme wanted it.",
    "If cameras were sold because of the riots, it would have been a scandal due to the price.",
    "Because of the riots, Serbia would have bought cameras from Huawei.",
    "Had it rained, it would have failed because the cameras would have been wet.",
  ])("a cause within a supposition does no harm: %s", text => {
    expect(readClaims(testDocument(text), testLexicon()).length).toBeGreaterThan(0);
  });
  test("a clause beside a supposition is told", () => {
    const text = "If it needs help, Serbia can turn to Huawei, which supplied cameras to Belgrade.";
    const forms = readClaims(testDocument(text), testLexicon()).map(({ form }) => form);
    expect(forms).toEqual(["supposition", "relation"]);
  });
});
