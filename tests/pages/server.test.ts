import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UserError } from "../../src/codebook/index.ts";
import { readAssets } from "../../src/server/assets.ts";
import { createApp, startServer } from "../../src/server/index.ts";
import { LiveSite } from "../../src/server/live-site.ts";
import { openApi } from "../../src/server/openapi.ts";
import { PastSites } from "../../src/server/past-sites.ts";
import { warmUp } from "../../src/server/warm-up.ts";
import { PAGES } from "../../src/site/index.ts";
import { CHECKED } from "./fixture.ts";
import { SECRET, smallBook } from "./small-book.ts";

let small: Awaited<ReturnType<typeof smallBook>>;
let past: PastSites;
let app: ReturnType<typeof createApp>;
const log: string[] = [];

/** Stands in for the checker: fails on demand, else gives the fixture with the hash and the text of what was sent. */
async function check(bytes: Uint8Array) {
  const text = new TextDecoder().decode(bytes);
  if (text === "unreadable") throw new UserError({ code: "not-text", message: "these bytes are no text" });
  if (text === "fault") throw new Error("secret of the program");
  const hash = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  const sha256 = Buffer.from(hash).toString("hex");
  return { ...CHECKED, document: { ...CHECKED.document, sha256 } };
}

beforeAll(async () => {
  small = await smallBook();
  past = new PastSites(small.book, check);
  app = createApp({
    site: new LiveSite(small.book, check),
    past,
    assets: readAssets(),
    log: line => log.push(line),
  });
});
afterAll(async () => {
  await past.close();
  await small.remove();
});

const HOST = "127.0.0.1:4600";
const ask = (path: string, init: RequestInit = {}) =>
  app.request(`http://${HOST}${path}`, { ...init, headers: { host: HOST, ...init.headers } });
const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields);

/** One id for each page with a parameter. */
const IDS: Readonly<Record<string, string>> = {
  "/countries/{id}": "FJI",
  "/records/{id}": "fji-2018",
  "/sources/{id}": "rep-a",
  "/entities/{id}": "osce",
  "/events/{id}": "fji-2018",
  "/links/{id}": "fji-2018,kaz-2019",
  "/series/{id}": "turnout",
  "/measures/{id}": "missions-sent",
  "/indicators/{id}": "missions-by-host",
  "/studies/{id}": "turnout-after-missions",
  "/undercount/{id}": "mission",
};
const addressOf = (path: string) => path.replace("{id}", IDS[path] ?? "");
const PATHS = PAGES.filter(({ path }) => path !== "/articles/{id}" && path !== "/appeals/{id}");

test("whoever counted is named to people, in words, picture and table, and kept as the id in the data", async () => {
  const html = await (await ask("/indicators/missions-as-counted")).text();
  const svg = await (await ask("/indicators/missions-as-counted.svg")).text();
  for (const shown of [html, svg]) {
    expect(shown).toMatch(/>[^<]*\bInstitute</);
    expect(shown).not.toMatch(/(>|, )institute</);
  }
  const csv = await (await ask("/indicators/missions-as-counted.csv")).text();
  expect(csv).toContain("osce,institute,");
});

