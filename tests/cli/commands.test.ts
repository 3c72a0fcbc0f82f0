import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sandbox } from "./run.ts";

const box = sandbox();
afterAll(box.remove);

test("without words it lists its commands; --help tells how to use one", async () => {
  const overview = await box.run();
  expect([overview.code, overview.err]).toEqual([0, ""]);
  expect(overview.out).toMatch(/^ {2}check {2,}\S/m);
  const { code, out } = await box.run("check", "--help");
  expect([code, out]).toEqual([0, expect.stringMatching(/^usage: custodes check[\s\S]*examples:\n {2}\S/)]);
});

test("wrong words exit with 2 and say what was meant", async () => {
  expect(await box.run("chekc")).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringContaining("did you mean `custodes check`?"),
  });
  expect(await box.run("query")).toMatchObject({
    code: 2,
    err: expect.stringContaining("an argument is missing"),
  });
  expect(await box.run("query", "select 1", "select 2")).toMatchObject({
    code: 2,
    err: expect.stringContaining("too many arguments"),
  });
  expect(await box.run("query", "select 1", "--jsn")).toMatchObject({
    code: 2,
    err: expect.stringContaining("--json"),
  });
  expect(await box.run("query", "select 1", "--rows")).toMatchObject({
    code: 2,
    err: expect.stringContaining("needs a value"),
  });
});

test("with --json an error is one JSON document on standard output", async () => {
  const { code, out } = await box.run("query", "select * from nowhere", "--json");
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    errors: [{ code: expect.any(String), message: expect.stringContaining("nowhere") }],
  });
});

test("the first command makes the shipped book, the next one finds it", async () => {
  const first = await box.run("query", "select count(*) as n from training", "--json");
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(first.out).rows[0].n).toBeGreaterThan(150);
  const log = await box.run("log", "--json");
  expect(
    JSON.parse(log.out)
      .entries.map((entry: { act: string }) => entry.act)
      .slice(0, 3),
  ).toEqual(["init", "codebook", "facts"]);
});

test("query prints a table, CSV with formulas disarmed, or JSON, and says when rows were cut", async () => {
  const table = await box.run("query", "select code, name from country order by code limit 2");
  expect(table.out).toMatch(/^code {2}name\n-+ {2}-+\n/);
  const csv = await box.run("query", "select '=1+1' as formula, 2 as n", "--csv");
  expect(csv.out).toBe("formula,n\r\n'=1+1,2\r\n");
  const cut = await box.run("query", "select code from country", "--rows", "3");
  expect(cut.err).toContain("only the first 3 rows");
});

test("count lists the indicators, and computes one with its query, interval and records", async () => {
  const list = await box.run("count");
  expect(list.out).toContain("countries-trained");
  const { code, out } = await box.run("count", "countries-trained", "--where", "provider=CHN", "--json");
  const result = JSON.parse(out);
  expect(code).toBe(0);
  expect(result).toMatchObject({
    indicator: "countries-trained",
    as_of: expect.stringMatching(/^\d+:[0-9a-f]{64}$/),
    query: expect.stringMatching(/select/i),
  });
  expect(result.rows[0]).toMatchObject({
    value: expect.any(Number),
    low: expect.any(Number),
    high: null,
    method: expect.stringContaining("at least"),
  });
  expect(result.rows[0].records.length).toBeGreaterThan(10);
});

