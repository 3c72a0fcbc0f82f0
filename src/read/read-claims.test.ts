import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readClaims } from "./read-claims.ts";
import { testDocument, testLexicon } from "./test-book.ts";
import type { Claim } from "./types.ts";

const lexicon = testLexicon();
const read = (text: string, published = "") => readClaims(testDocument(text, "en", published), lexicon);
const only = (claims: readonly Claim[], form: Claim["form"]) => claims.filter(claim => claim.form === form);
const brief = ({ text, measure, value, unit, qualifier }: Claim) => [text, measure, value, unit, qualifier];

test("every claim's text is the slice that its span names, in order, inside its sentence", () => {
  const text =
    "China trained police from Kenya and Ghana in 2018. “We saw no strings at all,” said the minister. Cameras rose from 200 in 2015 to 4,000 by 2019.";
  const claims = read(text);
  expect(claims.length).toBeGreaterThan(2);
  for (const claim of claims) {
    expect(claim.text).toBe(text.slice(...claim.span));
    expect(claim.span[0]).toBeGreaterThanOrEqual(claim.sentence[0]);
    expect(claim.span[1]).toBeLessThanOrEqual(claim.sentence[1]);
  }
  expect(claims.map(claim => claim.span[0])).toEqual(
    claims.map(claim => claim.span[0]).sort((a, b) => a - b),
  );
});

test("a number is read with its hedge, its measure, its open period and whose count it is", () => {
  const [sessions, countries] = read(
    "According to a think tank, China has provided nearly 900 training sessions to police from 138 countries since 2000.",
  );
  expect(brief(sessions!)).toEqual([
    "nearly 900 training sessions",
    "training-sessions",
    900,
    "session",
    "nearly",
  ]);
  expect(sessions).toMatchObject({
    period: ["2000", null],
    periodKind: "cumulative",
    roles: { provider: ["CHN"] },
  });
  expect(sessions!.attribution!.to).toBe("a think tank");
  expect(brief(countries!)).toEqual(["138 countries", "training-countries", 138, "country", "exact"]);
});

test("shares of several classes give one claim each with its own population", () => {
  const shares = read(
    "Officials keep coming back – 86% of what scholars call “hybrid regimes” and three-quarters of flawed democracies have taken Chinese police training.",
  ).filter(claim => claim.kind === "share");
  expect(
    shares.map(({ value, population, roles, direction }) => [value, population, roles["regime"], direction]),
  ).toEqual([
    [86, "hybrid regimes", ["hybrid-regime"], ""],
    [75, "flawed democracies", ["flawed-democracy"], ""],
  ]);
  expect(shares[1]!.fraction).toBe(true);
});

test("two ends of a change are one claim with both ends", () => {
  const [series] = only(
    read("The yearly number of police training sessions run by China rose from 14 in 2010 to 138 by 2019."),
    "series",
  );
  expect(series).toMatchObject({
    kind: "trend",
    direction: "up",
    measure: "training-sessions-per-year",
    periodKind: "annual",
  });
  expect(series!.parts.map(part => [part.value, part.period])).toEqual([
    [14, "2010"],
    [138, "2019"],
  ]);
});

test("a list of takers gives one relation each, with spans that do not lie upon each other", () => {
  const relations = only(
    read("Chinese firms have sold internet filtering systems to Ethiopia, Kazakhstan, Myanmar and Pakistan."),
    "relation",
  );
  expect(relations.map(claim => claim.roles["recipient"])).toEqual([["ETH"], ["KAZ"], ["MMR"], ["PAK"]]);
  expect(relations.every(claim => claim.roles["vendor-country"]?.[0] === "CHN")).toBe(true);
  for (let i = 1; i < relations.length; i++)
    expect(relations[i]!.span[0]).toBeGreaterThanOrEqual(relations[i - 1]!.span[1]);
});

test("a product speaks for its maker, and a common word is a product only among its like", () => {
  const [pegasus] = only(read("Pegasus spyware was sold to Hungary by NSO Group."), "relation");
  expect(pegasus!.entities).toEqual(expect.arrayContaining(["pegasus", "nso"]));
  expect(
    read("The predator circles over an area near the citadel.").flatMap(claim => claim.entities),
  ).toEqual([]);
  expect(
    read("Predator landed in town and Circles were drawn there.").flatMap(claim => claim.entities),
  ).toEqual([]);
});

test("this training, the company and there lead back to what was named before", () => {
  const claims = read(
    "Russia has trained police from Nicaragua since 2017. About 40% of authoritarian regimes have received this training. In Serbia, Huawei installed cameras in 2019. A journalist there was arrested.",
  );
  expect(claims.find(claim => claim.kind === "share")!.roles["provider"]).toEqual(["RUS"]);
  expect(claims.find(claim => claim.kind === "event")!.places).toEqual(["SRB"]);
});

test("a comparison names somebody else in passing and does not take over what the text is about", () => {
  const claims = only(
    read(
      "China trained police from Kenya in 2018. China trained police from Ghana in 2019. America runs similar programs through its International Law Enforcement Academies. Those courses on riot control attract officers from Guinea.",
    ),
    "relation",
  );
  expect(claims.at(-1)!.roles).toMatchObject({
    provider: ["CHN"],
    recipient: ["GIN"],
    topic: ["riot-control"],
  });
});

test("dated acts, causes, studies, questions and opinions are told apart", () => {
  const forms = (text: string) => read(text).map(claim => claim.form);
  expect(forms("This fits the plan that began with the 2022 Global Security Initiative.")).toContain(
    "dated-act",
  );
  expect(forms("Police numbers fell because Huawei installed cameras in Serbia.")).toContain("cause");
  expect(
    forms(
      "A study by a university shows that imports of Huawei technology increase repression in autocratic countries.",
    ),
  ).toEqual(["study"]);
  expect(forms("But does it work in Ethiopia?")).toEqual(["question"]);
  expect(forms("That is a scary and remarkable thought.")).toEqual(["opinion"]);
});

