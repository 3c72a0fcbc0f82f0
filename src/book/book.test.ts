import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { UserError } from "../codebook/errors.ts";
import { addFacts } from "./add-facts.ts";
import { sha256 } from "./canonical.ts";
import { replaceCodebook } from "./codebook-files.ts";
import { createBook, isBook, openBook } from "./open.ts";
import {
  CODEBOOK,
  FACTS,
  newFolder,
  removeFolders,
  smallBook,
  statement,
  steadyEffects,
} from "./testing/books.ts";
import { digestOfTables } from "./testing/digest.ts";

afterEach(removeFolders);

const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    error => {
      if (!(error instanceof UserError)) throw error;
      return error.problems[0]!;
    },
  );

test("a new book holds its codebook and two entries, and opens again", async () => {
  const book = await smallBook();
  expect([...book.codebook.kinds.keys()]).toEqual(["deal", "source"]);
  expect((await book.sql("SELECT act FROM entries ORDER BY seq")).map(row => row["act"])).toEqual([
    "init",
    "codebook",
  ]);
  expect(readdirSync(book.dir).sort()).toEqual([
    "book.lock",
    "codebook",
    "index.duckdb",
    "journal.jsonl",
    "objects",
  ]);
  const { head } = book;
  await book.close();
  expect(existsSync(join(book.dir, "book.lock"))).toBe(false);
  const again = await openBook(book.dir);
  expect(again.head).toEqual(head);
  await again.close();
});

test("a folder without a book, and one with a book already, are told apart", async () => {
  const folder = newFolder();
  expect(await isBook(folder)).toBe(false);
  expect((await problemOf(openBook(folder)))?.code).toBe("no-book");
  expect((await problemOf(openBook(join(folder, "nowhere"))))?.message).toContain("no such folder");
  const book = await smallBook();
  await book.close();
  const again = createBook(book.dir, { codebook: CODEBOOK, by: "tester" });
  expect((await problemOf(again))?.code).toBe("book-exists");
});

test("a codebook with mistakes makes no book", async () => {
  const folder = join(newFolder(), "book");
  const codebook = new Map([["codebook/x.yaml", "kind: {id: 7}"]]);
  expect(await problemOf(createBook(folder, { codebook, by: "tester" }))).not.toBe(null);
  expect(await isBook(folder)).toBe(false);
});

test("a codebook path that leads out of the book is refused", async () => {
  const codebook = new Map(
    [...CODEBOOK].map(([path, text]) => [path.replace("codebook/", "codebook/../../"), text]),
  );
  const made = createBook(join(newFolder(), "book"), { codebook, by: "tester" });
  expect((await problemOf(made))?.code).toBe("bad-path");
});

test("facts become statements, one for each field and source, and wide rows", async () => {
  const book = await smallBook();
  await addFacts(book, { by: "tester", files: FACTS });
  const said = await book.sql(
    `SELECT field, text, source FROM statements WHERE record = 'd1' AND field = 'buyers' ORDER BY ALL`,
  );
  expect(said.map(row => Object.values(row).join(" "))).toEqual([
    "buyers KEN s1",
    "buyers KEN s2",
    "buyers UGA s1",
    "buyers UGA s2",
  ]);
  expect(await book.sql("SELECT * FROM deal ORDER BY id")).toEqual([
    {
      id: "d1",
      seller: "Acme",
      buyers: ["KEN", "UGA"],
      agreed: "2019-05",
      agreed_start: "2019-05-01",
      agreed_end: "2019-05-31",
      units: 1500,
      units_low: 1500,
      units_high: 1950,
      units_unit: "camera",
      units_qualifier: "about",
      note: "first",
      sources: ["s1", "s2"],
      seq: 3,
    },
    {
      id: "d2",
      seller: "Bolt",
      buyers: ["PAK"],
      agreed: "2010-12-17",
      agreed_start: "2010-12-17",
      agreed_end: "2010-12-17",
      units: null,
      units_low: null,
      units_high: null,
      units_unit: null,
      units_qualifier: null,
      note: null,
      sources: ["s2"],
      seq: 3,
    },
  ]);
  expect(await book.sql("SELECT record, source FROM record_source WHERE kind = 'deal' ORDER BY ALL")).toEqual(
    [
      { record: "d1", source: "s1" },
      { record: "d1", source: "s2" },
      { record: "d2", source: "s2" },
    ],
  );
  expect(await book.sql("SELECT country, year, value, source FROM series ORDER BY year")).toEqual([
    { country: "KEN", year: 2019, value: 3.5, source: "s1" },
    { country: "KEN", year: 2020, value: null, source: "s1" },
  ]);
  expect(await book.sql("SELECT name, region FROM country WHERE code = 'KEN'")).toEqual([
    { name: "Kenya", region: "Africa" },
  ]);
  await book.close();
});

