import { describe, expect, it } from "vitest";
import { readNumbers } from "./numbers.ts";
import { readQuantities } from "./quantities.ts";

/** One line a quantity: value, upper end, unit, qualifier, direction. */
function lines(text: string, language: string): string[] {
  return readQuantities(text, { language }).map(q =>
    [
      q.high === null ? q.value : `${q.value}..${q.high}`,
      q.unit,
      q.qualifier === "exact" ? "" : q.qualifier,
      q.direction,
    ]
      .filter(part => part !== "")
      .join(" "),
  );
}

const cases: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  en: [
    ["In 2024 India saw 84 and Pakistan 21.", ["84", "21"]],
    ["Its members are Senard, 65, and Dupont, 57.", []],
    ["The score is above 1000 and below 1500.", ["1000..1500"]],
    ["His score is equal to 5000 or less than 6000.", ["5000 exactly", "6000 under"]],
    ["It holds more than 5000 or equal.", ["5000 at-least"]],
    ["The range is 1000–5000, then 1000-5000 and 5000 – 9000.", ["1000..5000", "1000..5000", "5000..9000"]],
    ["Its score is equal to 5000 or more.", ["5000 at-least"]],
    ["They reach about 500 or more.", ["500 at-least"]],
    ["It counts at least 2000", ["2000 at-least"]],
    ["It was - 20 degrees Celsius in March.", ["-20 celsius"]],
    ["A plot of 250 m^2 was sold.", ["250 square metre"]],
    ["They raised 280 million of the 1.5 billion shekels.", ["280000000 ILS", "1500000000 ILS"]],
    ["12 of the 30 officers left.", ["12 officer", "30 officer"]],
    ["One in five million had it.", ["2e-7"]],
    ["It is one of the best teams, one of China's many.", ["1 team"]],
    ["Shares were down 2.3%, Burlington by 2.6%.", ["2.3 percent down", "2.6 percent down"]],
    ["It grew by $43.6 billion to $419.2 billion.", ["43600000000 USD up", "419200000000 USD"]],
    ["He averaged 7.3 points.", ["7.3 point about"]],
    ["A category 4 hurricane came.", []],
    ["Only one over three came.", ["0.3333333333333333"]],
    ["China trained nearly 900 officers.", ["900 officer nearly"]],
    ["It operates in over 100 countries.", ["100 country over"]],
    ["82% of the regimes bought it.", ["82 percent"]],
    ["Three-quarters of the sample agreed.", ["0.75"]],
    ["Sales rose 5% to $2.3 billion.", ["5 percent up", "2300000000 USD"]],
    ["Exports fell by at least 3.5 million tonnes.", ["3500000 metric ton at-least down"]],
    ["Between 15 and 20 vehicles arrived.", ["15..20 vehicle"]],
    ["It takes three or four years.", ["3..4 year"]],
    ["Prices went from 15 per cent to 20 per cent.", ["15..20 percent"]],
    ["They paid US$12,500 in 2019.", ["12500 USD"]],
    ["A fine of 10.5 million Australian dollars ($7.5 million) was set.", ["10500000 AUD", "7500000 USD"]],
    ["Dozens of people died.", ["12..120 people dozens"]],
    ["Hundreds of cameras were sold.", ["100..1000 camera hundreds"]],
    ["It drove at 60 mph for two hours.", ["60 mile per hour", "2 hour"]],
    ["Oil cost $58.24 per barrel.", ["58.24 USD per barrel"]],
    ["Only 12 agencies replied.", ["12 agency"]],
    ["It was just under 20 percent.", ["20 percent nearly"]],
    ["One in five officers failed.", ["0.2"]],
    ["She is 34 years old.", ["34 year of age"]],
    ["He spent half a million euros.", ["500000 EUR"]],
    ["The lead was 2.5 percentage points.", ["2.5 percentage point"]],
    ["About 3,000 people or more came.", ["3000 people at-least"]],
    ["It grew tenfold, then sold for 6.5 times earnings.", ["6.5 multiple"]],
    ["The mass is 1.99×10^30 kilograms.", ["1.99e+30 kilogram"]],
    ["It cost 3 dollars 50 cents.", ["3.5 USD"]],
    ["Protests lasted nearly a year.", ["1 year nearly"]],
    ["It linked 195 police stations and 30 aircraft carriers.", ["195 station", "30 carrier"]],
    ["Nepal trained 20 and India 84.", ["20", "84"]],
    ["It cost 3–5 billion dollars at –5 degrees.", ["3000000000..5000000000 USD", "-5 degree"]],
    ["The law covers more than 10 and less than 20 towns.", ["10..20 town"]],
    ["More than 10 towns and less than 20 villages agreed.", ["10 town over", "20 village under"]],
    ["Income fell 27 % to a $ 254 million low at 37°C.", ["27 percent down", "254000000 USD", "37 celsius"]],
    ["They flew a Boeing 737 and an Airbus 320.", []],
    ["They bought thousands of Chinese-made cameras.", ["1000..10000 camera thousands"]],
  ],
  zh: [
    ["數十年來", []],
    ["三周大的婴儿", ["3 week of age"]],
    ["连续三天大雨", ["3 day"]],
    ["时速188公里", ["188 kilometre per hour"]],
    ["大概有五百多个", ["500 个 just-over"]],
    ["2100多名警察", ["2100 警察 just-over"]],
    ["比三十大", ["30 over"]],
    ["百万分之五", ["0.000005"]],
    ["中国培训了近900名警察。", ["900 警察 nearly"]],
    ["超过一百三十八个国家参加", ["138 国家 over"]],
    ["出口额达3.5亿美元", ["350000000 USD"]],
    ["百分之八十二的受访者同意", ["82 percent"]],
    ["约三成五的居民", ["35 percent about"]],
    ["共有三百多人", ["300 people just-over"]],
    ["價值五億六千萬元", ["560000000 CNY"]],
    ["二分之一的人", ["0.5"]],
    ["二十几万人和上百名警察", ["200000..300000 people about", "100..1000 警察 hundreds"]],
    ["大于100并且小于300的数", ["100..300"]],
    ["在20和30之间", ["20..30"]],
    ["摄氏40度，两米半高", ["40 celsius", "2.5 metre"]],
    ["建国七十周年和百强企业", []],
    ["1984年安装了1800个摄像头", ["1800 摄像"]],
    ["来了七八个人", ["7..8 people about"]],
  ],
  es: [
    ["China formó a casi 900 policías.", ["900 policía nearly"]],
    ["Costó 3,5 millones de euros.", ["3500000 EUR"]],
    ["Más de 1.200 agentes y una veintena de jueces.", ["1200 agente over", "20 juez about"]],
    ["El 82 % de los países.", ["82 percent"]],
    ["Dos mil millones de dólares.", ["2000000000 USD"]],
    ["entre 15 y 20 países", ["15..20 país"]],
    ["al menos 20 agentes", ["20 agente at-least"]],
    ["más de la mitad", ["0.5 over"]],
  ],
  fr: [
    ["En 2024, l'Inde en a connu 84 et le Pakistan 31.", ["84", "31"]],
    ["X est supérieur à 10 et il est arrivé à 19 heures", ["10 over"]],
    ["La Chine a formé près de 900 policiers.", ["900 policier nearly"]],
    ["3,5 millions d’euros", ["3500000 EUR"]],
    ["plus de 12 000 caméras", ["12000 caméra over"]],
    ["quatre-vingt-douze pays", ["92 pays"]],
    ["une dizaine de villes", ["10 ville about"]],
    ["soixante-dix-sept pour cent", ["77 percent"]],
  ],
  ru: [
    ["Китай обучил почти 900 полицейских.", ["900 полицейский nearly"]],
    ["более 12 тыс. камер", ["12000 камера over"]],
    ["3,5 миллиона рублей", ["3500000 RUB"]],
    ["двадцать пять стран", ["25 страна"]],
    ["82 процента опрошенных", ["82 percent"]],
  ],
  ar: [
    ["بين عشرة وخمسة عشر", ["10..15"]],
    ["ألف وخمسمائة شرطي", ["1500 شرطي"]],
    ["جزء من مليون", ["0.000001"]],
    ["لا يزيد عن 50 ولا تقل عن 20", ["20..50"]],
    ["ثلث السكان", ["0.3333333333333333"]],
    ["أكبر من 100 وأصغر من 300", ["100..300"]],
    ["مئة وثلاثة أرباع متر", ["100.75 metre"]],
    ["استثمار بمليار دولار", ["1000000000 USD"]],
    ["لآلاف السنين في المرتبة 96", ["1000..10000 year thousands"]],
    ["درّبت الصين نحو ٩٠٠ شرطي", ["900 شرطي about"]],
    ["أكثر من 138 دولة", ["138 دولة over"]],
    ["خمسة وعشرون مليون دولار", ["25000000 USD"]],
    ["٨٢ في المئة", ["82 percent"]],
  ],
  pt: [
    ["O Irã teve pelo menos 34 e Mianmar, 57.", ["34 at-least", "57"]],
    ["A China treinou quase 900 policiais.", ["900 policial nearly"]],
    ["R$ 3,5 milhões", ["3500000 BRL"]],
    ["mais de vinte e cinco países", ["25 país over"]],
  ],
  de: [
    [
      "China hat rund 2.500 Polizisten aus fünfundzwanzig Ländern ausgebildet.",
      ["2500 polizist about", "25 land"],
    ],
    ["mindestens zweihundertfünfzig Millionen Euro", ["250000000 EUR at-least"]],
  ],
  tr: [["yaklaşık 900 polis, yüzde 40", ["900 polis about", "40 percent"]]],
  id: [["sekitar 900 polisi dari 138 negara", ["900 polisi about", "138 negara"]]],
  ja: [
    ["時速188マイル以上で二割引", ["188 mile per hour at-least", "20 percent"]],
    ["打率は3割8分7厘", ["38.7 percent"]],
    ["2222円13銭の一個以上", ["2222.13 JPY", "1 個 at-least"]],
    ["12より大きくて、50より小さい", ["12..50"]],
    ["二、三人", ["2..3 people"]],
    ["二・五倍、170未満", ["2.5 multiple", "170 under"]],
    ["20以上30未満", ["20..30"]],
    ["約500以上", ["500 at-least"]],
    ["約900人", ["900 people about"]],
    ["華氏90度", ["90 fahrenheit"]],
    ["3割5分を占める", ["35 percent"]],
    ["7万 5千円", ["75000 JPY"]],
    ["創立20周年を迎えた", []],
  ],
  ko: [
    ["최소 30명 이상", ["30 people at-least"]],
    ["백 이상, 삼백 이하", ["100..300"]],
    ["약 900명", ["900 people about"]],
    ["7천 5백만 달러를 받았다", ["75000000 USD"]],
    ["스물여섯 명이 숨졌다", ["26 people"]],
    ["이 사과는 일 년 전에 샀다", ["1 year"]],
  ],
  nl: [
    ["een ovaal van 1/4 mijl", ["0.25 mile"]],
    ["hoger dan twintig en kleiner of gelijk dan vijfendertig", ["20..35"]],
    ["ongeveer 900 agenten uit vijfentwintig landen", ["900 agent about", "25 land"]],
    ["meer dan tweehonderdvijftig miljoen euro", ["250000000 EUR over"]],
    ["tussen de 40 en 50 procent", ["40..50 percent"]],
    ["een tiental camera's", ["10 camera about"]],
    ["meer dan de helft, driekwart", ["0.5 over", "0.75"]],
    ["groter dan 10 maar kleiner dan 20 punten", ["10..20 point"]],
  ],
  hi: [
    ["संख्या 20 के बराबर है", ["20 exactly"]],
    ["1000 से ज़्यादा और 1500 से कम है", ["1000..1500"]],
    ["लगभग 900 अधिकारी", ["900 अधिकारी about"]],
    ["२५ लाख रुपये से अधिक", ["2500000 INR over"]],
    ["साढ़े तीन करोड़ डॉलर और सवा सौ कैमरे", ["35000000 USD", "125 कैमरा"]],
    ["10 से 20 प्रतिशत के बीच", ["10..20 percent"]],
    ["डेढ़ लाख लोग", ["150000 लोग"]],
    ["12,34,567 लोग", ["1234567 लोग"]],
  ],
  it: [["quasi 900 poliziotti e una ventina di giudici", ["900 poliziotto nearly", "20 giudice about"]]],
};

