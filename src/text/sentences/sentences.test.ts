import { describe, expect, it } from "vitest";
import { splitParagraphs, splitSentences } from "./sentences.ts";

const split = (text: string, language: string): string[] =>
  splitSentences(text, language).map(s => text.slice(...s));

describe("sentences", () => {
  it.each([
    ["en", ["Mr. Lee paid $3.5 million.", "He left."]],
    ["en", ["“It works.”", "She agreed."]],
    ["en", ["The U.S. Senate met at 5 p.m. on Monday.", "It failed."]],
    ["en", ["Hikvision Co. Ltd. sold it.", "Why?", "Nobody knows!"]],
    ["en", ["“Why?” he asked."]],
    ["en", ["J. K. Rowling wrote it."]],
    ["en", ["He works for Acme Inc.", "The firm is new."]],
    ["es", ["El Sr. García dijo 1.200.", "¿Y luego?"]],
    ["fr", ["M. Dupont est parti.", "Il reviendra."]],
    ["ru", ["В 2019 г. он уехал.", "Потом вернулся."]],
  ] as const)("in %s: %j", (language, sentences) => {
    expect(split(sentences.join(" "), language)).toEqual(sentences);
  });

  it.each([
    ["en", "Funding came from the W.M. Keck Foundation.|It was small."],
    ["en", "George W. Bush and J.R.R. Tolkien met Prof. Dr. A. B. Lee Jr. of Acme Corp. in St. Louis."],
    ["en", "He chose plan B.|The police agreed.|They had none."],
    ["en", "Police met at 9 a.m. Monday in Washington, D.C. before they left.|Nobody came."],
    ["en", "The course began at exactly 9 a.m.|Police officers left later."],
    ["en", "It lies in the sun.|Officers sat there.|They fell ill.|Doctors came."],
    ["en", "See Fig. 3, no. 12 and pp. 4-9, e.g. Smith v. Jones, vol. 2."],
    ["en", "They bought cameras, drones, etc.|Nobody asked why."],
    ["en", "He said no.|The police said yes."],
    ["en", "It works for Huawei Technologies Co., Ltd. and Z.T.E. Corp. of Shenzhen."],
    ["en", "1. Police bought cameras.|2. Nobody asked."],
    ["en", "He holds a Ph.D. from M.I.T. and an M.Sc. in law.|She does not."],
    ["en", "The U.S. Department of State and U.N. Women paid.|It cost $1.5 bn."],
    ["en", "It was sold in the U.S.|The firm denied it."],
    ["es", "El Gral. J. A. Pérez viajó a EE. UU. y a la R. P. China.|Volvió ayer."],
    ["es", "La empresa Huawei S.A. de C.V. ganó, según el art. 5, núm. 3, pág. 12."],
    ["es", "Compraron cámaras, drones, etc.|Nadie preguntó."],
    ["es", "Nadaron en el mar.|Policías miraban."],
    ["es", "Fue fundada en el 221 a. C. por el emperador.|Sigue en pie."],
    ["fr", "M. J.-P. Le Roux et Mme. Dupont, de Thales S.A., ont signé.|Le Dr. Martin a refusé."],
    ["fr", "Voir l'art. 12, al. 3, p. 45 et la fig. 2.|C'est clair."],
    ["fr", "Ils ont des caméras, des drones, etc.|Personne ne sait."],
    ["pt", "O Sr. J. P. da Silva e a Dra. Costa, da Huawei Ltda., assinaram o art. 5.º no dia 3.|Nada mais."],
    ["pt", "O Cel. A. B. Souza chegou às 5 p.m. ao Brasil.|Ele saiu."],
    ["ru", "В. В. Иванов и ген. А.С. Петров встретились на ул. Ленина, д. 5.|Они молчали."],
    ["ru", "Камеры установили в 2019 г.|Полиция купила ещё 5 тыс.|Затем их отключили."],
    ["ru", "В 2019 г. Минск купил камеры на 3 млн долл. США и 2 млрд руб. у фирмы в г. Шэньчжэне."],
    ["ru", "Есть камеры, дроны и т. д.|Однако людей нет."],
    ["ru", "Это т. н. «Безопасный город», т. е. система камер им. И. И. Иванова."],
    ["ar", "قال د. محمد إن شركة هواوي ش.م.م. وقعت العقد.|ثم غادر."],
    ["ar", "درّبت الصين ٣٫٥ آلاف ضابط.|هل هذا صحيح؟|نعم!"],
    ["zh", "该项目由W.M. Keck基金会和U.S. Steel Co., Ltd.资助。|金额为3.5亿元。"],
    ["de", "Am 3. Mai 2019 kam Dr. Meier z. B. nach Berlin.|Er blieb."],
    ["tr", "Bu 3. Ordu komutanı Dr. Yılmaz idi.|Sonra gitti."],
  ] as const)("heed abbreviations and initials in %s: %s", (language, marked) => {
    const sentences = marked.split("|");
    const between = language === "zh" ? "" : " ";
    expect(split(sentences.join(between), language)).toEqual(sentences);
  });

  it("end at full stops of scripts without spaces", () => {
    expect(split("他走了。她说：“好！”然后离开。", "zh")).toEqual(["他走了。", "她说：“好！”", "然后离开。"]);
  });

  it("end with their paragraph", () => {
    expect(split("A heading\nA sentence here. Another one.", "en")).toEqual([
      "A heading",
      "A sentence here.",
      "Another one.",
    ]);
  });
});