test("facts with mistakes are refused together, and nothing is written", async () => {
  const book = await smallBook();
  const files = new Map([
    ["facts/deal.csv", "id,seller\nd1,\n"],
    ["facts/nothing.csv", "id\n"],
  ]);
  const before = readFileSync(join(book.dir, "journal.jsonl"));
  const error = await addFacts(book, { by: "tester", files }).catch(problems => problems);
  expect(new Set((error as UserError).problems.map(({ file }) => file))).toEqual(new Set(files.keys()));
  expect(readFileSync(join(book.dir, "journal.jsonl"))).toEqual(before);
  await book.close();
});

test("the same facts again are no news; a file can be taken away", async () => {
  const book = await smallBook();
  await addFacts(book, { by: "tester", files: FACTS });
  expect(await addFacts(book, { by: "tester", files: FACTS })).toBe(null);
  await addFacts(book, {
    by: "tester",
    files: new Map([
      ["facts/deal.csv", null],
      ["facts/series-score.csv", null],
    ]),
  });
  expect(Object.keys(book.facts)).toEqual(["facts/source.csv"]);
  expect(
    await book.sql("SELECT (SELECT count(*) FROM deal) AS deals, (SELECT count(*) FROM series) AS rows"),
  ).toEqual([{ deals: 0, rows: 0 }]);
  await book.close();
});

const deals = (...rows: string[]) =>
  new Map([
    [
      "facts/deal.csv",
      `id,seller,buyers,agreed,units,units_high,units_qualifier,units_unit,contact,note,source_ids\n${rows.join("\n")}\n`,
    ],
  ]);

test("a correction outlives a new version of the facts that does not touch the field", async () => {
  const book = await smallBook();
  await addFacts(book, { by: "tester", files: deals("d1,Acme,KEN,2019,,,,,,,s1") });
  await book.state("editor", [statement({ record: "d1", field: "seller", text: "Acme Ltd", source: "s2" })]);
  await addFacts(book, { by: "tester", files: deals("d1,Acme,KEN;UGA,2019,,,,,,,s1") });
  expect(await book.sql("SELECT seller, buyers, seq FROM deal")).toEqual([
    { seller: "Acme Ltd", buyers: ["KEN", "UGA"], seq: 5 },
  ]);
  await addFacts(book, { by: "tester", files: deals("d1,Acme Inc,KEN;UGA,2019,,,,,,,s1") });
  expect(await book.sql("SELECT seller FROM deal")).toEqual([{ seller: "Acme Inc" }]);
  await book.close();
});

test("in the wide view the newest entry wins, then what most sources say, then the lowest", async () => {
  const book = await smallBook();
  const units = (number: number, source: string) =>
    statement({ record: "d1", field: "units", text: String(number), number, source });
  const value = async () => (await book.sql("SELECT units FROM deal"))[0]?.["units"];
  await book.state("tester", [units(30, "s1"), units(20, "s2"), units(10, "s3")]);
  expect(await value()).toBe(10);
  await book.state("tester", [units(30, "s1"), units(30, "s2"), units(20, "s3")]);
  expect(await value()).toBe(30);
  await book.state("tester", [units(40, "s1")]);
  expect(await value()).toBe(40);
  expect(await book.sql("SELECT count(*) AS n FROM statements")).toEqual([{ n: 7 }]);
  await book.close();
});

