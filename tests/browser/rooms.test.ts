import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import type { Browser } from "playwright-core";
import { build, type Rollup } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCodebook } from "../../src/codebook/index.ts";
import { estimateAll, estimateSynthetic } from "../../src/effect/index.ts";
import { createLexicon, readClaims, readDocument, readRecords } from "../../src/read/index.ts";
import { readDates, readPlaces, readQuantities } from "../../src/text/index.ts";
import { launch } from "../pages/browser.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${root}/books/security`;

const files = readdirSync(`${folder}/codebook`).filter(name => name.endsWith(".yaml"));
const yaml = files.map(name => [name, readFileSync(`${folder}/codebook/${name}`, "utf8")] as const);
const rows = parse(readFileSync(`${folder}/facts/entity.csv`, "utf8"), { columns: true }) as Record<
  string,
  string
>[];
const entities = rows.map(row => ({
  id: row["id"]!,
  kind: row["kind"]!,
  name: row["name"]!,
  country: row["country"]!,
  aliases: row["aliases"]!.split(";").filter(Boolean),
  parent: row["parent"]!,
}));

const TEXTS = {
  en: "China's police training has spread fast. It has reached 82 % of authoritarian regimes. Huawei sold 1,800 cameras to Kenya in 2015.",
  zh: "2019年，华为向肯尼亚出售了1800台摄像头。中国未来将培训3000名外国警察。",
  ar: "دربت الصين 2300 ضابط شرطة من 14 دولة أفريقية منذ عام 2018.",
  ru: "В 2013 году Huawei установила более 1000 камер в Душанбе.",
} as const;

const PAGE = `<html lang="en"><head><title>Cameras</title></head><body><article><h1>Cameras</h1>
<p>In 2014, Huawei sold 1,800 cameras to Kenya for $160 million, the interior ministry said in a long statement on Friday.</p>
<p>Hikvision donated cameras to Uganda and Ghana, and trained forty officers who had never used such a system before.</p>
</article></body></html>`;

/** A page that imports the bundle as a page would. */
const pageOf = (entry: string) =>
  `<!doctype html><title>rooms</title><script type="module">import * as rooms from "${entry}"; globalThis.rooms = rooms;</script>`;

let bundle: Map<string, string>;
let server: Server;
let browser: Browser;
let url = "";

