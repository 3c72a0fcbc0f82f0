import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAssets } from "../../src/server/assets.ts";
import { createApp } from "../../src/server/index.ts";
import { LiveSite } from "../../src/server/live-site.ts";
import { PastSites } from "../../src/server/past-sites.ts";
import { CHECKED } from "./fixture.ts";
import { smallBook } from "./small-book.ts";

let small: Awaited<ReturnType<typeof smallBook>>;
let past: PastSites;
let app: ReturnType<typeof createApp>;
let then: { seq: number; hash: string };
const before = new Map<string, string>();

const check = async () => CHECKED;
const ask = (path: string, accept = "text/html") =>
  app.request(`http://localhost${path}`, { headers: { host: "localhost", accept } });
const textOf = async (path: string) => (await ask(path)).text();
const asOf = (path: string, entry: string | number) =>
  `${path}${path.includes("?") ? "&" : "?"}as-of=${entry}`;

/** Addresses whose bytes must not change when the book goes on. */
const FILES = [
  "/indicators/missions-by-host.json",
  "/indicators/missions-by-host.csv",
  "/indicators/missions-by-host.svg",
  "/indicators/missions-by-host.sql",
  "/indicators/missions-by-election.json?by=host,election&host=*",
  "/index.json",
  "/countries/FJI.json",
  "/countries/FJI.csv",
  "/records/fji-2018.json",
  "/entities/osce.json",
  "/sources/rep-a.json",
  "/measures/missions-sent.json",
  "/series/turnout.csv",
  "/search.json?q=election",
  "/undercount/mission.json",
];

const stated = (record: string, field: string, text: string) => ({
  ...{ record, kind: "mission", field, text, number: null, low: null, high: null, unit: "", qualifier: "" },
  ...{ start: "", end: "", source: "rep-b", capture: "", span: null, by: "tester" },
});

beforeAll(async () => {
  small = await smallBook();
  past = new PastSites(small.book, check);
  app = createApp({ site: new LiveSite(small.book, check), past, assets: readAssets(), log: () => {} });
  for (const path of FILES) before.set(path, await textOf(path));
  then = small.book.head;
  await small.book.state("tester", [
    stated("fji-2022", "election", "Election after"),
    stated("fji-2022", "country", "FJI"),
    stated("fji-2022", "sender", "osce"),
  ]);
});
afterAll(async () => {
  await past.close();
  await small.remove();
});

describe("the book as of an entry", () => {
  test.each(FILES)("%s gives the same bytes once more has been stated", async path => {
    expect(await textOf(asOf(path, then.seq))).toBe(before.get(path));
    expect(await textOf(asOf(path, `${then.seq}:${then.hash.slice(0, 12)}`))).toBe(before.get(path));
  });

  test("what was stated since stands on the page of now, and not on that of then", async () => {
    expect(await textOf("/countries/FJI")).toContain("Election after");
    expect(await textOf(asOf("/countries/FJI", then.seq))).not.toContain("Election after");
    expect((await ask("/records/fji-2022")).status).toBe(200);
    expect((await ask(asOf("/records/fji-2022", then.seq))).status).toBe(404);
    const now = await (await ask("/indicators/missions-by-host.json?host=FJI")).json();
    const old = await (await ask(asOf("/indicators/missions-by-host.json?host=FJI", then.seq))).json();
    expect([old.result.rows[0].value, now.result.rows[0].value]).toEqual([1, 2]);
  });

  test("a page says which entry it is of, leads to now, and its links stay at that entry", async () => {
    const html = await textOf(asOf("/indicators/missions-by-host?by=host", then.seq));
    expect(html).toContain(`journal entry ${then.seq}</strong>`);
    expect(html).toContain(`Its newest entry today is ${then.seq + 1}`);
    expect(html).toMatch(/<a rel="latest-version" href="\/indicators\/missions-by-host\?by=host">/);
    expect(html).toContain(`href="/countries/FJI?as-of=${then.seq}"`);
    expect(html).toContain(`href="/indicators/missions-by-host.csv?by=host&amp;as-of=${then.seq}"`);
    expect(html).toContain(`<input type="hidden" name="as-of" value="${then.seq}"/>`);
  });

  test("every page offers an address at which it stays as it is", async () => {
    const { seq, hash } = small.book.head;
    const lasting = `href="/indicators/missions-by-host?by=host&amp;as-of=${seq}:${hash.slice(0, 12)}"`;
    const html = await textOf("/indicators/missions-by-host?by=host");
    expect(html).toContain(lasting);
    expect(html).not.toContain("latest-version");
    expect(await textOf(asOf("/indicators/missions-by-host?by=host", seq))).toContain(lasting);
  });

  test("the newest entry can be named too, and is said to be the newest", async () => {
    const html = await textOf(asOf("/", small.book.head.seq));
    expect(html).toContain("That is its newest entry today");
  });

  test.each([
    ["99", 404, "unknown-entry", /no entry 99/],
    ["0", 404, "unknown-entry", /no entry 0/],
    ["yesterday", 400, "bad-entry", /not an entry/],
    ["", 400, "bad-entry", /not an entry/],
    ["1:000000000000", 404, "other-entry", /not the one/],
  ])("as-of=%s is refused with %i and the code %s", async (entry, status, code, words) => {
    const json = await ask(asOf("/indicators/missions-by-host.json", entry));
    expect(json.status).toBe(status);
    const { ok, errors } = await json.json();
    expect([ok, errors[0].code]).toEqual([false, code]);
    expect(errors[0].message).toMatch(words);
    const page = await ask(asOf("/indicators/missions-by-host", entry));
    expect(page.status).toBe(status);
    expect(await page.text()).toMatch(words);
  });

  test("an opening that takes long is told with an error that says to come back, and is found done later", async () => {
    const slow = new PastSites(small.book, check, { patience: 0 });
    const entry = await slow.entry(String(then.seq));
    await expect(slow.use(entry, async () => 1)).rejects.toThrow("still being put together");
    for (;;) {
      const found = await slow.use(entry, async site => site.library.asOf).catch(() => "");
      if (found !== "") {
        expect(found).toBe(`${then.seq}:${then.hash}`);
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    await slow.close();
  });

  test("many entries at once are refused beyond a few", async () => {
    const busy = new PastSites(small.book, check);
    const open = async (seq: number) =>
      busy.use(await busy.entry(String(seq)), async () => "opened").catch(error => error.problems[0].code);
    for (let more = 0; more < 6; more++)
      await small.book.append({ by: "tester", act: "note", data: { more } });
    const found = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(n => open(then.seq + n - 2)));
    expect(found.filter(answer => answer === "past-busy").length).toBeGreaterThan(0);
    expect(found.filter(answer => answer === "opened").length).toBeGreaterThanOrEqual(4);
    await busy.close();
  });
});
