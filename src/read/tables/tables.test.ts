import { describe, expect, test } from "vitest";
import { readDocument } from "../document.ts";
import { generator } from "../intake/testing/fuzz.ts";
import { readAsserted } from "../read-claims.ts";
import { readRecords } from "../read-records.ts";
import { testLexicon } from "../test-book.ts";
import type { Claim, Document } from "../types.ts";

const lexicon = testLexicon();

async function documentOf(table: string, title = ""): Promise<Document> {
  const text = `---\nlang: en\n---\n\nThe researchers went through the contracts of many years.\n\n${title}\n\n${table}\n`;
  return readDocument(Buffer.from(text), { name: "a.md", isolate: false });
}

/** A table in Markdown, of rows of cells. */
const tableOf = ([head, ...rows]: readonly (readonly string[])[]): string =>
  [head!, head!.map(() => "---"), ...rows].map(cells => `| ${cells.join(" | ")} |`).join("\n");

async function cellsOf(rows: readonly (readonly string[])[], title = ""): Promise<Claim[]> {
  const document = await documentOf(tableOf(rows), title);
  return readAsserted(document, lexicon).claims.filter(({ told }) => told);
}

const CAMERAS = [
  ["Country", "Vendor", "Year", "Number of cameras"],
  ["Ecuador", "CEIEC", "2012", "4,300"],
  ["Kenya", "Huawei", "2014", "over 1,800*"],
  ["Total", "", "", "6,100"],
];

test("a row with a giver and a taker is a relation, and its number counts what its head says", async () => {
  const claims = await cellsOf(CAMERAS);
  expect(
    claims.map(({ text, kind, measure, value, qualifier, places, entities, period, told }) => ({
      text,
      kind,
      measure,
      value,
      qualifier,
      places,
      entities,
      period,
      told: told!.text,
    })),
  ).toMatchObject([
    { text: "CEIEC", kind: "relation", entities: ["ceiec"], period: ["2012", "2012"] },
    {
      text: "4,300",
      kind: "quantity",
      measure: "cameras",
      value: 4300,
      places: ["ECU"],
      entities: ["ceiec"],
      period: ["2012", "2012"],
      told: "Ecuador, CEIEC, 2012: 4,300 cameras",
    },
    { text: "Huawei", kind: "relation" },
    { text: "over 1,800", value: 1800, qualifier: "over", places: ["KEN"] },
  ]);
  expect(claims[0]!.roles).toMatchObject({ vendor: ["ceiec"], recipient: ["ECU"] });
});

test("a row is a candidate record, each of whose fields points at its own cell", async () => {
  const document = await documentOf(tableOf(CAMERAS));
  const [first, second, ...more] = readRecords(document, lexicon);
  expect(more).toEqual([]);
  expect(first!.fields).toMatchObject({ vendors: "ceiec", recipient: "ECU", cameras: "4300" });
  const words = (id: string) => document.text.slice(...first!.spans[id]!);
  expect([words("vendors"), words("recipient"), words("cameras")]).toEqual(["CEIEC", "Ecuador", "4,300"]);
  expect(second!.fields).toMatchObject({ recipient: "KEN", cameras: "1800" });
  for (const { confidence, confidences } of [first!, second!])
    for (const sure of [confidence, ...Object.values(confidences)]) expect(sure > 0 && sure < 1).toBe(true);
});

test("where heads only say when, the title says what is counted", async () => {
  const rows = [
    ["Country", "2018", "2019"],
    ["Kenya", "1,700", "1,800"],
  ];
  expect(
    (await cellsOf(rows, "Table 2. Surveillance cameras by country")).map(({ value, places, period }) => [
      value,
      places,
      period,
    ]),
  ).toEqual([
    [1700, ["KEN"], ["2018", "2018"]],
    [1800, ["KEN"], ["2019", "2019"]],
  ]);
});

test("where heads only say whose a number is, the row says what is counted", async () => {
  const rows = [
    ["Indicator", "Kenya", "Ecuador"],
    ["Surveillance cameras", "1,800", "4,300"],
    ["Inhabitants", "900", "700"],
  ];
  expect((await cellsOf(rows)).map(({ value, places }) => [value, places])).toEqual([
    [1800, ["KEN"]],
    [4300, ["ECU"]],
  ]);
});

test("a scale in brackets belongs to the numbers below, and one that nobody can read leaves them", async () => {
  const rows = (unit: string) => [
    ["Country", `Surveillance cameras${unit}`],
    ["Kenya", "12"],
  ];
  expect((await cellsOf(rows(" (thousand)"))).map(({ value }) => value)).toEqual([12_000]);
  expect(await cellsOf(rows(" (thousand per km)"))).toEqual([]);
  expect(await cellsOf(rows(" per 1,000 people"))).toEqual([]);
});

test("several firms of one cell are a relation each, with its own characters", async () => {
  const rows = [
    ["Country", "Vendor", "Cameras"],
    ["Kenya", "Huawei; ZTE", "1,800"],
  ];
  const found = (await cellsOf(rows)).filter(({ kind }) => kind === "relation");
  expect(found.map(({ text, entities }) => [text, entities])).toEqual([
    ["Huawei", ["huawei"]],
    ["ZTE", ["zte"]],
  ]);
});