describe.each(Object.entries(cases))("quantities in %s", (language, rows) => {
  it.each(rows)("reads %j", (text, expected) => {
    expect(lines(text, language)).toEqual(expected);
  });
});

describe("numerals alone", () => {
  it.each([
    ["en", "one twenty-fifth of two hundred point seventy-one", [0.04, 200.71]],
    ["en", "2^5 or 1e10 or 40 000", [32, 1e10, 40_000]],
    ["es", "tres veintiunavos y dos millonésimas", [3 / 21, 2e-6]],
    ["it", "un venticinquesimo, centotrenta quinti", [1 / 25, 26]],
    ["pt", "meia dúzia, vinte e dois trinta avos", [6, 22 / 30]],
    ["fr", "vingt-trois cinquiemes", [4.6]],
    ["de", "dreieinhalb Millionen und ein halbes Dutzend", [3_500_000, 6]],
    ["tr", "üç bölü beş", [0.6]],
    ["ko", "그 답은 일백육이다", [106]],
    ["ko", "삼과 오분의 일은 크다", [3.2]],
    ["ja", "答えは-1です", [-1]],
    ["ja", "にじゅうさん と はっせんまん", [23, 80_000_000]],
    ["ja", "2.5の-1乗と12×10の3乗", [0.4, 12_000]],
    ["ja", "1点6と三百五十また二分の一", [1.6, 350.5]],
    ["ja", "さんは先日、ごはんを食べた", []],
    ["ar", "المليون، ومائة وثلاثون خمس", [1e6, 26]],
    ["hi", "एक सौ तीस का पांचवां", [26]],
    ["fr", "un vingt-et-unième", [1 / 21]],
    ["fr", "neuf seizièmes, le trente-deuxième et le quatre-vingt-dixième", [9 / 16]],
    ["en", "the thirty-second president", []],
    ["nl", "de 4e van mei", []],
    ["nl", "twintig drie vijfde, drieëntwintig vijfde", [20.6, 4.6]],
    ["nl", "een miljard en een half miljoen", [1_000_500_000]],
    ["en", "a billion and a half", [1.5e9]],
    ["zh", "九万四", [94_000]],
    ["zh", "百分之五十五点五", [55.5]],
  ])("are read in %s: %s", (language, text, expected) => {
    expect(readNumbers(text, { language }).map(n => n.value)).toEqual(expected);
  });
});