describe("paragraphs", () => {
  it("are lines, unless the text was cut at a fixed width", () => {
    const wrapped =
      "This is a text that somebody has cut at a width of\nabout fifty characters in every line, so that the\nends of its lines are no ends of its paragraphs at\nall.\n\nA second one.";
    expect(splitParagraphs(wrapped)).toHaveLength(2);
    expect(splitParagraphs("One.\nTwo.\n\nThree.")).toHaveLength(3);
    expect(splitParagraphs(" \n \n")).toEqual([]);
  });
});

it("the marks of notes behind its stop are no part of a sentence, and the next one begins behind them", () => {
  const text =
    "It sold to 90 countries.[1][note 2] CSIS counted 52.¹ The firm denied it.3 The rest is known.";
  expect(splitSentences(text, "en").map(([from, to]) => text.slice(from, to))).toEqual([
    "It sold to 90 countries.",
    "CSIS counted 52.",
    "The firm denied it.3 The rest is known.",
  ]);
  const word = "The firm denied the count.3 The rest is known.";
  expect(splitSentences(word, "en").map(([from, to]) => word.slice(from, to))).toEqual([
    "The firm denied the count.",
    "The rest is known.",
  ]);
});

it("lines of one length are no cut text where each begins anew or the next word had had room", () => {
  const items = [
    "Huawei supplied surveillance cameras to Serbia under an agreement signed in 2017",
    "Hikvision sold cameras to the police of Quito, Ecuador, in the course of 2018",
    "CEIEC built the ECU 911 emergency system in Ecuador, beginning in the year 2012",
  ].join("\n");
  expect(splitParagraphs(items)).toHaveLength(3);
  const notes =
    "cameras of Huawei in the town\nof Dakar, which cost so much\nand the rest of them was free\n";
  expect(splitParagraphs(`${notes}${"x".repeat(41)}`)).toHaveLength(4);
  const paragraphs =
    "A heading of the text\nThe first paragraph of it, which ends.\nThe second one of it, ending as well.\n";
  expect(splitParagraphs(paragraphs)).toHaveLength(3);
});

it("text without small letters is told as cut by the room that its lines leave", () => {
  const arabic =
    "وقعت الشركة الصينية اتفاقا مع وزارة الداخلية في\nصربيا لتوريد ثمانية آلاف كاميرا مراقبة إلى العاصمة\nبلغراد في عام ألفين وتسعة عشر وقالت الوزارة إنها\nبدأت التركيب في الشهر نفسه.";
  expect(splitParagraphs(arabic)).toHaveLength(1);
  const chinese =
    `${"华为公司向塞尔维亚首都提供了八千个监控摄像头用于平安城市项目内政部说项目将于".slice(0, 36)}xxxxx\n`.repeat(
      3,
    );
  expect(splitParagraphs(chinese)).toHaveLength(1);
});

it("a mail whose paragraphs are cut and whose items are short is put together where it was cut", () => {
  const mail = `Dear all,

here is what we saw this week. Huawei supplied 8,000 surveillance
cameras to Serbia under an agreement that was signed in 2017, the
Interior Ministry in Belgrade said on Monday. A researcher told us
that the number is not confirmed.

* CEIEC built the ECU 911 system in Ecuador, with 4,300 cameras
* China trained police from 138 countries, says a think tank
`;
  expect(splitParagraphs(mail).map(([from, to]) => to - from)).toEqual([9, 232, 63, 60]);
});

it("a heading right above a cut text, and items right below it, stand apart", () => {
  const text = `Key facts
Huawei supplied 8,000 surveillance cameras to Serbia in an
agreement that was signed in 2017, as its ministry has told
in Belgrade.
- The number is not confirmed by anybody but the ministry
- The maker has told nothing`;
  expect(splitParagraphs(text)).toHaveLength(4);
});
