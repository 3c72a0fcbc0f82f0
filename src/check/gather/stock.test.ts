import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Statement } from "../../book/types.ts";
import type { Kind } from "../../codebook/types.ts";
import { stemsOf, withoutStates } from "../match/worded-title.ts";
import { shippedBook, type TestBook } from "../testing/shipped.ts";
import { askedStock } from "./asked-stock.ts";
import { heldStock } from "./held-stock.ts";
import { libraryOf } from "./library.ts";
import { fieldOfRole } from "./schema.ts";
import type { FigureQuestion, PageQuestion, Stock } from "./stock.ts";
import type { RecordRow } from "./types.ts";

let shipped: TestBook;
let held: Stock;
let asked: Stock;

const newStocks = async () => {
  held = heldStock(await libraryOf(shipped.book));
  asked = askedStock(shipped.book);
};

beforeAll(async () => {
  shipped = await shippedBook({ change: (name, text) => (name.startsWith("series") ? null : text) });
  await newStocks();
});
afterAll(() => shipped.remove());

const kindOf = (id: string): Kind => shipped.book.codebook.kinds.get(id)!;

/** What both stocks answer, having made sure that it is the same. */
async function both<T>(ask: (stock: Stock) => Promise<readonly T[]>): Promise<readonly T[]> {
  const [first, second] = await Promise.all([ask(held), ask(asked)]);
  expect(second).toEqual(first);
  return first;
}

async function allPages(pages: AsyncIterable<readonly RecordRow[]>): Promise<RecordRow[]> {
  const all: RecordRow[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

describe("what is held and what is asked for", () => {
  it("are the same figures", async () => {
    const measures = ["training-sessions", "cameras"];
    const of = async (question: Partial<FigureQuestion>) =>
      both(stock => stock.figures({ measures: [], studies: false, values: [], ...question }));
    expect((await of({ measures })).length).toBeGreaterThan(20);
    expect((await of({ measures, studies: true, values: [138, 46.5] })).length).toBeGreaterThan(20);
    expect((await of({ studies: true })).length).toBeGreaterThan(0);
    expect(await of({})).toEqual([]);
    const dated = await of({ dated: [{ month: "2019-11", unit: "company" }] });
    expect(dated.length).toBeGreaterThan(0);
    expect(dated.every(each => (each as { asOf: string }).asOf.startsWith("2019-11"))).toBe(true);
    const byValue = await of({ values: [138, 46.5] });
    expect(new Set(byValue.map(each => (each as { value: number }).value))).toEqual(new Set([138, 46.5]));
  });

  it("are the same records and sources of them, in one order", async () => {
    for (const id of ["training", "deployment", "policy"]) {
      const kind = kindOf(id);
      const values = ["SRB", "SLB", "huawei"];
      expect((await both(stock => stock.touching(kind, values))).length).toBeGreaterThan(0);
      expect((await both(stock => stock.sourcesTouching(kind, values))).length).toBeGreaterThan(0);
      expect((await both(stock => stock.sourcesOfAll(kind))).length).toBeGreaterThan(50);
      expect(await both(stock => stock.touching(kind, []))).toEqual([]);
      expect(await both(stock => stock.sourcesTouching(kind, []))).toEqual([]);
    }
  });

  it("are the same pages of records, by id and by date", async () => {
    const kind = kindOf("deployment");
    const [product, vendor] = [fieldOfRole(kind, "product-kind")!, fieldOfRole(kind, "vendor")!];
    const questions: PageQuestion[] = [
      { same: new Map(), order: "id" },
      { same: new Map([[product, ["cctv", "safe-city"]]]), order: "id", notOnly: [vendor, ["huawei"]] },
      { same: new Map([[vendor, ["huawei"]]]), order: "start" },
      { same: new Map([[vendor, []]]), order: "id" },
    ];
    const counts = [];
    for (const question of questions)
      counts.push((await both(stock => allPages(stock.pages(kind, question)))).length);
    expect(counts[0]).toBeGreaterThan(300);
    expect(counts[1]).toBeGreaterThan(20);
    expect(counts[2]).toBeGreaterThan(5);
    expect(counts[3]).toBe(0);
  });

  it("have every act whose title holds the words of a name", async () => {
    const kind = kindOf("policy");
    const names = [
      ["global", "security", "initiative"],
      ["security", "agreement"],
    ];
    const holds = ({ row }: RecordRow) =>
      names.some(words => words.every(word => String(row["title"]).toLowerCase().includes(word)));
    const found = await both(async stock => (await stock.titled(kind, names)).filter(holds));
    expect(found.length).toBeGreaterThan(1);
    expect(await both(stock => stock.titled(kind, []))).toEqual([]);
  });

  it("are the same records that state a number and are of a taker that is named", async () => {
    const kind = kindOf("deployment");
    const ranges = [[50, 1000]] as const;
    const found = await both(stock => stock.counted(kind, ranges, ["LSO", "SRB"]));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ row }) => ["LSO", "SRB"].includes(String(row["recipient"])))).toBe(true);
    expect(await both(stock => stock.counted(kind, ranges, []))).toEqual([]);
    expect(await both(stock => stock.counted(kind, [], ["LSO"]))).toEqual([]);
  });

  it("have the acts of the sorts that are told of, and of the states together or of one", async () => {
    const kind = kindOf("policy");
    const states = ["CHN", "SLB"];
    const codes = ["security-agreement"];
    const idsOf = async (stock: Stock, together: boolean) => {
      const acts = await stock.acts(kind, { states, sorts: [{ codes, states, together }], worded: [] });
      return acts
        .filter(({ row }) => codes.includes(String(row["kind"])))
        .filter(({ row }) => {
          const parties = [row["actor"], row["counterpart"]].flat();
          return together
            ? states.every(state => parties.includes(state))
            : states.some(state => parties.includes(state));
        })
        .map(({ id }) => id);
    };
    const of = async (together: boolean) => both(stock => idsOf(stock, together));
    expect(await of(true)).toContain("slb-chn-security-2022");
    expect((await of(false)).length).toBeGreaterThan((await of(true)).length);
    const asks = { states, sorts: [{ codes, states, together: true }], worded: [] };
    expect((await asked.acts(kind, asks)).length).toBe((await of(true)).length);
  });

  it("have the acts that are told of in the words of their titles, and few others", async () => {
    const kind = kindOf("policy");
    const of = (sentence: string) => ({
      states: ["AUS", "SLB"],
      sorts: [],
      worded: [stemsOf(withoutStates(sentence).rest)],
    });
    const riots = of("In November 2021 Australian police and soldiers were sent to Honiara after the riots.");
    for (const stock of [held, asked])
      expect((await stock.acts(kind, riots)).map(({ id }) => id)).toContain("aus-slb-riot-2021");
    expect((await asked.acts(kind, riots)).length).toBeLessThan((await held.acts(kind, riots)).length);
    expect(await asked.acts(kind, of("Nothing of the kind was ever decided."))).toEqual([]);
    expect(await both(stock => stock.acts(kind, { ...riots, states: [] }))).toEqual([]);
  });

  it("are the same records of some states that give a number in words or digits", async () => {
    const [incident, policy] = [kindOf("incident"), kindOf("policy")];
    const found = await both(stock => stock.numbered(incident, ["KGZ", "COL"], ["55", "600"]));
    expect(found.map(({ id }) => id).sort()).toEqual(["col-das-wiretaps", "kgz-wanted-persons-detained"]);
    const told = await both(stock => stock.numbered(policy, ["USA"], ["two"]));
    expect(told.map(({ id }) => id)).toContain("usa-nyc-station-charge-2023");
    expect(await both(stock => stock.numbered(incident, ["FRA"], ["55"]))).toEqual([]);
    expect(await both(stock => stock.numbered(incident, [], ["55"]))).toEqual([]);
    expect(await both(stock => stock.numbered(incident, ["KGZ"], []))).toEqual([]);
  });

  it("are the same sources", async () => {
    const none = { studies: false, host: "", title: "", publishers: [], quoted: [] };
    expect((await both(stock => stock.sources({ ...none, studies: true }))).length).toBeGreaterThan(10);
    expect(
      (await both(stock => stock.sources({ ...none, publishers: ["carnegie"] }))).length,
    ).toBeGreaterThan(0);
    expect(
      (await both(stock => stock.sources({ ...none, quoted: ["police"], host: "doj.gov" }))).length,
    ).toBeGreaterThan(0);
    expect(await both(stock => stock.sources(none))).toEqual([]);
    const ids = ["ctx-bogus", "rwandaembassy-pscsc-2019"];
    expect(await both(stock => stock.sourcesOf(ids))).toHaveLength(1);
  });

  it("is read again when the book has grown", async () => {
    const before = await libraryOf(shipped.book);
    expect(await libraryOf(shipped.book)).toBe(before);
    await shipped.book.append({ by: "test", act: "decide", data: { judgement: "accept", record: "x" } });
    expect(await libraryOf(shipped.book)).not.toBe(before);
  });
});

