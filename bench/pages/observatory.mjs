// Child process of bench/pages.mjs: the observatory on a fresh copy of the shipped book. Prints its address and the
// addresses of its pages as one line of JSON, and ends when its input does.

import { checkBytes } from "../../dist/check/index.js";
import { buildBook, shippedBookFolder } from "../../dist/import/index.js";
import { articlesOf, startServer } from "../../dist/server/index.js";

const book = await buildBook(process.argv[2], shippedBookFolder(), { by: "bench" });
const server = await startServer(book, { port: 0, check: (bytes, input) => checkBytes(bytes, book, input) });
const column = async (sql, prefix) => (await book.sql(sql)).map(row => prefix + encodeURIComponent(row.id));
const { kinds, series, measures, indicators } = book.codebook;
const sourceKind = [...kinds.values()].find(kind => kind.cited).id;
const records = [...kinds.keys()].filter(kind => kind !== sourceKind && kind !== "entity");
console.log(
  JSON.stringify({
    url: server.url,
    pages: {
      home: ["/"],
      article: (await articlesOf(book)).map(({ id }) => `/articles/${id}`),
      country: await column("SELECT code AS id FROM country", "/countries/"),
      record: (
        await Promise.all(records.map(kind => column(`SELECT id FROM "${kind}"`, "/records/")))
      ).flat(),
      source: await column(`SELECT id FROM "${sourceKind}"`, "/sources/"),
      entity: await column("SELECT id FROM entity", "/entities/"),
      series: [...series.keys()].map(id => `/series/${id}`),
      measure: [...measures.keys()].map(id => `/measures/${id}`),
      indicator: [...indicators.keys()].map(id => `/indicators/${id}`),
      list: [
        "/countries",
        "/records?kind=training",
        "/records?kind=deployment",
        "/sources",
        "/entities",
        "/measures",
        "/codebook",
      ],
      search: ["nairobi", "huawei", "police", "camera", "2019", "academy"].map(word => `/search?q=${word}`),
      data: ["/countries/KAZ.json", "/countries/CHN.csv", "/index.json", "/records.csv?kind=incident"],
    },
  }),
);
await server.warmed;
console.log(JSON.stringify({ warmed: true }));
process.stdin.resume().on("end", async () => {
  await server.close();
  await book.close();
});
