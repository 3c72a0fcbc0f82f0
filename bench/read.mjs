// Reading: how fast claims are read, whether time is linear in length, and how well the article is told from its page.
// Run `npm run build` first. The page set lies in ../shared/bench and is skipped, saying so, where it is absent.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { documentOf, goldenText, linearity, median, speeds, time } from "./read/speed.mjs";

const root = new URL("../", import.meta.url);
const { loadCodebook } = await import(new URL("dist/codebook/index.js", root));
const { createLexicon, readClaims, readDocument } = await import(new URL("dist/read/index.js", root));

function lexicon() {
  const folder = new URL("books/security/codebook/", root);
  const files = readdirSync(folder).filter(name => name.endsWith(".yaml"));
  const codebook = loadCodebook(
    new Map(files.map(name => [name, readFileSync(new URL(name, folder), "utf8")])),
  );
  const rows = parse(readFileSync(new URL("books/security/facts/entity.csv", root)), { columns: true });
  const entities = rows.map(row => ({ ...row, aliases: row.aliases ? row.aliases.split(";") : [] }));
  const start = performance.now();
  const made = createLexicon(codebook, entities);
  return { made, milliseconds: performance.now() - start };
}

/** An article as it is read first and later in a process. */
function article(made) {
  const read = () => readClaims(documentOf(goldenText("en", 5000), "en"), made);
  const cold = time(read);
  const warm = median(Array.from({ length: 15 }, () => time(read)));
  return [
    {
      name: "article of 5,000 characters, first against warm",
      ratio: cold / warm,
      detail: `${cold.toFixed(0)} ms with the packs of its language, ${warm.toFixed(1)} ms warm`,
    },
  ];
}