describe("what is no quantity in English", () => {
  it.each([
    "In 2019 the law changed.",
    "The 2022 Global Security Initiative began.",
    "She arrived on 14 May 2019.",
    "The twenty-first session closed.",
    "A twenty-fifth anniversary passed.",
    "See https://www.example.org/a?q=30%25%2020%.",
    "A Boeing 737 Max landed.",
    "Resolution 1973 passed under Article 5.",
    "Call 555-123-4567 now.",
    "See https://example.org/2/3/45 for it.",
    "He works at 575 Wilbraham Road.",
    "The S&P 500 closed.",
    "COVID-19 spread.",
    "One of the best.",
    "In what one analyst calls a race.",
    "It won 2-0.",
    "He came at 10.45pm.",
    "In chapter 12 and on page 4.",
    "It won 3-1 in room 100-200.",
  ])("leaves %j alone", text => {
    expect(lines(text, "en")).toEqual([]);
  });
});

describe("spans", () => {
  const text = "According to it, ​nearly 900 training sessions – about １２ million km² – rose by ٢٥٠ units.";

  it("are slices of the text as given, whatever its digits and invisible marks", () => {
    const found = readQuantities(text, { language: "en" });
    expect(found.map(q => q.value)).toEqual([900, 12e6, 250]);
    for (const q of found) expect(text.slice(q.span[0], q.span[1])).toBe(q.text);
    expect(found[0]!.text).toBe("nearly 900 training sessions");
    expect(text.slice(...found[0]!.number)).toBe("900");
    expect(text.slice(...found[0]!.unitSpan!)).toBe("sessions");
  });

  it("tells the place of the last written digit where the value cannot", () => {
    expect(readQuantities("3.5 million, 40.0% and 900 km", { language: "en" }).map(q => q.digits)).toEqual([
      5,
      -1,
      null,
    ]);
  });
});