test("spoken words are quotations with their speaker; titles, terms and scare quotes are not", () => {
  const [quote] = only(
    read("“There are no strings attached to this aid,” said the interior minister of Kenya."),
    "quotation",
  );
  expect(quote!.quoted).toBe("There are no strings attached to this aid,");
  expect(quote!.attribution!.to).toMatch(/interior minister/);
  const [term] = only(
    read("It is what one analyst calls “a bidding war of gifts” in the Pacific."),
    "quotation",
  );
  expect(term!.attribution!.to).toBe("one analyst");
  expect(
    only(
      read("Huawei’s “Safe City” systems run in Kenya. Officers got the book “The Art of Ruling.”"),
      "quotation",
    ),
  ).toEqual([]);
});

test("praise of a seller of whom the rest of the text does not speak is promotion; a link to a report is not", () => {
  const rest = "China trained police from Kenya in 2018. ";
  const [advert] = only(
    read(`${rest}For instance, BestPanels.com has become the leading supplier of panel computers.`),
    "promotion",
  );
  expect(advert!.subject).toBe("BestPanels.com");
  expect(
    only(
      read(
        `${rest}The leading study is at thinktank.org. Huawei is the leading supplier of safe city systems in Kenya.`,
      ),
      "promotion",
    ),
  ).toEqual([]);
});

test("pronouns, figures of speech and lone years count nothing", () => {
  const numbers = (text: string) => read(text).filter(claim => claim.value !== null);
  expect(
    numbers(
      "One analyst said it was one of the exports of 2019. Here is the billion-dollar question of the day.",
    ),
  ).toEqual([]);
});

test("negation, plans and states are kept", () => {
  const [planned] = only(read("Huawei will supply cameras to Serbia."), "relation");
  expect(planned!.status).toBe("planned");
  const [denied] = only(read("Huawei did not sell cameras to Serbia."), "relation");
  expect(denied!.polarity).toBe("negative");
  const [only1] = only(read("Huawei sold not only cameras to Serbia."), "relation");
  expect(only1!.polarity).toBe("positive");
});

test("the same text gives the same claims", () => {
  const text = "China trained 40 officers from Kenya in 2018, while Hikvision sold cameras to Uganda.";
  expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)));
});

test("a long text is read stretch by stretch with the spans of the whole", () => {
  const text = Array.from(
    { length: 2500 },
    (_, i) => `China trained ${20 + (i % 900)} officers from Kenya in 2018.`,
  ).join("\n\n");
  const claims = read(text);
  expect(claims.length).toBe(2500);
  expect(claims.every(claim => claim.text === text.slice(...claim.span))).toBe(true);
  expect(claims.map(claim => claim.value)).toEqual(Array.from({ length: 2500 }, (_, i) => 20 + (i % 900)));
});

const article = new URL("../../../shared/article.txt", import.meta.url);

test.skipIf(!existsSync(article))(
  "the article's numbers are all claims with their measures (needs ../shared)",
  () => {
    const claims = read(readFileSync(article, "utf8"));
    const measures = new Map(
      claims.filter(c => c.value !== null).map(c => [`${c.value} ${c.unit}`, c.measure]),
    );
    expect(Object.fromEntries(measures)).toMatchObject({
      "900 session": "training-sessions",
      "138 country": "training-countries",
      "40 percent": "market-share",
      "100 country": "countries-supplied",
      "82 percent": "share-of-regime-trained",
      "86 percent": "share-of-regime-trained",
      "75 percent": "share-of-regime-trained",
      "1000 camera": "cameras",
      "16 person": "deaths",
      "1 year": "protest-duration",
      "81 percent": "favourable-opinion",
    });
    expect(measures.size).toBe(11);
    const [series] = only(claims, "series");
    expect(series!.parts.map(p => [p.value, p.period])).toEqual([
      [14, "2010"],
      [138, "2019"],
    ]);
    expect(
      only(claims, "relation")
        .map(c => c.roles["recipient"]?.[0])
        .filter(Boolean),
    ).toEqual(["ETH", "KAZ", "MMR", "PAK", "MMR", "GIN"]);
    expect(only(claims, "promotion").length).toBe(1);
    expect(only(claims, "quotation").map(c => c.attribution?.to ?? null)).toEqual(["one analyst", null]);
  },
);

test("what came after a dated happening has an open period, what is only possible no status, and a thing that is found no speaker", () => {
  const [cameras] = read(
    "In Kenya, after unrest in 2022, they put up thousands of Chinese-made cameras.",
  ).filter(claim => claim.value !== null);
  expect(cameras).toMatchObject({ period: ["2022", null] });
  const [able] = read("Governments can use Huawei systems without any debate.");
  expect(able?.status ?? "").toBe("");
  for (const claim of read("China has found a huge market for its police training."))
    expect(claim.attribution).toBeNull();
  const [share] = read("The institute found that 40% of countries have received Chinese police training.");
  expect(share?.attribution?.to).toBe("The institute");
});

test("numbers in cells of a table are left unread, as what they count stands elsewhere", () => {
  expect(read("Country | City | Year | Cameras\nUganda | Kampala | 2019 | 3,200\n")).toEqual([]);
});

test("a number that the name of a system is written with counts nothing", () => {
  const text = "El sistema ECU 911 cuenta con 4.300 cámaras.";
  const claims = readClaims(testDocument(text, "es"), lexicon);
  expect(claims.map(({ value }) => value)).toEqual([4300]);
});