test("count and undercount draw what they print, and refuse a form that does not fit", async () => {
  const file = (name: string) => readFileSync(join(box.folder, name));
  const drawn = await box.run("count", "training-venues", "--svg", "venues.svg", "--png", "venues.png");
  expect([drawn.code, drawn.err]).toEqual([0, expect.stringContaining("wrote venues.png")]);
  expect(file("venues.svg").toString()).toContain("documented, at least");
  expect([...file("venues.png").subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(await box.run("count", "training-venues", "--chart", "line", "--svg", "x.svg")).toMatchObject({
    code: 2,
    err: expect.stringContaining("a line needs one dimension, a year"),
  });
  writeFileSync(join(box.folder, "lists.csv"), "a,b,count\n1,0,30\n0,1,20\n1,1,10\n");
  expect((await box.run("undercount", "lists.csv", "--svg", "lists.svg")).code).toBe(0);
  expect(file("lists.svg").toString()).toContain("reported: 60");
});

test("an indicator as of an entry gives the same bytes every time", async () => {
  const [first, second] = await Promise.all([
    box.run("count", "countries-trained", "--by", "provider", "--as-of", "3", "--json"),
    box.run("count", "countries-trained", "--by", "provider", "--as-of", "3", "--json"),
  ]);
  expect(first.code).toBe(0);
  expect(second.out).toBe(first.out);
});

test("verify exits with 0 when all holds", async () => {
  const { code, out } = await box.run("verify", "--json");
  expect([code, JSON.parse(out).ok]).toEqual([0, true]);
});

test("init makes an empty book that other commands work on, and refuses to make it twice", async () => {
  expect(await box.run("init", "mine")).toMatchObject({
    code: 0,
    out: expect.stringContaining("made a book"),
  });
  const { out } = await box.run("query", "select count(*) as n from statements", "--book", "mine", "--json");
  expect(JSON.parse(out).rows).toEqual([{ n: 0 }]);
  expect(await box.run("init", "mine")).toMatchObject({
    code: 2,
    err: expect.stringContaining("there is a book in this folder already"),
  });
});

test("diff names what an entry changed", async () => {
  const { code, out } = await box.run("diff", "2", "3", "--json");
  expect(code).toBe(0);
  expect(out).toContain("training");
});

test("redact asks before it destroys, destroys for ever, and the chain still holds", async () => {
  await box.run("init", "kept");
  const words = ["redact", "--book", "kept", "--entry", "1", "--reason", "a test"];
  expect(await box.run(...words)).toMatchObject({ code: 2, err: expect.stringContaining("say --yes") });
  const refused = await box.run(...words, "--yes");
  expect([refused.code === 0, refused.err]).toEqual([false, expect.stringMatching(/\S/)]);
  const shipped = [
    "redact",
    "--record",
    "chn-caf-gspr-acap",
    "--field",
    "note",
    "--reason",
    "a test",
    "--by",
    "tester",
  ];
  const done = JSON.parse((await box.run(...shipped, "--yes", "--json")).out);
  expect(done).toMatchObject({ entry: { act: "redact", by: "tester" } });
  const { out } = await box.run(
    "query",
    "select note from training where id = 'chn-caf-gspr-acap'",
    "--json",
  );
  expect(JSON.parse(out).rows).toEqual([{ note: null }]);
  expect((await box.run("verify")).code).toBe(0);
});

test("doctor says of each thing whether it will do", async () => {
  const { out } = await box.run("doctor", "--json");
  expect(JSON.parse(out).checks.map((check: { what: string }) => check.what)).toEqual([
    "Node.js",
    "data directory",
    "disk",
    "book",
    "port 4600",
  ]);
});

test("judge gives a verdict a line, and a clear error for a line that cannot be read", async () => {
  const good = {
    id: "a",
    claim: { value: 900, unit: "course", qualifier: "nearly" },
    evidence: [{ class: "independent", value: 893 }],
  };
  writeFileSync(join(box.folder, "cases.jsonl"), `${JSON.stringify(good)}\n{"id": "b"\n`);
  const { code, out, err } = await box.run("judge", "cases.jsonl");
  const lines = out
    .trimEnd()
    .split("\n")
    .map(line => JSON.parse(line));
  expect(lines[0]).toMatchObject({ id: "a", verdict: "supported", flags: [], claimed: [855, 900], band: 90 });
  expect([code, err]).toEqual([2, expect.stringContaining("cases.jsonl:2")]);
});

test("judge holds statements against a table", async () => {
  writeFileSync(join(box.folder, "courses.csv"), "country,officers\nKenya,40\nPeru,60\n");
  writeFileSync(
    join(box.folder, "said.txt"),
    "Peru had the most officers.\n\nKenya had 60 officers.\nIt rained.\n",
  );
  const { code, out } = await box.run("judge", "said.txt", "--table", "courses.csv");
  const lines = out
    .trimEnd()
    .split("\n")
    .map(line => JSON.parse(line));
  expect(code).toBe(0);
  expect(lines.map(({ line, verdict }) => [line, verdict])).toEqual([
    [1, "supported"],
    [3, "contradicted"],
    [4, null],
  ]);
  writeFileSync(join(box.folder, "bare.csv"), "country,officers\n");
  const refused = await box.run("judge", "said.txt", "--table", "bare.csv");
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("the table has no rows")]);
});

