import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readClaims, readDocument } from "../read/index.ts";
import { checkDocument } from "./document.ts";
import { lexiconOf, lexiconRows } from "./gather/lexicon.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

/** Verdicts of a text published at the end of 2025, each with its first reason. */
async function judged(sentence: string): Promise<string[]> {
  const { book } = shipped;
  const read = await readDocument(Buffer.from(sentence), { name: "line.txt" });
  const document = { ...read, published: "2025-12-01" };
  const claims = readClaims(document, lexiconOf(book.codebook, await lexiconRows(book)));
  const checked = await checkDocument(document, claims, book);
  return checked.claims.map(({ finding }) => `${finding.verdict} ${finding.reasons[0]?.code}`);
}

describe("what records have of a party is not held for somebody whom a text names by it", () => {
  it.each([
    "Huawei's rival supplied cameras to Serbia.",
    "A company close to Huawei supplied cameras to Serbia.",
    "A subsidiary of Huawei's competitor supplied cameras to Serbia.",
    "NSO Group's Israeli rival sold Pegasus to Poland.",
    "The son of Huawei's founder sold cameras to Serbia.",
    "Huawei supplied cameras to Serbia's neighbour.",
    "Huawei supplied cameras to a rival of Serbia.",
    "Un rival de Huawei suministró cámaras a Serbia.",
    "Un concurrent de Huawei a fourni des caméras à la Serbie.",
    "Uma empresa próxima da Huawei forneceu câmaras à Sérvia.",
    "Конкурент Huawei поставил камеры Сербии.",
    "华为的竞争对手向塞尔维亚提供了摄像头。",
    "زوّدت شركة مقربة من هواوي صربيا بكاميرات.",
  ])("%s", async sentence => {
    expect(await judged(sentence)).toEqual(["unverifiable near-party"]);
  });

  it.each([
    "Huawei, Hikvision's rival, supplied cameras to Serbia.",
    "Huawei's critics say that Huawei supplied cameras to Serbia.",
  ])("%s", async sentence => {
    expect(await judged(sentence)).toEqual(["supported record-shows"]);
  });
});

describe("an act that is on record as done bears out none of which nothing came, and none that is only meant", () => {
  it.each([
    ["Kiribati almost switched recognition from Taiwan to China.", "contradicted record-denied"],
    ["Italy all but signed an agreement on joint patrols with China in 2015.", "contradicted record-denied"],
    [
      "China and the Solomon Islands came close to signing a security agreement in April 2022.",
      "contradicted record-denied",
    ],
    ["Unlike Nauru, Kiribati never switched recognition from Taiwan to China.", "contradicted record-denied"],
    ["Kiribati estuvo a punto de reconocer a China en 2019.", "contradicted record-denied"],
    ["Kiribati a failli reconnaître Pékin en 2019.", "contradicted record-denied"],
    ["Кирибати чуть не признала КНР в 2019 году.", "contradicted record-denied"],
    ["基里巴斯2019年险些与台湾断交。", "contradicted record-denied"],
    ["Kiribati considered switching recognition from Taiwan to China.", "imprecise told-as-wish"],
    ["Nauru promised to switch recognition from Taiwan to China.", "imprecise told-as-wish"],
    ["Huawei is about to supply cameras to Serbia.", "imprecise told-as-wish"],
    ["Huawei would supply cameras to Serbia if it were allowed to.", "not-checkable is-supposition"],
    [
      "Nauru switched recognition from Taiwan to China after it had considered the step for months.",
      "supported act-on-record",
    ],
    ["Huawei offered to supply cameras to Serbia.", "imprecise told-as-wish"],
    ["Kiribati switched recognition from Taiwan to China almost overnight.", "supported act-on-record"],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual([expected]);
  });
});