beforeAll(async () => {
  const built = (await build({
    root,
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      target: "es2023",
      lib: { entry: `${root}/tests/browser/entry.ts`, formats: ["es"], fileName: "entry" },
    },
  })) as Rollup.RollupOutput[];
  const chunks = [built].flat().flatMap(({ output }) => output);
  bundle = new Map(
    chunks.map(chunk => [`/${chunk.fileName}`, "code" in chunk ? chunk.code : String(chunk.source)]),
  );
  server = createServer((request, response) => {
    const script = bundle.get(request.url ?? "");
    response.setHeader("content-type", script === undefined ? "text/html" : "text/javascript");
    response.end(script ?? pageOf(entryName()));
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launch();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

const entryName = () => [...bundle.keys()].find(name => /entry/.test(name))!;

test("nothing in the bundle imports a module of Node", () => {
  for (const [name, code] of bundle)
    expect([
      name,
      code.match(/(?:from|import\(|import)\s*["'](?:node:[\w/]+|fs|path|worker_threads|child_process)["']/g),
    ]).toEqual([name, null]);
});

const gazetteer = (name: string) => readFileSync(`${root}/assets/${name}`, "utf8");
const CITIES = { "cities.tsv": gazetteer("cities.tsv"), "city-names.tsv": gazetteer("city-names.tsv") };

test("the same texts are read alike in Node and in a browser", async () => {
  const lexicon = createLexicon(loadCodebook(new Map(yaml)), entities);
  const here = [];
  for (const [language, text] of Object.entries(TEXTS)) {
    const document = await readDocument(new TextEncoder().encode(text), { name: `${language}.txt` });
    here.push({
      language: document.language,
      sha256: document.sha256,
      claims: readClaims(document, lexicon),
      records: readRecords(document, lexicon),
      quantities: readQuantities(text, { language }),
      dates: readDates(text, { language }),
      places: readPlaces(text, { language }),
    });
  }
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on("pageerror", error => problems.push(error.message));
  await page.goto(url);
  await page.waitForFunction("globalThis.rooms !== undefined");
  const there = await page.evaluate(
    async ({ files: given, entities: known, texts, cities }) => {
      const {
        text: t,
        read,
        codebook,
      } = (globalThis as unknown as { rooms: typeof import("./entry.ts") }).rooms;
      t.provideCities(cities);
      const lexicon = read.createLexicon(codebook.loadCodebook(new Map(given)), known);
      const found = [];
      for (const [language, text] of Object.entries(texts)) {
        const document = await read.readDocument(new TextEncoder().encode(text), { name: `${language}.txt` });
        found.push({
          language: document.language,
          sha256: document.sha256,
          claims: read.readClaims(document, lexicon),
          records: read.readRecords(document, lexicon),
          quantities: t.readQuantities(text, { language }),
          dates: t.readDates(text, { language }),
          places: t.readPlaces(text, { language }),
        });
      }
      return found;
    },
    { files: yaml, entities, texts: TEXTS, cities: CITIES },
  );
  expect(problems).toEqual([]);
  expect(there).toEqual(JSON.parse(JSON.stringify(here)));
  expect(here.flatMap(({ claims }) => claims).length).toBeGreaterThan(4);
  await page.close();
});

test("a page of markup is read in a browser as in Node", async () => {
  const bytes = new TextEncoder().encode(PAGE);
  const here = await readDocument(bytes, { name: "page.html", isolate: false });
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction("globalThis.rooms !== undefined");
  const there = await page.evaluate(async html => {
    const { read } = (globalThis as unknown as { rooms: typeof import("./entry.ts") }).rooms;
    const { text, title, language, format } = await read.readDocument(new TextEncoder().encode(html), {
      name: "page.html",
    });
    return { text, title, language, format };
  }, PAGE);
  const { text, title, language, format } = here;
  expect(there).toEqual({ text, title, language, format });
  await page.close();
});

test("a worker of a page estimates as Node does", async () => {
  const csv = ["unit,time,x,y,d"];
  for (let row = 0; row < 120; row++) {
    const [unit, time] = [row % 12, Math.floor(row / 12)];
    const x = Math.sin(row * 7);
    csv.push(
      `u${unit},${time},${x},${x + unit + time / 3 + Math.cos(row * 3)},${Number(unit === 0 && time > 5)}`,
    );
  }
  const text = csv.join("\n");
  const [here] = estimateAll(text, "y ~ x | unit + time", { vcov: "cluster:unit" });
  const sdid = estimateSynthetic(text, "y ~ 1 | unit + time", { treatment: "d", vcov: "placebo" });
  const page = await browser.newPage();
  await page.goto(url);
  const there = await page.evaluate(
    async ([entry, data]) => {
      const script = `import { effect } from "${entry}";
        onmessage = ({ data }) => {
          const [one] = effect.estimateAll(data, "y ~ x | unit + time", { vcov: "cluster:unit" });
          const two = effect.estimateSynthetic(data, "y ~ 1 | unit + time", { treatment: "d", vcov: "placebo" });
          postMessage({ terms: one.terms, effect: two.terms });
        };`;
      const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })), {
        type: "module",
      });
      return new Promise((resolve, reject) => {
        worker.onmessage = event => resolve(event.data);
        worker.onerror = event => reject(new Error(event.message));
        worker.postMessage(data);
      });
    },
    [`${url}${entryName()}`, text] as const,
  );
  // Engines differ in the last digits of powers.
  const rounded = (value: unknown) =>
    JSON.stringify(value, (_, part: unknown) => (typeof part === "number" ? part.toPrecision(9) : part));
  expect(rounded(there)).toBe(rounded({ terms: here!.terms, effect: sdid.terms }));
  await page.close();
});

test("the kernels of large panels run in a worker of a page without shared memory", async () => {
  const make = `(() => {
    const n = 20_000;
    const column = draw => Float64Array.from({ length: n }, (_, row) => draw(row));
    const x = column(row => Math.sin(row * 7));
    return {
      unit: column(row => (row * 7919) % 2500),
      place: column(row => Math.floor(row / 77) * 1e10 + 0.5),
      time: column(row => row % 8),
      x,
      y: column(row => x[row] + (row % 13) + Math.cos(row * 3)),
      count: column(row => Math.floor(4 + 2 * x[row] + 2 * Math.cos(row * 5))),
    };
  })()`;
  const formulas = [
    ["y ~ x | unit + place + time", "ols"],
    ["count ~ x | unit + time", "poisson"],
  ] as const;
  // The page runs the same text.
  const data = new Function(`return ${make}`)() as Record<string, Float64Array>;
  const here = formulas.map(
    ([formula, model]) => estimateAll(data, formula, { vcov: "cluster:unit", model })[0]!.terms,
  );
  const page = await browser.newPage();
  await page.goto(url);
  const there = await page.evaluate(
    async ([entry, columns, asked]) => {
      const script = `import { effect } from "${entry}";
        const data = ${columns};
        postMessage({
          isolated: crossOriginIsolated,
          terms: ${asked}.map(([formula, model]) => effect.estimateAll(data, formula, { vcov: "cluster:unit", model })[0].terms),
        });`;
      const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })), {
        type: "module",
      });
      return new Promise<{ isolated: boolean; terms: unknown }>((resolve, reject) => {
        worker.onmessage = event => resolve(event.data);
        worker.onerror = event => reject(new Error(event.message));
      });
    },
    [`${url}${entryName()}`, make, JSON.stringify(formulas)] as const,
  );
  const rounded = (value: unknown) =>
    JSON.stringify(value, (_, part: unknown) => (typeof part === "number" ? part.toPrecision(9) : part));
  expect(there.isolated).toBe(false);
  expect(rounded(there.terms)).toBe(rounded(here));
  await page.close();
});