describe("directions of levels", () => {
  it.each([
    ["it fell to -50.8 degrees", "down"],
    ["it fell to 50.8 degrees", ""],
    ["it rose to -2 degrees", ""],
  ])("of %j: %j", (text, direction) => {
    expect(readQuantities(text, { language: "en" }).map(q => q.direction)).toEqual([direction]);
  });
});

describe("numerals", () => {
  it.each([
    ["en", "two hundred and fifty thousand three hundred and four", 250304],
    ["es", "ciento veintitrés mil cuatrocientos cincuenta y seis", 123456],
    ["fr", "deux mille neuf cent quatre-vingt-dix-neuf", 2999],
    ["pt", "mil duzentos e trinta e quatro", 1234],
    ["ru", "одна тысяча двести тридцать четыре", 1234],
    ["ar", "ثلاثة آلاف ومئتان وخمسة وعشرون", 3225],
    ["zh", "十二万三千四百五十六", 123456],
    ["zh", "九萬四", 94000],
    ["zh", "五兆六十二億四萬五千二", 5006200045200],
  ])("in %s: %s", (language, text, value) => {
    expect(readNumbers(text, { language }).map(n => n.value)).toEqual([value]);
  });
});

it("reads quantities beside dates the same with and without a day of publication", () => {
  const text = "Last year 300 officers came, and 40 more three weeks later.";
  const values = (date?: string) =>
    readQuantities(text, { language: "en", ...(date ? { date } : {}) }).map(({ value }) => value);
  expect(values("2025-11-13")).toEqual(values());
  expect(values("2025-11-13").slice(0, 2)).toEqual([300, 40]);
});