describe("a body of another sort, a third party and a second giver are not borne out with the rest", () => {
  it.each([
    ["Huawei supplied cameras to the Serbian army.", "imprecise beyond-record"],
    ["Huawei supplied cameras to a football club in Serbia.", "imprecise beyond-record"],
    ["Huawei suministró cámaras al ejército serbio.", "imprecise beyond-record"],
    ["华为向塞尔维亚军队提供了摄像头。", "imprecise beyond-record"],
    ["China trained Fiji's whole police force.", "imprecise beyond-record"],
    ["Huawei supplied cameras to Serbia through a third party.", "imprecise beyond-record"],
    ["Hikvision supplied cameras to Serbia on behalf of Huawei.", "imprecise beyond-record"],
    ["Huawei and Nokia supplied cameras to Serbia.", "unverifiable no-evidence"],
    ["Huawei, along with Nokia, supplied cameras to Serbia.", "unverifiable no-evidence"],
    ["Huawei supplied cameras to the police of Serbia.", "supported record-shows"],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual([expected]);
  });
});

describe("of two lists that go together each goes with its own", () => {
  it.each([
    [
      "Huawei and ZTE supplied cameras to Serbia and Zambia respectively.",
      ["supported record-shows", "supported record-shows"],
    ],
    [
      "Huawei and ZTE supplied cameras to Zambia and Serbia respectively.",
      ["imprecise planned-record", "contradicted other-maker"],
    ],
    ["Kabul has 90,000 cameras, Moscow 217,000.", ["supported inside", "supported inside"]],
    [
      "Kabul has 217,000 cameras, Moscow 90,000.",
      ["unverifiable gate-unsure", "imprecise other-denominator"],
    ],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual(expected);
  });
});

describe("who acts, who else did and who did first are held against the acts of others", () => {
  it.each([
    [
      "Kiribati was the only country that switched recognition from Taiwan to China.",
      "contradicted counter-example",
    ],
    [
      "Honduras was the first country to switch recognition from Taiwan to China.",
      "contradicted counter-example",
    ],
    [
      "Kiribati was the last country to switch recognition from Taiwan to China.",
      "contradicted counter-example",
    ],
    [
      "Malawi was the first African country to switch recognition from Taiwan to China.",
      "unverifiable no-counter-example",
    ],
    ["Honduras fue el primer país que rompió con Taiwán.", "contradicted counter-example"],
    ["Kiribati est le seul pays qui a rompu avec Taïwan.", "contradicted counter-example"],
    ["The third China-Croatia joint patrol was in 2019.", "imprecise other-date"],
    ["The second China-Croatia joint patrol was in 2019.", "supported act-on-record"],
    ["Nauru recognised China before Kiribati did.", "contradicted act-order"],
    ["Kiribati switched recognition to China long after Honduras.", "contradicted act-order"],
    ["Kiribati reconoció a China después de Honduras.", "contradicted act-order"],
    ["Kiribati a reconnu Pékin après le Honduras.", "contradicted act-order"],
    ["Kiribati switched to China before Nauru did.", "supported act-on-record"],
    ["Nauru switched to China after leaving Taiwan.", "supported act-on-record"],
    ["Taiwan switched recognition from Nauru to China.", "contradicted parties-swapped"],
    ["Taipei switched recognition from Tarawa to Beijing in 2019.", "contradicted parties-swapped"],
    ["Hikvision ordered Canada to end operations.", "contradicted parties-swapped"],
    ["Hikvision was ordered by Canada to end operations.", "supported act-on-record"],
    ["Washington signed the China-Solomon Islands security agreement.", "contradicted act-of-others"],
    ["Like Kiribati, Fiji switched recognition from Taiwan to China in 2019.", "contradicted act-of-others"],
    [
      "Australia and New Zealand signed the China-Solomon Islands security agreement.",
      "contradicted act-of-others",
    ],
    ["Honiara signed a security agreement with Beijing in April 2022.", "supported act-on-record"],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual([expected]);
  });
});