describe("the index of who is in which record", () => {
  /** Whole numbers below a bound, always the same ones (a linear congruential generator, Numerical Recipes 7.1). */
  const numbers = (seed: number) => {
    let state = seed;
    return (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  };

  const EMPTY = { number: null, low: null, high: null, unit: "", qualifier: "", start: "", end: "" };
  const COUNTRIES = ["KAZ", "PAK", "SRB", "ETH", "LSO", "CHN"];

  function statements(chance: (below: number) => number, ids: readonly string[]): Statement[] {
    return Array.from({ length: 12 }, () => {
      const field = ["recipient", "vendors", "vendors"][chance(3)]!;
      const text = field === "recipient" ? COUNTRIES[chance(6)]! : ["huawei", "dahua", "geedge"][chance(3)]!;
      return {
        ...EMPTY,
        record: chance(3) > 0 ? ids[chance(ids.length)]! : `new-${chance(8)}`,
        kind: "deployment",
        field,
        text,
        source: ["rwandaembassy-pscsc-2019", "another"][chance(2)]!,
        capture: "",
        span: null,
        by: "test",
      };
    });
  }

  it("finds what a scan of all records finds, after any entries", async () => {
    const kind = kindOf("deployment");
    const ids = (await shipped.book.sql("SELECT id FROM deployment ORDER BY id")).map(({ id }) => String(id));
    const chance = numbers(7);
    for (let round = 0; round < 6; round++) {
      await shipped.book.state("test", statements(chance, ids));
      await newStocks();
      const values = [COUNTRIES[chance(6)]!, ["huawei", "dahua", "nobody"][chance(3)]!];
      expect((await both(stock => stock.touching(kind, values))).length).toBeGreaterThan(0);
      await both(stock => stock.sourcesTouching(kind, values));
      await both(stock => stock.sourcesTouching(kind, values.slice(1)));
      await both(stock => stock.sourcesOfAll(kind));
    }
  });
});