describe("nothing is read in", () => {
  test.each([
    [
      "a regression",
      [
        ["", "(1)", "(2)"],
        ["Cameras", "0.23***", "0.11"],
        ["", "(0.04)", "(0.05)"],
        ["Countries", "138", "138"],
      ],
      "Table 3. Determinants of Chinese police training (OLS)",
    ],
    [
      "a financial statement",
      [
        ["", "2022", "2023"],
        ["Revenue", "642,338", "704,174"],
        ["Cameras", "12", "14"],
      ],
      "Huawei results (million yuan)",
    ],
    [
      "results of matches",
      [
        ["Group", "Team", "Won", "Goals"],
        ["A", "Kenya", "2", "5"],
      ],
      "World Cup",
    ],
    [
      "a list of firms and their homes",
      [
        ["Vendor", "Country", "Founded", "Employees"],
        ["Huawei", "China", "1987", "207,000"],
        ["ZTE", "China", "1985", "70,000"],
      ],
      "Makers of cameras",
    ],
    [
      "contracts for what the reader does not know",
      [
        ["Country", "Vendor", "Product", "Year"],
        ["Kenya", "Huawei", "Solar inverters", "2016"],
      ],
      "Contracts",
    ],
    [
      "a table without heads",
      [
        ["Kenya", "1,800"],
        ["Ecuador", "4,300"],
      ],
      "Surveillance cameras",
    ],
    [
      "rates",
      [
        ["Country", "2015", "2020"],
        ["Kenya", "220", "230"],
      ],
      "Police officers trained by China per 100,000 people",
    ],
    [
      "blank cells and totals",
      [
        ["Country", "Surveillance cameras"],
        ["Kenya", "–"],
        ["Ecuador", "n/a"],
        ["Total", "900"],
      ],
      "",
    ],
  ])("%s", async (_, rows, title) => {
    const document = await documentOf(tableOf(rows), title);
    const { claims, beside } = readAsserted(document, lexicon);
    const [first] = document.tables![0]!.rows;
    expect(claims.filter(({ sentence }) => sentence[0] >= first!.span[0])).toEqual([]);
    expect(readRecords(document, lexicon)).toEqual([]);
    const numbered = rows.slice(1).filter(row => row.some(cell => /\d/.test(cell)));
    expect(beside.rows.length).toBeGreaterThanOrEqual(numbered.length);
  });
});

const POOL =
  "Country|Vendor|Year|Cameras|Number of cameras|Value (US$ million)|System|2012|2014–2016|Kenya|Ecuador|China|Huawei|CEIEC; ZTE|4,300|over 900|12%|(0.04)|0.2***|US$ 4.5 million|Safe city|–|n/a||Total|摄像头|肯尼亚|华为|كاميرات|1 800|\\||[x](http://a.b)|**b**|((((|)))|%%%|9999999999999999999|-5|½|👍|a\u0301|\u202e1,000|{{|<b>|Police trained in China|per 1,000 people|(thousands)|since 2010|1987-02-31".split(
    "|",
  );

/** Columns that a table may have, each a head and its cells. */
const COLUMNS = [
  "Country|Kenya|Ecuador|Uganda|Congo",
  "Vendor|Huawei|CEIEC|ZTE; Huawei|Acme",
  "Year|2012|2014–2016|c. 2018|",
  "Number of cameras|4,300|over 900|12%|–",
  "Cameras (thousands)|4.3|1|0|x",
  "Value (US$ million)|4.5|120|US$ 3|",
].map(column => column.split("|"));

/** A table of columns and of any other cells among them, by its seed. */
function anyTable(seed: number): string {
  const next = generator(seed);
  const pick = () => POOL[next(POOL.length)]!;
  const columns = Array.from({ length: 1 + next(6) }, () => COLUMNS[next(COLUMNS.length)]!);
  const cell = (column: readonly string[], at: number) => (next(8) === 0 ? pick() : column[at]!);
  const head = columns.map(column => cell(column, 0));
  const rows = Array.from({ length: 1 + next(6) }, () => [
    ...columns.map(column => cell(column, 1 + next(column.length - 1))),
    ...(next(8) === 0 ? [pick()] : []),
  ]);
  return `${pick()} ${pick()}\n\n${tableOf([head, ...rows])}`;
}

test("any table is read without fault: each claim and each field stands in a cell of its row", async () => {
  let read = 0;
  for (let seed = 0; seed < 250; seed++) {
    const document = await documentOf(anyTable(seed));
    const { claims } = readAsserted(document, lexicon);
    const rows = (document.tables ?? []).flatMap(table => table.rows);
    for (const { text, span, sentence, told } of claims.filter(each => each.told)) {
      read++;
      const row = rows.find(each => each.span[0] === sentence[0]);
      expect(row?.cells.some(cell => span[0] >= cell.span[0] && span[1] <= cell.span[1])).toBe(true);
      expect(document.text.slice(...span)).toBe(text);
      expect(told!.span[1] <= told!.text.length && told!.text.includes(text)).toBe(true);
    }
    for (const { spans } of readRecords(document, lexicon))
      for (const [from, to] of Object.values(spans))
        expect(from >= 0 && to <= document.text.length).toBe(true);
  }
  expect(read).toBeGreaterThan(100);
}, 60_000);

test("a table of many cells takes a time that grows with their number", async () => {
  const rows = (n: number) => [
    CAMERAS[0]!,
    ...Array.from({ length: n }, (_, i) => [i % 2 === 0 ? "Kenya" : "Ecuador", "Huawei", "2014", `${i + 1}`]),
  ];
  const time = async (n: number) => {
    const document = await documentOf(tableOf(rows(n)));
    const start = process.cpuUsage().user;
    readAsserted(document, lexicon);
    return process.cpuUsage().user - start;
  };
  await time(100);
  const [few, many] = [await time(200), await time(1600)];
  expect(many).toBeLessThan(few * 40);
});
