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

describe("numbers in a script without spaces", () => {
  it.each<Row>([
    ["到2012年4月，山东警察学院共培训外国警官677名。", "677", "supported inside"],
    ["到2012年4月，山东警察学院共培训外国警官1377名。", "1377", "contradicted outside"],
    ["到2012年4月，山东警察学院已为约50个国家培训警官。", "50个国家", "supported inside"],
    ["到2012年4月，山东警察学院已为50个国家培训警官。", "50个国家", "imprecise hedge-dropped"],
    ["到2012年4月，山东警察学院已为20个国家培训警官。", "20个国家", "contradicted outside"],
    ["印度尼西亚的泗水计划安装280个摄像头识别人脸。", "280个摄像头", "supported commitment"],
    ["印度尼西亚的泗水有280个摄像头识别人脸。", "280个摄像头", "imprecise planned-not-realised"],
  ])("count what stands right behind them, of the body that is named: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });

  it.each<Row>([
    ["华为平安城市为超过4亿人提供服务。", "4亿人", "unverifiable self-interested-only"],
    [
      "La Safe City de Huawei sirve a más de 400 millones de personas.",
      "400 millones",
      "unverifiable self-interested-only",
    ],
    [
      "Plus de 400 millions de personnes vivent avec la Safe City de Huawei.",
      "400 millions",
      "unverifiable self-interested-only",
    ],
    ["华为平安城市为超过9亿人提供服务。", "9亿人", "unverifiable no-evidence"],
  ])("are found by both parties whom a large number is of: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("who built what", () => {
  it.each<Row>([
    ["In Bolivia the BOL-110 system was built by ZTE.", "BOL-110", "contradicted other-maker"],
    ["Le système BOL-110, en Bolivie, a été construit par ZTE.", "BOL-110", "contradicted other-maker"],
    ["A ZTE instalou o sistema BOL-110 na Bolívia.", "BOL-110", "contradicted other-maker"],
    ["Le système BOL-110, en Bolivie, a été construit par CEIEC.", "BOL-110", "supported record-shows"],
    ["Motorola vendió el programa Predator a Madagascar.", "Predator", "contradicted other-maker"],
    ["Intellexa vendió el programa Predator a Madagascar.", "Predator", "supported record-shows"],
  ])("is read by a short name beside a system of the book: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });

  it.each<Row>([
    [
      "ZTE installed the national data centre of Papua New Guinea.",
      "data centre",
      "contradicted other-maker",
    ],
    ["IBM construyó el centro de datos nacional de Papúa Nueva Guinea.", "IBM", "contradicted other-maker"],
    ["Huawei built the national data centre of Papua New Guinea.", "data centre", "supported record-shows"],
    ["IBM built a data centre in Papua New Guinea.", "data centre", "unverifiable no-evidence"],
  ])("is of one system where a country has one of it: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });

  it.each<Row>([
    [
      "The city of Valenciennes received a video surveillance system from Dahua.",
      "Dahua",
      "contradicted other-maker",
    ],
    ["Dahua a offert à Valenciennes un système de vidéosurveillance.", "Dahua", "contradicted other-maker"],
    ["Huawei a offert à Valenciennes un système de vidéosurveillance.", "Huawei", "supported record-shows"],
    ["Dahua a offert à Vesoul un système de vidéosurveillance.", "Dahua", "unverifiable no-evidence"],
  ])("is told of a town that only the records place: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("a sale that is told passively, or by a list of buyers", () => {
  it.each<Row>([
    ["El programa espía Pegasus fue vendido por NSO Group a Hungría.", "Pegasus", "supported record-shows"],
    ["El programa espía Pegasus se vendió a Hungría.", "Pegasus", "supported record-shows"],
    ["Le logiciel espion Pegasus a été vendu à la Hongrie.", "Pegasus", "supported record-shows"],
    ["В Душанбе система Safe City поставлена компанией Huawei.", "Huawei", "supported record-shows"],
    ["В Душанбе система Safe City поставлена компанией Hikvision.", "Hikvision", "contradicted other-maker"],
    ["Среди клиентов NSO Group — Венгрия и Казахстан.", "Венгрия", "supported record-shows"],
    ["Entre los clientes de NSO Group figuran Hungría y Armenia.", "Armenia", "unverifiable no-evidence"],
    [
      "Entre os clientes da NSO Group estão a Hungria e o Cazaquistão.",
      "Cazaquistão",
      "supported record-shows",
    ],
    ["Parmi les clients de NSO Group figurent la Hongrie et le Maroc.", "Maroc", "supported record-shows"],
    ["NSO集团的客户包括匈牙利和哈萨克斯坦。", "哈萨克斯坦", "supported record-shows"],
    ["من بين عملاء NSO Group المجر والمغرب.", "المجر", "supported record-shows"],
    ["NSO Group's clients include Hungary and Morocco.", "Morocco", "supported record-shows"],
    ["NSO's Pegasus was sold to Hungary.", "Pegasus", "supported record-shows"],
    ["Dahua's Pegasus was sold to Hungary.", "Pegasus", "contradicted other-maker"],
    ["大华的“飞马”间谍软件被出售给匈牙利。", "匈牙利", "contradicted other-maker"],
  ])("is read as any other: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("an act that is told by its verb, with other words between", () => {
  it.each<Row>([
    ["Panamá estableció en junio de 2017 relaciones con Pekín.", "Panamá", "supported act-on-record"],
    [
      "Le 26 mars 2023, le Honduras a noué des relations diplomatiques avec Pékin.",
      "Honduras",
      "supported act-on-record",
    ],
    [
      "Le 26 mars 2021, le Honduras a noué des relations diplomatiques avec Pékin.",
      "Honduras",
      "imprecise other-date",
    ],
    ["O Panamá estabeleceu relações com Pequim em junho de 2017.", "Panamá", "supported act-on-record"],
    ["Коста-Рика признала КНР в 2007 году.", "Коста-Рика", "supported act-on-record"],
    ["أعلنت بنما إقامة علاقات مع الصين في يونيو 2017.", "بنما", "supported act-on-record"],
    ["加拿大政府于2025年6月下令海康威视停止在加业务。", "加拿大", "supported act-on-record"],
  ])("is found by its kind: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("who is entrusted with a system", () => {
  it.each<Row>([
    [
      "Le Cameroun a confié à Huawei la vidéosurveillance de Yaoundé et de Douala.",
      "Huawei",
      "supported record-shows",
    ],
    [
      "Le Cameroun a confié à Dahua la vidéosurveillance de Yaoundé et de Douala.",
      "Dahua",
      "contradicted other-maker",
    ],
    [
      "Шпионская программа Predator использовалась в Монголии и Казахстане.",
      "Монголии",
      "supported record-shows",
    ],
  ])("supplies it: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("who paid for a system", () => {
  it.each<Row>([
    [
      "Huawei construyó el Safe City de Islamabad con un préstamo del Banco de Exportación e Importación de China.",
      "Islamabad",
      "supported record-shows",
    ],
    [
      "Huawei construyó el Safe City de Islamabad con un crédito chino.",
      "Islamabad",
      "supported record-shows",
    ],
    [
      "Huawei construyó el Safe City de Islamabad con un préstamo japonés.",
      "Islamabad",
      "contradicted other-payer",
    ],
    [
      "Huawei construyó el Safe City de Islamabad con un préstamo del Banco Mundial.",
      "Islamabad",
      "unverifiable no-evidence",
    ],
    [
      "Huawei a fourni à Maurice le système Safe City avec un prêt de l'Inde.",
      "Maurice",
      "contradicted other-payer",
    ],
    [
      "Huawei построила в Душанбе систему «Безопасный город» на российский кредит.",
      "Душанбе",
      "contradicted other-payer",
    ],
    [
      "Huawei построила в Душанбе систему «Безопасный город» на китайский кредит.",
      "Душанбе",
      "supported record-shows",
    ],
    ["华为用日本提供的贷款在杜尚别建设了平安城市。", "杜尚别", "contradicted other-payer"],
    [
      "حصلت طاجيكستان على نظام المدينة الآمنة في دوشنبه من هواوي بقرض ياباني.",
      "دوشنبه",
      "contradicted other-payer",
    ],
    ["زودت هواوي موريشيوس بنظام المدينة الآمنة بتمويل صيني.", "هواوي", "supported record-shows"],
    ["بنت هواوي مركز البيانات الوطني في بابوا غينيا الجديدة بقرض صيني.", "هواوي", "supported record-shows"],
    ["巴布亚新几内亚国家数据中心由华为承建，资金来自中国进出口银行。", "华为", "supported record-shows"],
    ["巴布亚新几内亚国家数据中心由思科承建，资金来自中国进出口银行。", "思科", "contradicted other-maker"],
  ])("is held against the record, by states and by bodies of the book: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

it.each<Row>([
  [
    "Parmi les acheteurs du logiciel espion Predator figurent l'Égypte et Madagascar.",
    "Madagascar",
    "supported record-shows",
  ],
  ["En 2012 Dahua suministró a Ecuador el sistema ECU-911.", "Dahua", "contradicted other-maker"],
])(
  "a product stands for the group of its maker, and a system's number for the system: %s",
  async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  },
);

describe("what is said to go on", () => {
  it.each<Row>([
    ["In Malta, Huawei's Safe City still watches over the streets.", "Malta", "imprecise ended-record"],
    ["En Malta, la Safe City de Huawei sigue vigilando las calles.", "Malta", "imprecise ended-record"],
    ["Em Malta, a Safe City da Huawei ainda vigia as ruas.", "Malta", "imprecise ended-record"],
    ["华为的平安城市仍在监视马耳他。", "马耳他", "imprecise ended-record"],
    ["Sandvine продолжает продавать Белоруссии системы фильтрации.", "Sandvine", "imprecise ended-record"],
    ["In Malta, Huawei's Safe City no longer watches over the streets.", "Malta", "unverifiable no-evidence"],
    ["In Serbia, Huawei's cameras still watch the streets.", "Serbia", "unverifiable no-evidence"],
  ])("is behind the times where every record of the two has ended: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("an act that a verb brings into the world", () => {
  it.each<Row>([
    [
      "In 2018, Xi Jinping launched the Global Security Initiative.",
      "2018",
      "contradicted act-of-another-time",
    ],
    ["In April 2022, Xi Jinping launched the Global Security Initiative.", "2022", "supported act-on-record"],
    [
      "Xi Jinping lanzó en 2018 la Iniciativa de Seguridad Global.",
      "2018",
      "contradicted act-of-another-time",
    ],
    [
      "Xi Jinping a proposé en 2022 l'Initiative pour la sécurité mondiale.",
      "2022",
      "supported act-on-record",
    ],
    [
      "Xi Jinping propôs em 2018 a Iniciativa de Segurança Global.",
      "2018",
      "contradicted act-of-another-time",
    ],
    [
      "В 2022 году Си Цзиньпин выдвинул Инициативу по глобальной безопасности.",
      "2022",
      "supported act-on-record",
    ],
    ["2022年4月，习近平提出了全球安全倡议。", "2022", "supported act-on-record"],
    ["2018年，习近平提出了全球安全倡议。", "2018", "contradicted act-of-another-time"],
  ])("is dated by its own name in each language: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("the French verb of counting", () => {
  it.each<Row>([
    ["Access Now a compté 21 coupures d'internet au Pakistan en 2024.", "21 coupures", "supported inside"],
    ["La Chine compte former 3 000 policiers étrangers en 2025.", "3 000 policiers", "supported commitment"],
  ])("is a plan only before another verb: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("a bare number", () => {
  const bahia = "Na Bahia, o reconhecimento facial levou a 680 prisões em 2023.";
  it.each<Row>([
    [`${bahia} Em 2024 foram 1.132.`, "1.132", "unverifiable self-interested-only"],
    [`${bahia} Em 2024 foram 2.311.`, "2.311", "disputed self-interested-other"],
    [`${bahia} Em 2024 foram 2.311 no Ceará.`, "2.311", "unverifiable no-evidence"],
    [
      "À Valenciennes, l'accord avec Huawei portait sur 217 caméras. La ville en a posé 323.",
      "323",
      "imprecise planned-not-realised",
    ],
    [
      "À Valenciennes, l'accord avec Huawei portait sur 217 caméras. La ville en prévoit 323.",
      "323",
      "supported inside",
    ],
  ])("goes on with the number before it, where that was: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });

  it.each<Row>([
    ["В 2024 году в Индии интернет отключали 84 раза.", "84", "supported inside"],
    ["В 2024 году в Индии интернет отключали 48 раз.", "48", "contradicted outside"],
    ["En 2024, l'Inde a coupé internet 84 fois.", "84", "supported inside"],
    ["En 2024, India cortó internet 48 veces.", "48", "contradicted outside"],
    ["Em 2024, a Índia cortou a internet 84 vezes.", "84", "supported inside"],
    ["In 2024, India cut the internet 48 times.", "48", "contradicted outside"],
    ["China spends 84 times as much as India.", "84", "unverifiable no-evidence"],
  ])("of times counts what was done so often: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("a poll", () => {
  it.each<Row>([
    ["En Serbie, 77 % disaient en 2021 que la Chine a une influence positive.", "77", "supported inside"],
    ["En Serbie, 85 % disaient en 2021 que la Chine a une influence positive.", "85", "contradicted outside"],
    [
      "En Serbie, 79 % disaient en 2021 que la Chine a une influence positive.",
      "79",
      "unverifiable evidence-too-wide",
    ],
    [
      "En Serbia, el 85% decía en 2021 que China tiene una influencia positiva.",
      "85",
      "contradicted outside",
    ],
  ])("refutes what lies beyond its error alone: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("what is told of a number's counter, parts and years", () => {
  it.each<Row>([
    [
      "Selon le CSIS, la Safe City de Huawei avait été vendue à 100 pays en 2019.",
      "100 pays",
      "misattributed credited-otherwise",
    ],
    [
      "据战略与国际研究中心统计，到2019年，华为平安城市已进入100个国家。",
      "100个国家",
      "misattributed credited-otherwise",
    ],
    ["По данным CSIS, к 2019 году «Безопасный город» Huawei заключили 52 страны.", "52", "supported inside"],
    ["Según Huawei, su Safe City se vendió a 100 países.", "100 países", "supported true-as-attribution"],
  ])("is not counted by whoever counted far less: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });

  const counted = "Le CESeC a recensé 151 arrestations dans cinq États du Brésil";
  it.each<Row>([
    [`${counted}, dont 52 % à Rio de Janeiro.`, "52 %", "contradicted outside"],
    [`${counted}, dont 37 % à Rio de Janeiro.`, "37 %", "supported inside"],
    ["CESeC counted 151 arrests in five Brazilian states. Bahia had 52% of them.", "52%", "supported inside"],
    [
      "CESeC counted 151 arrests in five Brazilian states. Ceará had 52% of them.",
      "52%",
      "unverifiable no-evidence",
    ],
  ])("is held against the part that the note of its whole names: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });

  const bahia = "En Bahía, el reconocimiento facial llevó a 2.059 detenciones en 2025";
  it.each<Row>([
    [`${bahia}; de 2019 a 2025 suman 2.900.`, "2.900", "disputed self-interested-other"],
    [`${bahia}; de 2019 a 2025 suman 4.600.`, "4.600", "unverifiable self-interested-other"],
  ])("is no less as a total than its years together: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("an act that is told by 'the same'", () => {
  it.each<Row>([
    [
      "Honduras broke with Taiwan in March 2023. Nauru did the same in January 2022.",
      "Nauru",
      "imprecise other-date",
    ],
    [
      "Honduras broke with Taiwan in March 2023. Nauru did the same in January 2024.",
      "Nauru",
      "supported act-on-record",
    ],
    [
      "Honduras rompió con Taiwán en marzo de 2023. Nauru hizo lo mismo en enero de 2022.",
      "Nauru",
      "imprecise other-date",
    ],
    [
      "Le Honduras a rompu avec Taïwan en mars 2023. Nauru a fait de même en janvier 2024.",
      "Nauru",
      "supported act-on-record",
    ],
    [
      "Honduras rompeu com Taiwan em março de 2023. Nauru fez o mesmo em janeiro de 2022.",
      "Nauru",
      "imprecise other-date",
    ],
    [
      "Гондурас разорвал отношения с Тайванем в марте 2023 года. Науру сделало это в январе 2024 года.",
      "Науру",
      "supported act-on-record",
    ],
    ["洪都拉斯2023年3月与台湾断交。瑙鲁2024年1月也这样做。", "瑙鲁", "supported act-on-record"],
    [
      "Honduras praised Taiwan in March 2023. Nauru did the same in January 2024.",
      "Nauru",
      "unverifiable no-evidence",
    ],
  ])("is of the kind of the sentence before: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("an event whose record names in English whoever was affected", () => {
  it.each<Row>([
    [
      "En Serbia, periodistas y activistas fueron hackeados con herramientas de Cellebrite en 2024.",
      "Serbia",
      "supported record-shows",
    ],
    ["Au Népal, des réfugiés tibétains ont été arrêtés en 2025.", "Népal", "supported record-shows"],
    ["В Замбии в 2019 году арестовали блогеров оппозиционного сайта.", "Замбии", "supported record-tells"],
    ["2021年，匈牙利的记者和政治人物的手机被植入间谍软件。", "匈牙利", "supported record-tells"],
    [
      "Em 2022, ativistas contra a guerra foram detidos em Moscou com reconhecimento facial.",
      "Moscou",
      "supported record-tells",
    ],
    ["في صربيا، تم اختراق هواتف صحفيين ونشطاء في ديسمبر 2024.", "صربيا", "supported record-shows"],
    [
      "En Hongrie, des médecins ont été espionnés avec Pegasus en 2021.",
      "Hongrie",
      "unverifiable no-evidence",
    ],
    ["In Hungary, doctors were spied on with Pegasus in 2021.", "Hungary", "unverifiable no-evidence"],
    ["В Замбии в 2011 году арестовали блогеров оппозиционного сайта.", "Замбии", "unverifiable no-evidence"],
    ["2021年，肯尼亚的记者和政治人物的手机被植入间谍软件。", "肯尼亚", "unverifiable no-evidence"],
  ])("is found in each language, and is of no others: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("products by their English names in other languages", () => {
  it.each<Row>([
    ["В Таиланде компания Circles установила SS7 interception.", "Circles", "supported record-shows"],
    ["Circles向秘鲁提供了SS7 interception。", "Circles", "supported record-shows"],
    ["زودت Hikvision كازاخستان بنظام Street cameras.", "Hikvision", "supported record-shows"],
    [
      "Gamma International supplied FinFisher to Congo - Brazzaville.",
      "FinFisher",
      "unverifiable no-evidence",
    ],
    ["法国从Hikvision采购了Safe City。", "Hikvision", "unverifiable no-evidence"],
    ["阿拉伯联合酋长国从TP-Link采购了ProxySG。", "ProxySG", "contradicted other-maker"],
    ["印度从Intellexa采购了Pegasus。", "Pegasus", "contradicted other-maker"],
  ])("are found, and bear nobody else out: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("training that is received from somebody", () => {
  it.each<Row>([
    ["Policías de Argentina recibieron formación de China en 2016.", "Argentina", "supported record-shows"],
    ["تلقت شرطة الأرجنتين تدريبًا من الصين في عام 2016.", "الأرجنتين", "supported record-shows"],
    ["Policías de Argentina recibieron formación de Rusia en 2016.", "Argentina", "unverifiable no-evidence"],
  ])("is given by whoever stands behind it: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

it("a Chinese counter is credited by its name, not by its name and what it made", async () => {
  const { claims } = await checkBytes(
    Buffer.from("2021年，全球有182次断网，据Access Now统计。"),
    shipped.book,
    {
      name: "line.txt",
    },
  );
  expect(claims[0]?.attribution?.to).toBe("Access Now");
  expect(claims[0]?.finding.reasons.map(({ code }) => code)).toContain("bound-dropped");
});

describe("a town of the book written in another script, or as another language calls it", () => {
  it.each<Row>([
    ["Dahua построила систему Safe City в Душанбе.", "Dahua", "contradicted other-maker"],
    ["Huawei построила систему Safe City в Душанбе.", "Huawei", "supported record-shows"],
    ["中兴建设了巴基斯坦伊斯兰堡平安城市。", "中兴", "contradicted other-maker"],
    ["华为建设了巴基斯坦伊斯兰堡平安城市。", "华为", "supported record-shows"],
    ["Hikvision instaló en Moscú el reconocimiento facial Sfera.", "Hikvision", "contradicted other-maker"],
  ])("is the same town: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("a system that is called by a name in a country of which the book knows one maker", () => {
  it.each<Row>([
    ["A ZTE instalou a Cidade Segura em Cabo Verde.", "ZTE", "contradicted other-maker"],
    ["ZTE built the Safe City of Malta.", "ZTE", "contradicted other-maker"],
    ["ZTE built a safe city in Mauritius.", "ZTE", "unverifiable no-evidence"],
    ["ZTE built the Safe City in Suriname.", "ZTE", "unverifiable no-evidence"],
  ])("is that country's: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

it("a sentence that opens with the world does not go on with the firm before it", async () => {
  const text =
    "A Circles tinha 25 países clientes em 2020. No mundo havia 970 milhões de câmeras de vigilância em 2019.";
  expect(await found(text, "970")).toBe("contradicted outside");
});