test("the index brought up step by step is the index made from nothing", async () => {
  const book = await smallBook();
  const steps = [
    () => addFacts(book, { by: "tester", files: FACTS }),
    () => book.state("tester", [statement({ record: "d1", field: "note", text: "corrected", source: "s9" })]),
    () =>
      addFacts(book, {
        by: "tester",
        files: deals("d1,Acme,KEN;UGA,2019-05,1500,1950,about,camera,,first,s1;s2", "d3,Cog,USA,,,,,,,,s1"),
      }),
    () =>
      book.state(
        "tester",
        Array.from({ length: 100 }, (_, n) =>
          statement({ record: `b${n}`, field: "seller", text: "Bulk", source: "s1" }),
        ),
      ),
    () =>
      addFacts(book, {
        by: "tester",
        files: new Map([
          [
            "facts/series-score.csv",
            "country,year,measure,value,category,source_ids\nUGA,2021,score,1,,s2\n",
          ],
        ]),
      }),
    () => addFacts(book, { by: "tester", files: new Map([["facts/deal.csv", null]]) }),
    () => addFacts(book, { by: "tester", files: FACTS }),
    () => book.append({ by: "tester", act: "decide", data: { record: "d1", decision: "accept" } }),
  ];
  for (const step of steps) {
    await step();
    await book.sql("SELECT 1");
  }
  const grown = await digestOfTables(book);
  await book.close();
  rmSync(join(book.dir, "index.duckdb"));
  const again = await openBook(book.dir);
  expect(await digestOfTables(again)).toEqual(grown);
  await again.close();
});

test("an index that is torn, foreign or of another version is made anew, and said so", async () => {
  const book = await smallBook();
  await addFacts(book, { by: "tester", files: FACTS });
  const right = await digestOfTables(book);
  await book.close();
  const other = await smallBook({ now: () => new Date(0) });
  await other.sql("SELECT 1");
  await other.close();
  const index = join(book.dir, "index.duckdb");
  for (const bytes of [
    readFileSync(join(other.dir, "index.duckdb")),
    readFileSync(index).subarray(0, 9000),
    Buffer.from("no index"),
  ]) {
    writeFileSync(index, bytes);
    const warnings: string[] = [];
    const again = await openBook(book.dir, { warn: message => warnings.push(message) });
    expect(await digestOfTables(again)).toEqual(right);
    expect(warnings.join()).toContain("the index could not be used");
    await again.close();
  }
});

test("an index whose engine found records by other keys is made anew", async () => {
  const book = await smallBook();
  await addFacts(book, { by: "tester", files: FACTS });
  const count = "SELECT count(*) AS n FROM base.record_source WHERE key = base.key_of(record)";
  const right = await book.sql(count);
  await book.close();
  const instance = await DuckDBInstance.create(join(book.dir, "index.duckdb"));
  const connection = await instance.connect();
  await connection.run("UPDATE base.record_source SET key = key + 1");
  await connection.run("UPDATE base.meta SET probe = probe + 1");
  connection.closeSync();
  instance.closeSync();
  const again = await openBook(book.dir);
  expect(await again.sql(count)).toEqual(right);
  await again.close();
});

test("as of an entry, the book is as it was known then, and the same at every asking", async () => {
  const book = await smallBook();
  await addFacts(book, { by: "tester", files: FACTS });
  await book.state("tester", [statement({ record: "d1", field: "seller", text: "Newer", source: "s1" })]);
  const seller = async (seq: number) => {
    const then = await book.asOf(seq);
    const rows = await then.sql("SELECT seller FROM deal WHERE id = 'd1'");
    const digest = await digestOfTables(then);
    await then.close();
    return [rows[0]?.["seller"] ?? null, digest] as const;
  };
  const [none, early, late] = [await seller(2), await seller(3), await seller(4)];
  expect([none[0], early[0], late[0]]).toEqual([null, "Acme", "Newer"]);
  expect(late[1]).toEqual(await digestOfTables(book));
  await book.state("tester", [statement({ record: "d9", field: "seller", text: "Later", source: "s1" })]);
  expect(await seller(3)).toEqual(early);
  const then = await book.asOf(3);
  expect(then.head.seq).toBe(3);
  expect((await problemOf(then.append({ by: "tester", act: "decide" })))?.code).toBe("read-only");
  await then.close();
  expect((await problemOf(book.asOf(99)))?.code).toBe("unknown-entry");
  expect((await problemOf(book.asOf(1)))?.code).toBe("no-codebook");
  await book.close();
});

