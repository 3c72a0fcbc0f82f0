import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { readRecords } from "../read-records.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();

/** Roles of the last claim of a text. */
function last(text: string): Readonly<Record<string, readonly string[]>> {
  const claims = readClaims(testDocument(text), lexicon);
  return claims.at(-1)?.roles ?? {};
}

test.each([
  [
    "Serbia and Hungary both signed with Huawei in 2019. The two countries received 2,000 cameras from the company.",
    { recipient: ["SRB", "HUN"], vendor: ["huawei"] },
  ],
  [
    "Hikvision supplied 600 cameras to Dushanbe in 2018. The same firm delivered face recognition to Uzbekistan.",
    { recipient: ["UZB"], vendor: ["hikvision"] },
  ],
  [
    "Cuba and Nicaragua are friends. The latter's police were trained by Russia in 2017.",
    { recipient: ["NIC"], provider: ["RUS"] },
  ],
  [
    "Turkey has close ties with Somalia. Its instructors trained 2,500 Somali police officers by 2023.",
    { recipient: ["SOM"], provider: ["TUR"] },
  ],
  [
    "In Papua New Guinea, Australia pays for a mission. Its advisers have trained 1,200 officers from Samoa.",
    { recipient: ["WSM"], provider: ["AUS"] },
  ],
  [
    "In Ecuador, crime rose for a third year. The country's police received 300 cameras from Huawei in 2016.",
    { recipient: ["ECU"], vendor: ["huawei"] },
  ],
  [
    "Palau recognises Taiwan. The island state received 12 patrol cars from Japan in 2021.",
    { recipient: ["PLW"], "vendor-country": ["JPN"] },
  ],
  [
    "Italy and France run academies. Together they trained 900 officers from Senegal in 2019.",
    { recipient: ["SEN"], provider: ["ITA", "FRA"] },
  ],
  [
    "Japan has donated patrol cars to the Philippines. Tokyo also trained 120 coast guards from that country in 2022.",
    { recipient: ["PHL"], provider: ["JPN"] },
  ],
  [
    "Mongolia has 1,300 cameras. Hikvision supplied them in 2017.",
    { recipient: ["MNG"], vendor: ["hikvision"] },
  ],
  [
    "Uganda's president opened the centre. He thanked Huawei, which had delivered 3,200 cameras to his country.",
    { recipient: ["UGA"], vendor: ["huawei"] },
  ],
  [
    "Belarus bought cameras. The police of Sarajevo Canton received body cameras from China.",
    { recipient: ["BIH"], "vendor-country": ["CHN"] },
  ],
])("whoever is spoken of without a name is told by the sentence before: %s", (text, roles) => {
  expect(last(text)).toMatchObject(roles);
});

test.each([
  ["Tunisia traded with Morocco and Algeria. Both governments bought face recognition.", "recipient"],
  [
    "China backs its claims over Taiwan. Chinese companies provide systems that help governments spy on their own citizens.",
    "recipient",
  ],
  ["Recruits came from Kenya and Uganda. The government received 50 police cars from China.", "recipient"],
])("where several may be meant, or nobody that was named, none is: %s", (text, role) => {
  expect(last(text)[role]).toBeUndefined();
});

test("a record of the firm shows where its name stands", () => {
  const text =
    "Dahua won a tender in Lima in 2018. The Chinese manufacturer installed 1,200 cameras in the city.";
  const record = readRecords(testDocument(text), lexicon).at(-1)!;
  expect(record.fields).toMatchObject({ vendors: "dahua", recipient: "PER", cameras: "1200" });
  expect(text.slice(...record.spans["vendors"]!)).toBe("Dahua");
  expect(text.slice(...record.spans["recipient"]!)).toBe("the city");
});