test("pairs proposes, links, and writes the clusters of any CSV", async () => {
  const rows = Array.from(
    { length: 60 },
    (_, row) =>
      `${row},${["north", "south", "harbour"][row % 3]} police college ${Math.floor(row / 2)},20${10 + (row % 10)}-01-0${1 + (row % 9)}`,
  );
  writeFileSync(join(box.folder, "places.csv"), `id,name,opened\n${rows.join("\n")}\n`);
  const { code, out } = await box.run("pairs", "places.csv", "--out", "clusters.csv", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    records: 60,
    pairs_compared: expect.any(Number),
    clusters: expect.any(Number),
    parameters: expect.any(Object),
    milliseconds: expect.any(Number),
  });
});

test("pairs keeps its work in a folder, goes on from there, and refuses the work on another table", async () => {
  const csv = (town: string) =>
    `name,town\n${Array.from({ length: 40 }, (_, row) => `college ${row >> 1},${town} ${row % 7}`).join("\n")}\n`;
  writeFileSync(join(box.folder, "towns.csv"), csv("port"));
  const words = ["pairs", "towns.csv", "--resume", "work", "--threads", "2", "--out"];
  const first = await box.run(...words, "first.csv");
  const second = await box.run(...words, "second.csv");
  expect([first.code, second.code]).toEqual([0, 0]);
  const written = (name: string) => readFileSync(join(box.folder, name), "utf8");
  expect(written("second.csv")).toBe(written("first.csv"));
  writeFileSync(join(box.folder, "towns.csv"), csv("bay"));
  const other = await box.run(...words, "third.csv");
  expect([other.code, other.err]).toEqual([2, expect.stringContaining("another table")]);
});

test("estimate runs the staggered estimators side by side, and names what --method takes", async () => {
  const rows = Array.from({ length: 120 }, (_, row) => {
    const unit = Math.floor(row / 6);
    const year = 2000 + (row % 6);
    const first = unit % 4 === 0 ? 0 : 2001 + (unit % 4);
    return `${unit},${year},${first},${unit + 0.5 * year + (first > 0 && year >= first ? 2 : 0) + ((row * 7) % 5) / 10}`;
  });
  writeFileSync(join(box.folder, "staggered.csv"), `unit,year,first,y\n${rows.join("\n")}\n`);
  const words = [
    "estimate",
    "y ~ 1 | unit + year",
    "--data",
    "staggered.csv",
    "--cohort",
    "first",
    "--vcov",
    "cluster:unit",
  ];
  const report = JSON.parse((await box.run(...words, "--method", "staggered", "--json")).out);
  expect(report.estimates.length).toBeGreaterThan(5);
  const imputed = report.estimates.find(({ model }: { model: string }) => model.startsWith("Borusyak"));
  expect(imputed.terms[0].estimate).toBeCloseTo(2, 0);
  expect(await box.run(...words, "--method", "magic")).toMatchObject({
    code: 2,
    err: expect.stringContaining("staggered"),
  });
  const nobody = await box.run(...words, "--method", "callaway-santanna", "--subset", "first > 0");
  expect([nobody.code, nobody.out]).toEqual([2, ""]);
  expect(nobody.err).toMatch(/no estimator can run on these data: callaway-santanna: .*never/);
});

test("estimate refuses options that its method would not look at", async () => {
  writeFileSync(join(box.folder, "plain.csv"), "unit,x,y\na,1,2\na,2,3\nb,1,5\nb,3,4\nb,2,2\n");
  const refusal = async (...more: string[]) => {
    const { code, err } = await box.run("estimate", "y ~ x", "--data", "plain.csv", "--vcov", "iid", ...more);
    expect(code).toBe(2);
    return err;
  };
  expect(await refusal("--window", "-3,3")).toContain("--method ols has no use for --window");
  expect(await refusal("--cohort", "x")).toContain("--method ols has no use for --cohort");
  expect(await refusal("--draws", "99")).toContain(
    "--method ols has no use for --draws without --bootstrap or --randomize",
  );
  expect(await refusal("--method", "staggered", "--cohort", "x", "--split", "unit")).toContain(
    "--method staggered has no use for --split",
  );
});

