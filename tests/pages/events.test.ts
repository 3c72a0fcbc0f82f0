import { afterAll, beforeAll, expect, test } from "vitest";
import { readAssets } from "../../src/server/assets.ts";
import { createApp } from "../../src/server/index.ts";
import { LiveSite } from "../../src/server/live-site.ts";
import { PastSites } from "../../src/server/past-sites.ts";
import { renderPage } from "../../src/site/index.ts";
import { linkView } from "../../src/site/pages/link.tsx";
import { CHECKED } from "./fixture.ts";
import { SECRET, smallBook } from "./small-book.ts";

let small: Awaited<ReturnType<typeof smallBook>>;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  small = await smallBook();
  app = createApp({
    site: new LiveSite(small.book, async () => CHECKED),
    past: new PastSites(small.book, async () => CHECKED),
    assets: readAssets(),
    log: () => {},
  });
});
afterAll(() => small.remove());

const HOST = "127.0.0.1:4600";
const ask = (path: string, init: RequestInit = {}) =>
  app.request(`http://${HOST}${path}`, { ...init, headers: { host: HOST, ...init.headers } });
const judge = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  ask("/links", {
    method: "POST",
    headers,
    body: new URLSearchParams({
      kind: "mission",
      a: "fji-2018",
      b: "kaz-2019",
      by: "Ana",
      reason: "one team",
      ...fields,
    }),
  });

test("a pair shows the evidence field by field with a form to challenge it, and no secret", async () => {
  const page = await (await ask("/links/fji-2018,kaz-2019")).text();
  expect(page).toContain("No rule joins them, whatever that number is: country contradicts");
  expect(page).toContain("<svg");
  expect(page).toContain('action="/links"');
  expect(page).toMatch(/makes it \d+(\.\d+)?% likely/);
  expect(page).not.toContain(SECRET);
  const data = (await (await ask("/links/fji-2018,kaz-2019.json")).json()) as {
    pair: { evidence: unknown[] };
  };
  expect(data.pair.evidence).toHaveLength(2);
  for (const wrong of ["fji-2018", "fji-2018,fji-2018", "fji-2018,osce", "fji-2018,t-1", "a,b,c", ","])
    expect((await ask(`/links/${wrong}`)).status).toBe(404);
});

test("a judgement joins two records, the old id leads to the event, and the opposite judgement undoes it", async () => {
  const sent = await judge({ judgement: "same" });
  expect([sent.status, sent.headers.get("location")]).toEqual([303, "/links/fji-2018,kaz-2019"]);
  const moved = await ask("/events/kaz-2019.json");
  expect([moved.status, moved.headers.get("location")]).toEqual([302, "/events/fji-2018.json"]);
  const event = await (await ask("/events/fji-2018")).text();
  expect(event).toContain("one team");
  expect(event).toContain("Ana");
  expect(await (await ask("/events")).text()).toContain('href="/events/fji-2018"');
  expect(await (await ask("/links/fji-2018,kaz-2019")).text()).toContain("They are joined");

  expect((await judge({ judgement: "different", reason: "two countries" })).status).toBe(303);
  expect((await ask("/events/kaz-2019")).status).toBe(200);
  expect(await (await ask("/links/fji-2018,kaz-2019")).text()).toContain("They were judged to be two");
  const { decisions } = (await (await ask("/events/kaz-2019.json")).json()) as {
    decisions: { reason: string }[];
  };
  expect(decisions.map(({ reason }) => reason)).toEqual(["one team", "two countries"]);
});

test("a judgement without a name or a reason, on a record that is not there, or from another site is refused", async () => {
  const before = small.book.head.seq;
  for (const wrong of [
    { judgement: "maybe" },
    { judgement: "same", by: " " },
    { judgement: "same", reason: "" },
    { judgement: "same", reason: "x".repeat(1001) },
    { judgement: "same", b: "nobody" },
    { judgement: "same", b: "fji-2018" },
    { judgement: "same", kind: "nothing" },
  ])
    expect((await judge(wrong)).status).toBe(400);
  expect((await judge({ judgement: "same" }, { origin: "http://elsewhere.example" })).status).toBe(403);
  expect(small.book.head.seq).toBe(before);
});

test("a judgement that an earlier one forbids is refused with the entry that stands against it", async () => {
  await judge({ judgement: "same", b: "tuv-undated", reason: "one tour" });
  const refused = await judge(
    { a: "kaz-2019", b: "tuv-undated", judgement: "same" },
    { accept: "application/json" },
  );
  expect(refused.status).toBe(400);
  expect(await refused.text()).toMatch(/contradiction.*two countries|contradiction.*entry \d+ by Ana/s);
});

test("a static page has no form", async () => {
  const { pair, ...rest } = (await (await ask("/links/fji-2018,kaz-2019.json")).json()) as Parameters<
    typeof linkView
  >[0];
  const frame = {
    book: "b",
    asOf: "1:a",
    path: "/links/x",
    query: "",
    asset: (name: string) => name,
    sections: [],
  };
  const view = linkView({ pair, ...rest });
  expect(renderPage(view, { ...frame, forms: false })).not.toContain("<form");
  expect(renderPage(view, { ...frame, forms: true })).toContain("<form");
});

test("pictures that may be wider than the screen are scrolled with the keys too, and say what they show", async () => {
  const page = await (await ask("/events")).text();
  const before = page.split("<svg").slice(0, -1);
  expect(before.length).toBeGreaterThan(3);
  for (const text of before)
    expect(text).toMatch(/<section class="scroll" tabindex="0" aria-label="[^"]+">$/);
});