describe("every page, on a book of another subject", () => {
  test.each(PATHS.map(({ path }) => path))("%s answers as HTML, JSON and CSV", async path => {
    const page = PATHS.find(other => other.path === path)!;
    const address = addressOf(path);
    const html = await ask(`${address}${path === "/search" ? "?q=election" : ""}`);
    expect(html.status).toBe(200);
    expect(html.headers.get("content-type")).toMatch(/^text\/html/);
    const text = await html.text();
    expect(text).toMatch(/^<!doctype html><html lang="en">/);
    expect(text).not.toMatch(/\s(style|on\w+)="/);
    expect(text).not.toContain("javascript:");
    const base = address === "/" ? "/index" : address;
    const json = await ask(`${base}.json`);
    expect(json.status).toBe(200);
    expect(typeof (await json.json())).toBe("object");
    const csv = await ask(`${base}.csv`);
    expect(csv.status).toBe(page.csv ? 200 : 404);
    const svg = await ask(`${base}.svg`);
    expect(svg.status).toBe(page.picture ? 200 : 404);
    if (page.picture) {
      expect(svg.headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
      expect(await svg.text()).toMatch(/^<\?xml[\s\S]*<desc[\s\S]*<\/svg>\s*$/);
      expect((await ask(`${base}.png`)).headers.get("content-type")).toBe("image/png");
    }
    expect((await ask(`${base}.sql`)).status).toBe(page.sql ? 200 : 404);
  });

  test("a record page is made from the fields of the codebook, with the number's hedge and both sources", async () => {
    const text = await (await ask("/records/fji-2018")).text();
    expect(text).toContain("Organisation for Security sent about 40 observers to Fiji.");
    expect(text).toContain("about 40 observers");
    expect(text).toContain('href="/entities/osce"');
    expect(text).toContain('href="/sources/rep-b"');
  });

  test("a counter is called by its name, and a list of things without dates has no column of dates", async () => {
    const measure = await (await ask("/measures/missions-sent")).text();
    expect(measure).toMatch(/Institute, (January )?2020|>Institute</);
    expect(measure).not.toContain(">institute<");
    const entities = await (await ask("/entities")).text();
    expect(entities).toContain('href="/entities/osce"');
    expect(entities).not.toContain("undated");
  });

  test("a field that is withheld is in no page, no JSON and no CSV", async () => {
    for (const { path } of PATHS)
      for (const form of ["", ".json", ".csv"]) {
        const address = addressOf(path) === "/" && form !== "" ? "/index" : addressOf(path);
        expect(await (await ask(`${address}${form}`)).text(), address + form).not.toContain(SECRET);
      }
    expect(await (await ask(`/search.json?q=${SECRET}`)).json()).toMatchObject({ groups: [] });
  });

  test("a CSV gives numbers with interval, unit and hedge, and runs no formula", async () => {
    const csv = await (await ask("/measures/missions-sent.csv")).text();
    const [head, first, second] = csv.split("\r\n");
    expect(head).toBe("measure,id,label,value,low,high,unit,qualifier,when,counter,origin,sources");
    expect(first).toContain(
      "Organisation for Security: missions sent,84,,,mission,at-least,2020,institute,first,rep-a",
    );
    expect(second).toContain("70,90,mission,about,2021,paper,retold,rep-b");
    const sources = await (await ask("/records.csv?kind=work")).text();
    expect(sources).toContain("'=SUM(A1)");
  });

  test("the world map shows small states, and a gap is never a zero", async () => {
    const text = await (await ask("/")).text();
    expect(text).toContain("Tuvalu: at least 1");
    expect(text).toContain("no record here");
    const empty = await (await ask("/countries/NZL")).text();
    expect(empty).toContain("no record that names this country");
    expect(empty).toContain("not evidence that nothing happened");
  });
});

describe("addresses", () => {
  test("the description lists exactly the addresses that are served", () => {
    const { paths } = openApi("t", "1");
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    );
    const served = app.routes
      .filter(({ method, path }) => method !== "ALL" && !path.startsWith("/assets"))
      .map(({ method, path }) => `${method} ${path.replace(":id", "{id}")}`);
    // The forms of a page with a parameter share one route; the description names each.
    const missing = [...new Set(served)].filter(route => !described.includes(route));
    expect(missing.filter(route => !/^GET \/(index|codebook)\.csv$/.test(route))).toEqual([]);
    const unserved = described
      .filter(route => !served.includes(route))
      .filter(route => !served.includes(route.replace(/\{id\}\.(json|csv|svg|png|sql)$/, "{id}")));
    expect(unserved).toEqual([]);
  });

  test("a wrong id is a 404 that suggests what may have been meant", async () => {
    const record = await ask("/records/fji-2081");
    expect(record.status).toBe(404);
    expect(await record.text()).toContain('href="/records/fji-2018"');
    const country = await ask("/countries/fiji");
    expect(country.status).toBe(404);
    expect(await country.text()).toContain('href="/countries/FJI"');
    expect((await ask("/countrys")).status).toBe(404);
    expect((await ask("/articles/000000000000")).status).toBe(404);
    expect((await ask("/sources/fji-2018")).status).toBe(404);
  });

  test("errors are JSON where JSON was asked for, by address or by Accept", async () => {
    for (const answer of [
      await ask("/records/none.json"),
      await ask("/records/none", { headers: { accept: "application/json" } }),
    ]) {
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ ok: false, errors: [{ code: "not-found" }] });
    }
  });

  test("a wrong dimension of an indicator is told with what is allowed", async () => {
    const answer = await ask("/indicators/missions-by-host.json?by=colour");
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as {
      errors: { message: string; expected?: string; hint?: string }[];
    };
    expect(JSON.stringify(errors)).toContain("colour");
    expect(JSON.stringify(errors)).toContain("host");
  });

  test("an indicator's page links to what it leaves out and names the command that gives its numbers again", async () => {
    const kept = await (await ask("/indicators/missions-by-election")).text();
    expect(kept).toMatch(
      /Kept to host [^<]*\.\s*<a href="\/indicators\/missions-by-election\?host=\*">Count every host<\/a>/,
    );
    expect(kept).toMatch(/custodes count missions-by-election --by election --where host=FJI --as-of \d+</);
    const all = await (await ask("/indicators/missions-by-election?host=*")).text();
    expect(all).not.toContain("Kept to");
    expect(all).toMatch(
      /--by election --where &#39;host=\*&#39; --as-of \d+<|--where 'host=\*' --as-of \d+</,
    );
  });

  test("an address with odd bytes is answered, not crashed on", async () => {
    for (const path of [
      "/records/%E0%A4%A",
      "/records/%00",
      "/records/..%2F..%2Fetc",
      "/search?q=%FF",
      "/records?page=-1&kind=mission",
    ])
      expect((await ask(path)).status, path).toBeLessThan(500);
    for (const path of ["/assets/..%2Fpackage.json", "/assets/package.json"])
      expect((await ask(path)).status).toBe(404);
  });
});