test("estimate compares one treated unit with weighted controls, and draws what --plot names", async () => {
  const rows = Array.from({ length: 60 }, (_, row) => [Math.floor(row / 10), row % 10] as const);
  const value = (unit: number, time: number) =>
    unit + time * (1 + unit / 10) + Math.sin(unit * 5 + time * 3) / 5 + (unit === 0 && time >= 6 ? 4 : 0);
  const csv = rows.map(([unit, time]) => `u${unit},${time},${value(unit, time)},${unit === 0 ? 6 : ""}`);
  writeFileSync(join(box.folder, "block.csv"), ["unit,time,y,first", ...csv].join("\n"));
  const formula = ["estimate", "y ~ 1 | unit + time", "--data", "block.csv"];
  const sdid = [...formula, "--method", "sdid", "--treated", "u0", "--date", "6", "--vcov", "placebo"];
  const { out, code } = await box.run(...sdid, "--json", "--svg", "paths.svg");
  expect(code).toBe(0);
  const found = JSON.parse(out);
  expect(found.terms[0].estimate).toBeGreaterThan(2);
  expect(found.placebos).toHaveLength(5);
  expect(readFileSync(join(box.folder, "paths.svg"), "utf8")).toContain('class="placebo"');
  const its = [
    "estimate",
    "y ~ time",
    "--data",
    "block.csv",
    "--method",
    "its",
    "--vcov",
    "nw:1",
    "--date",
    "6",
  ];
  expect((await box.run(...its, "--subset", 'unit == "u0"')).out).toContain("change of trend");
  expect((await box.run(...its)).err).toContain("one row for each time");
  const timing = [...formula, "--cohort", "first", "--vcov", "hc1", "--plot", "timing"];
  expect(await box.run(...timing)).toMatchObject({ code: 2, err: expect.stringContaining("--svg FILE") });
  expect((await box.run(...timing, "--svg", "timing.svg")).code).toBe(0);
  expect(readFileSync(join(box.folder, "timing.svg"), "utf8")).toContain("5 more never treated by 9");
  const pie = await box.run(
    ...formula,
    "--cohort",
    "first",
    "--vcov",
    "hc1",
    "--plot",
    "pie",
    "--svg",
    "x.svg",
  );
  expect(pie.err).toContain("coef, event, binned");
  expect((await box.run(...sdid, "--weights", "y")).err).toContain("no use for --weights");
});

test("estimate wants a choice of variance, and prints the contract", async () => {
  const rows = Array.from(
    { length: 40 },
    (_, row) => `${row % 8},${row},${(row * 7) % 13},${2 * ((row * 7) % 13) + (row % 8) + ((row * 5) % 3)}`,
  );
  writeFileSync(join(box.folder, "panel.csv"), `country,year,x,y\n${rows.join("\n")}\n`);
  expect(await box.run("estimate", "y ~ x | country", "--data", "panel.csv")).toMatchObject({
    code: 2,
    err: expect.stringContaining("cluster:country"),
  });
  const { code, out } = await box.run(
    "estimate",
    "y ~ x | country",
    "--data",
    "panel.csv",
    "--vcov",
    "cluster:country",
    "--json",
  );
  expect(code).toBe(0);
  const result = JSON.parse(out);
  expect(Object.keys(result)).toEqual(
    expect.arrayContaining([
      "terms",
      "n",
      "clusters",
      "vcov",
      "correction",
      "fit",
      "dropped",
      "milliseconds",
    ]),
  );
  expect(result.terms[0]).toMatchObject({
    term: "x",
    estimate: expect.any(Number),
    se: expect.any(Number),
    p: expect.any(Number),
    low: expect.any(Number),
    high: expect.any(Number),
  });
});