/** Multiset of 4-token shingles, as the published scorer has it. */
function shingles(text) {
  const tokens = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const counts = new Map();
  for (let i = 0; i <= Math.max(0, tokens.length - 4); i++) {
    const key = tokens.slice(i, i + 4).join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function pageScore(truth, read) {
  const [gold, found] = [shingles(truth), shingles(read)];
  let tp = 0;
  for (const [key, n] of gold) tp += Math.min(n, found.get(key) ?? 0);
  const sum = counts => [...counts.values()].reduce((a, b) => a + b, 0);
  return { precision: sum(found) ? tp / sum(found) : null, recall: sum(gold) ? tp / sum(gold) : null };
}

async function articleBody() {
  const folder = new URL("../shared/bench/article-body/", root);
  if (!existsSync(folder))
    return [{ name: "article body", ratio: null, detail: "skipped: ../shared/bench/article-body is absent" }];
  const rows = readFileSync(new URL("ground-truth.jsonl", folder), "utf8")
    .trim()
    .split("\n")
    .map(line => JSON.parse(line));
  const { readHtml } = await import(new URL("dist/read/intake/html.js", root));
  const scores = rows.map(({ id, articleBody: truth, url }) => {
    const html = gunzipSync(readFileSync(new URL(`html/${id}.html.gz`, folder))).toString("utf8");
    return pageScore(truth, readHtml(html, { url }).text);
  });
  const mean = key => {
    const known = scores.map(score => score[key]).filter(value => value !== null);
    return known.reduce((a, b) => a + b, 0) / known.length;
  };
  const [p, r] = [mean("precision"), mean("recall")];
  const f1 = (2 * p * r) / (p + r);
  return [
    {
      name: "article body, shingle F1 against the best known (.970)",
      ratio: f1 / 0.97,
      detail: `P ${p.toFixed(3)} R ${r.toFixed(3)} F1 ${f1.toFixed(3)}, ${rows.length} pages`,
    },
  ];
}

/** Largest plain text that is read whole in the default heap is part of the contract of the intake. */
async function large(made) {
  const bytes = new TextEncoder().encode(goldenText("en", 10_000_000));
  const start = performance.now();
  const claims = readClaims(await readDocument(bytes, { name: "large.txt" }), made).length;
  return [
    {
      name: "a text of 10 MB",
      ratio: null,
      detail: `${((performance.now() - start) / 1000).toFixed(1)} s, ${claims} claims`,
    },
  ];
}

const absent = name => ({ name, ratio: null, detail: `skipped: ../shared/bench/${name} is absent` });

/** Simple claims of the web by a codebook of their own, beside the published extractor's precision. */
async function statistics() {
  const { scoreStatistics } = await import("./read/statistics.mjs");
  const found = await scoreStatistics();
  if (!found) return [absent("statistics-claims")];
  const { p, r, f1, strict } = found;
  const [precision, recall, both, all] = [p, r, f1, strict].map(x => x.toFixed(3));
  return [
    {
      name: "statistics-claims, precision against the published extractor's (.60, on 16 properties)",
      ratio: p / 0.6,
      detail: `P ${precision} R ${recall} F1 ${both}; of all triples, labelled or not, ${all} are borne out`,
    },
  ];
}

async function checkworthy() {
  const { scoreCheckThat, scoreClaimBuster } = await import("./read/checkworthy.mjs");
  const [buster, that] = [await scoreClaimBuster(), await scoreCheckThat()];
  return [
    buster
      ? {
          name: "ClaimBuster, F1 of claims worth checking, against calling every sentence one",
          ratio: buster.ours[2] / buster.all[2],
          detail: `P ${buster.ours[0]} R ${buster.ours[1]} F1 ${buster.ours[2]}, untrained`,
        }
      : absent("checkworthy"),
    that
      ? {
          name: "CheckThat 2019, mean average precision, against the longest sentences first",
          ratio: that.map / that.longest,
          detail: `${that.map.toFixed(3)}, untrained`,
        }
      : absent("checkworthy"),
  ];
}

/** Incidents by a codebook of their own, on the parts that nothing was tuned on. */
async function incidents() {
  const { scoreMuc4 } = await import("./read/muc4.mjs");
  const rows = [];
  for (const part of ["dev", "tst3"]) {
    const found = await scoreMuc4(part);
    if (!found) return [absent("muc4")];
    const [p, r, f] = [found.p, found.r, found.f].map(x => (100 * x).toFixed(1));
    rows.push({
      name: `MUC-4 ${part}, per-template F1, against a learned system's (50.2)`,
      ratio: found.f / 0.502,
      detail: `P ${p} R ${r} F1 ${f}; victims, who are named there, stay empty`,
    });
  }
  return rows;
}

/** What type of event a snippet of news tells. */
async function types() {
  const { scoreCase2021 } = await import("./read/case2021.mjs");
  const found = await scoreCase2021();
  if (!found) return [absent("case2021")];
  return Object.entries(found).map(([how, { weighted, macro, n }]) => ({
    name: `CASE-2021, weighted F1 of 30 types, ${how}, against the best published (.771)`,
    ratio: weighted / 0.771,
    detail: `${weighted.toFixed(3)}, macro ${macro.toFixed(3)}, ${n} snippets that were not looked at`,
  }));
}

/** Statements held against a table. */
async function tables() {
  const { scoreTabFact } = await import("./read/tabfact.mjs");
  const found = await scoreTabFact();
  if (!found) return [absent("tabfact")];
  return found.map(({ half, accuracy, coverage }) => ({
    name: `TabFact, ${half} half: accuracy of what is answered, against a parser with a learned ranking (.65 on all)`,
    ratio: accuracy / 0.65,
    detail: `${accuracy.toFixed(3)} at coverage ${coverage.toFixed(3)}`,
  }));
}

/** How reliable the confidences of candidate records are on titles that they were not made of. */
async function confidences() {
  const { crossValidated, labelled, scores } = await import("./read/calibrate.mjs");
  return Object.entries(crossValidated(await labelled())).map(([name, pairs]) => {
    const { brier, base, gap } = scores(pairs);
    return {
      name: `confidence of ${name}: Brier score against the overall share alone`,
      ratio: brier / base,
      detail: `${brier.toFixed(3)}, mean gap ${gap.toFixed(3)}, n ${pairs.length}`,
    };
  });
}

export async function run() {
  const { made, milliseconds } = lexicon();
  return [
    { name: "lexicon of the shipped book", ratio: null, detail: `${milliseconds.toFixed(0)} ms` },
    ...article(made),
    ...speeds(made),
    ...linearity(made),
    ...(await articleBody()),
    ...(await statistics()),
    ...(await checkworthy()),
    ...(await incidents()),
    ...(await types()),
    ...(await tables()),
    ...(await confidences()),
    ...(await large(made)),
  ];
}