test("what is known only ever grows: statements of an entry stay in every later view that nothing replaces", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async batches => {
        const book = await smallBook();
        for (const batch of batches)
          await book.state(
            "tester",
            batch.map(n => statement({ record: `d${n}`, field: "seller", text: `t${n}`, source: "s1" })),
          );
        let before: string[] = [];
        for (let seq = 2; seq <= book.head.seq; seq++) {
          const then = await book.asOf(seq);
          const now = (await then.sql("SELECT record, seq FROM statements ORDER BY seq, record")).map(row =>
            JSON.stringify(row),
          );
          await then.close();
          expect(now.slice(0, before.length)).toEqual(before);
          expect(now.length).toBe(batches.slice(0, seq - 2).flat().length);
          before = now;
        }
        await book.close();
      },
    ),
    { seed: 8, numRuns: 4 },
  );
});

test("statements of an unknown kind or field, or with a number that is none, are refused", async () => {
  const book = await smallBook();
  const wrong = [
    statement({ record: "d1", field: "nothing" }),
    statement({ record: "d1", field: "seller", kind: "nothing" }),
    statement({ record: "", field: "seller" }),
    statement({ record: "d1", field: "units", number: Number.NaN }),
  ];
  const error = (await book.state("tester", wrong).catch(problems => problems)) as UserError;
  expect(error.problems.map(({ code, line }) => [code, line])).toEqual([
    ["unknown-field", 1],
    ["unknown-kind", 2],
    ["missing-id", 3],
    ["bad-number", 4],
  ]);
  expect(book.head.seq).toBe(2);
  await book.close();
});

test("bytes are kept by their hash, and damaged bytes are not handed out", async () => {
  const book = await smallBook();
  const bytes = Buffer.from("a page");
  const hash = await book.put(bytes);
  expect(hash).toBe(sha256(bytes));
  expect(await book.put(bytes)).toBe(hash);
  expect(Buffer.from((await book.get(hash))!)).toEqual(bytes);
  expect(await book.get("0".repeat(64))).toBe(null);
  writeFileSync(join(book.dir, "objects", hash.slice(0, 2), hash.slice(2)), "a pagE");
  expect((await problemOf(book.get(hash)))?.code).toBe("damaged-object");
  await book.close();
});

test("another codebook is put in force, and what the book holds is read with it", async () => {
  const book = await smallBook();
  await addFacts(book, { by: "tester", files: FACTS });
  const files = new Map(CODEBOOK);
  files.set(
    "codebook/deal.yaml",
    CODEBOOK.get("codebook/deal.yaml")!.replace("note: {type: text,", "note: {type: text, sensitive: true,"),
  );
  expect(await replaceCodebook(book, { by: "tester", files: CODEBOOK })).toBe(null);
  await replaceCodebook(book, { by: "tester", files });
  expect(book.codebook.kinds.get("deal")?.fields.find(({ id }) => id === "note")?.sensitive).toBe(true);
  await expect(book.sql("SELECT note FROM deal")).rejects.toThrow("note");
  expect(readFileSync(join(book.dir, "codebook/deal.yaml"), "utf8")).toBe(files.get("codebook/deal.yaml"));
  const then = await book.asOf(3);
  expect(await then.sql("SELECT note FROM deal WHERE id = 'd1'")).toEqual([{ note: "first" }]);
  await then.close();
  await book.close();
});

test("the same acts at the same times make the same bytes", async () => {
  const journals = [];
  for (let turn = 0; turn < 2; turn++) {
    const book = await createBook(join(newFolder(), "book"), {
      codebook: CODEBOOK,
      by: "tester",
      effects: steadyEffects(),
    });
    await addFacts(book, { by: "tester", files: FACTS });
    await book.close();
    journals.push(readFileSync(join(book.dir, "journal.jsonl"), "utf8"));
  }
  expect(journals[0]).toBe(journals[1]);
});

test("queries that come at once are all answered", async () => {
  const book = await smallBook();
  await addFacts(book, { by: "tester", files: FACTS });
  const answers = await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      if (n % 10 === 0) await book.append({ by: "tester", act: "decide", data: n });
      return (
        await book.sql("SELECT count(*) + $1 AS n FROM deal WHERE id = ANY($2)", [n, ["d1", "d2"]])
      )[0]?.["n"];
    }),
  );
  expect(answers).toEqual(Array.from({ length: 40 }, (_, n) => n + 2));
  await book.close();
});