describe("caching", () => {
  test("an unchanged page is a 304, until the journal moves on", async () => {
    const first = await ask("/countries");
    const etag = first.headers.get("etag")!;
    const again = await ask("/countries", { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    await small.book.append({ by: "test", act: "decide", data: {} });
    const moved = await ask("/countries", { headers: { "if-none-match": etag } });
    expect(moved.status).toBe(200);
    expect(moved.headers.get("etag")).not.toBe(etag);
  });

  test("parts of a query that a page does not know give the same answer", async () => {
    const plain = await (await ask("/search?q=election")).text();
    expect(await (await ask("/search?x=1&q=election")).text()).toBe(plain);
  });

  test("style sheets and scripts are kept for ever under the hash of their content", async () => {
    const address = readAssets().address("base.css");
    const answer = await ask(address);
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect((await ask("/assets/base.css?v=old")).headers.get("cache-control")).toBe("no-cache");
  });
});

describe("trust", () => {
  test("every answer carries the policy and tells no other site where its reader came from", async () => {
    for (const path of ["/", "/nothing", "/assets/base.css", "/healthz", "/check", "/records/none.json"]) {
      const { headers } = await ask(path);
      expect(headers.get("content-security-policy"), path).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("a request under another name than this machine's is refused, against DNS rebinding", async () => {
    for (const host of [
      "evil.example",
      "127.0.0.1.evil.example",
      "localhost.evil.example:4600",
      "",
      "a b",
      "user@127.0.0.1",
    ])
      expect((await ask("/", { headers: { host } })).status, host).toBe(403);
    for (const host of ["localhost:4600", "127.0.0.1", "[::1]:4600", "LOCALHOST"])
      expect((await ask("/", { headers: { host } })).status, host).toBe(200);
  });

  test("a form that another site's page sends is refused", async () => {
    const send = (headers: Record<string, string>) =>
      ask("/check", { method: "POST", body: form({ text: "A text." }), headers });
    expect((await send({ origin: "https://evil.example" })).status).toBe(403);
    expect((await send({ origin: "null" })).status).toBe(403);
    expect((await send({ "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await send({ origin: `http://${HOST}` })).status).toBe(200);
    expect((await send({})).status).toBe(200);
  });

  test("the server refuses to listen where others could reach it", async () => {
    for (const host of ["0.0.0.0", "::", "192.168.1.2", "example.org"])
      await expect(startServer(small.book, { host, port: 0, check })).rejects.toThrow(/no accounts/);
  });

  test("studies, which are estimated for seconds, are asked for ahead, after all other pages", async () => {
    const asked: string[] = [];
    const listening = {
      request: (url: string) => asked.push(new URL(url).pathname),
    } as unknown as typeof app;
    await warmUp(listening, new LiveSite(small.book, check), new AbortController().signal);
    expect(asked.at(-1)).toBe("/studies/turnout-after-missions");
    expect(asked).toContain("/indicators/missions-by-host");
  });

  test("a port in use is told with its number and the option that changes it", async () => {
    const other = createServer();
    await new Promise<void>(resolve => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const error = await startServer(small.book, { port, check }).catch(cause => cause);
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain(String(port));
    expect(String(error)).toContain("--port");
    await new Promise(resolve => other.close(resolve));
  });
});

describe("checking a text", () => {
  test("a text is checked without being stored, kept on request, and then has a lasting address", async () => {
    const seq = small.book.head.seq;
    const checked = await ask("/check", { method: "POST", body: form({ text: "A text to keep." }) });
    expect(checked.status).toBe(200);
    expect(small.book.head.seq).toBe(seq);
    const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(await checked.text())![1]!;
    const kept = await ask("/articles", { method: "POST", body: form({ sha256 }) });
    expect(kept.status).toBe(303);
    expect(kept.headers.get("location")).toBe(`/articles/${sha256.slice(0, 12)}`);
    expect(small.book.head.seq).toBe(seq + 1);
    const page = await ask(kept.headers.get("location")!);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain("Keep this article");
    expect(await (await ask("/articles")).text()).toContain(`/articles/${sha256.slice(0, 12)}`);
    expect(await (await ask("/")).text()).toContain(`/articles/${sha256.slice(0, 12)}`);
    // Keeping it again leads to the same address and writes nothing.
    expect((await ask("/articles", { method: "POST", body: form({ sha256 }) })).status).toBe(303);
    expect(small.book.head.seq).toBe(seq + 1);
  });

  test("a text comes as a field, as a file, or as the body itself", async () => {
    const file = new FormData();
    file.set("file", new File(["From a file."], "a.txt", { type: "text/plain" }));
    expect((await ask("/check", { method: "POST", body: file })).status).toBe(200);
    const raw = await ask("/check.json", {
      method: "POST",
      body: "The body.",
      headers: { "content-type": "text/plain" },
    });
    expect(raw.status).toBe(200);
    expect(await raw.json()).toMatchObject({ summary: { claims: 13 } });
  });

  test("nothing, or bytes that cannot be read, brings the form back with the reason", async () => {
    for (const text of ["", "  \n ", "unreadable"]) {
      const answer = await ask("/check", { method: "POST", body: form({ text }) });
      expect(answer.status).toBe(400);
      const page = await answer.text();
      expect(page).toContain('role="alert"');
      expect(page).not.toMatch(/role="alert"[^>]*>text:/);
      expect(page).toContain("<textarea");
    }
    const json = await ask("/check.json", { method: "POST", body: form({ text: "unreadable" }) });
    expect(json.status).toBe(400);
    expect(await json.json()).toEqual({
      ok: false,
      errors: [{ code: "not-text", message: "these bytes are no text" }],
    });
  });

  test("a body that is no form, or a torn one, is the sender's mistake", async () => {
    const faults = log.length;
    for (const path of ["/check", "/articles", "/links"])
      for (const type of ["multipart/form-data; boundary=x", "multipart/form-data", "application/json"]) {
        if (path === "/check" && type === "application/json") continue;
        const answer = await ask(path, { method: "POST", body: "{", headers: { "content-type": type } });
        expect([path, type, answer.status]).toEqual([path, type, 400]);
      }
    expect(log.length).toBe(faults);
  });

  test("more than the limit is refused", async () => {
    const body = new Uint8Array(22 * 2 ** 20);
    const answer = await ask("/check.json", {
      method: "POST",
      body,
      headers: { "content-type": "text/plain" },
    });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ ok: false, errors: [{ code: "too-large" }] });
  });

  test("a text that is no longer at hand cannot be kept", async () => {
    expect((await ask("/articles", { method: "POST", body: form({ sha256: "0".repeat(64) }) })).status).toBe(
      404,
    );
  });

  test("a fault is logged with its cause and told without it", async () => {
    const answer = await ask("/check.json", { method: "POST", body: form({ text: "fault" }) });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret of the program");
    expect(log.join("\n")).toContain("secret of the program");
  });
});