describe("a number that is guessed at or hoped for is none that was counted", () => {
  it.each([
    "Sandvine could soon filter 40 percent of the traffic of Belarus.",
    "China is expected to train police from 138 countries by 2030.",
    "China hopes to train police from 138 countries.",
    "The number of cameras in Kabul is expected to rise to 150,000.",
  ])("%s", async sentence => {
    const verdicts = (await judged(sentence)).map(each => each.split(" ")[0]);
    expect(verdicts.filter(each => each !== "not-checkable" && each !== "unverifiable")).toEqual([]);
  });

  it.each(["China pledged to train 3,000 foreign police.", "Kabul has 90,000 cameras, and more may come."])(
    "%s",
    async sentence => {
      expect((await judged(sentence))[0]).toMatch(/^supported/);
    },
  );
});

describe("the same operators are read in other languages", () => {
  it.each([
    ["Solo Huawei suministró cámaras a Serbia.", "contradicted counter-example"],
    ["Só a Huawei forneceu câmaras à Sérvia.", "contradicted counter-example"],
    ["Только Huawei поставила камеры Сербии.", "contradicted counter-example"],
    ["هواوي وحدها زودت صربيا بكاميرات.", "contradicted counter-example"],
    ["Ni Huawei ni Hikvision suministraron cámaras a Serbia.", "contradicted record-denied"],
    ["Huawei y Nokia suministraron cámaras a Serbia.", "unverifiable no-evidence"],
    ["Huawei и Nokia поставили камеры Сербии.", "unverifiable no-evidence"],
    ["华为和诺基亚向塞尔维亚提供了摄像头。", "unverifiable no-evidence"],
    ["زودت هواوي ونوكيا صربيا بكاميرات.", "unverifiable no-evidence"],
    ["华为和塞尔维亚警方在贝尔格莱德安装了摄像头。", "supported record-shows"],
    ["Huawei suministró cámaras a un país vecino de Serbia.", "unverifiable near-party"],
    ["Huawei a fourni des caméras à un club de football de Serbie.", "imprecise beyond-record"],
    ["Nauru casi rompió con Taiwán en 2024.", "contradicted record-denied"],
    ["Nauru a presque rompu avec Taïwan en 2024.", "contradicted record-denied"],
    ["Hikvision ordenó a Canadá cesar sus operaciones.", "contradicted parties-swapped"],
    ["Hikvision предписала Канаде прекратить работу.", "contradicted parties-swapped"],
    ["海康威视下令加拿大停止运营。", "contradicted parties-swapped"],
    ["أمرت هيكفيجن كندا بوقف عملياتها.", "contradicted parties-swapped"],
    ["زودت صربيا هواوي بكاميرات.", "contradicted parties-swapped"],
    ["زودت هواوي صربيا بكاميرات.", "supported record-shows"],
    ["华为向塞尔维亚提供了坦克。", "unverifiable other-goods"],
    ["زودت هواوي صربيا بدبابات.", "unverifiable other-goods"],
    ["Министр отрицал, что Huawei поставила камеры Сербии.", "disputed record-denied"],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual([expected]);
  });
});

describe("the only and the first to take, gifts to others and prices are held against the records of the giver", () => {
  it.each([
    ["Hungary was NSO Group's sole customer.", "contradicted counter-example"],
    ["Uganda was the first country in Africa to buy cameras from Huawei.", "unverifiable no-counter-example"],
    ["By 2010 Huawei had already supplied cameras to Serbia.", "imprecise other-date"],
    ["By 2022 Huawei had already supplied cameras to Serbia.", "supported record-shows"],
    ["Australia handed over 60 rifles to the police of China.", "contradicted number-of-others"],
    ["The Solomon Islands handed over 60 rifles to Australia.", "contradicted parties-swapped"],
    ["Australia handed over 60 rifles to the police of the Solomon Islands.", "supported inside"],
    ["Zambia's Safe City cost 210 million dollars.", "supported inside"],
    ["Neither Huawei nor Hikvision supplied cameras to Serbia.", "contradicted record-denied"],
    ["Few would deny that Huawei supplied cameras to Serbia.", "supported record-shows"],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual([expected]);
  });
});
