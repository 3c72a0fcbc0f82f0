import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ran, ROOT, sandbox } from "./run.ts";

const box = sandbox();
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(box.folder, name), content);
  return name;
};
const shipped = () => join(box.folder, "data", "security");
const digest = async (book = shipped()) => {
  const { out } = await box.run("log", "--book", book, "--json");
  return JSON.parse(out).entries.at(-1).hash as string;
};

let before = "";
beforeAll(async () => {
  await box.run("query", "select 1");
  before = await digest();
});
afterAll(async () => {
  expect(await digest()).toBe(before);
  box.remove();
});

/** Exit code and the line that says what is wrong; nothing on standard output. */
const refused = ({ code, out, err }: Ran) => [code, out, err.trimEnd()] as const;

test("a document that is not there, is an empty folder, is empty or is no text is refused by name", async () => {
  const [code, , err] = refused(await box.run("check", "nowhere.txt"));
  expect([code, err]).toEqual([2, expect.stringContaining("nowhere.txt: there is no such file")]);
  mkdirSync(join(box.folder, "sub"), { recursive: true });
  expect(refused(await box.run("check", "sub"))).toEqual([
    2,
    "",
    expect.stringContaining("sub: there is no file below this folder"),
  ]);
  expect(refused(await box.run("check", file("empty.txt", "")))).toEqual([
    2,
    "",
    expect.stringContaining("empty.txt"),
  ]);
  expect(refused(await box.run("check", file("blank.txt", " \n\t\n")))).toEqual([
    2,
    "",
    expect.stringContaining("blank.txt"),
  ]);
  const binary = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);
  expect(refused(await box.run("check", file("image.bin", binary)))).toEqual([
    2,
    "",
    expect.stringContaining("image.bin"),
  ]);
});

test("bytes that are not UTF-8 are refused where a table or JSON Lines is wanted", async () => {
  const latin = Buffer.from("id,name\n1,Jos\xe9\n2,Ren\xe9\n", "latin1");
  expect(refused(await box.run("pairs", file("latin.csv", latin)))).toEqual([
    2,
    "",
    expect.stringContaining("latin.csv: is not UTF-8 text"),
  ]);
  expect(refused(await box.run("judge", file("latin.jsonl", latin)))).toEqual([
    2,
    "",
    expect.stringContaining("latin.jsonl: is not UTF-8 text"),
  ]);
});

test("a text of 200 MB is refused before it is read, with the way out", async () => {
  const path = join(box.folder, "huge.txt");
  writeFileSync(path, "");
  const { truncateSync } = await import("node:fs");
  truncateSync(path, 200_000_000);
  expect(refused(await box.run("check", "huge.txt"))).toEqual([
    2,
    "",
    expect.stringMatching(/huge\.txt: is 200 MB \(expected at most 100 MB\); split it/),
  ]);
  rmSync(path);
});

test.skipIf(!existsSync("/dev/full"))("a full disk under standard output ends with 3 and a line", () => {
  const command = `"${process.execPath}" bin/custodes.js query "select 1" > /dev/full`;
  const { status, stderr } = spawnSync("sh", ["-c", command], {
    cwd: ROOT,
    env: { ...process.env, CUSTODES_DATA: join(box.folder, "data") },
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([3, expect.stringMatching(/^custodes: standard output .*ENOSPC.*\n$/)]);
});

test("where no terminal tells its width, lines keep to COLUMNS", async () => {
  const text = file(
    "wide.txt",
    `${"Huawei supplied 52 countries with safe city systems in 2019. ".repeat(3)}\n`,
  );
  const widest = async (extraEnv: Record<string, string>) =>
    Math.max(...(await box.runWith({ extraEnv }, "check", text)).out.split("\n").map(line => line.length));
  expect(await widest({ COLUMNS: "48" })).toBeLessThanOrEqual(48);
  expect(await widest({ COLUMNS: "" })).toBeGreaterThan(48);
});

test("an HTML page with scripts and event handlers is read as its text alone", async () => {
  const page = `<!doctype html><title>T</title><script>alert("CANARY")</script><article><h1 onclick="CANARY()">Cameras</h1>
    <p onmouseover="CANARY()">China has trained police from 138 countries since 2000, according to Carnegie.</p>
    <img src=x onerror="CANARY()"><iframe srcdoc="<script>CANARY</script>"></iframe><style>.CANARY{}</style></article>`;
  file("page.html", page);
  const { code, out } = await box.run("check", "page.html", "--json");
  expect(code).toBe(0);
  expect(out).not.toContain("CANARY");
  expect(JSON.parse(out).claims.some((claim: { value: number }) => claim.value === 138)).toBe(true);
  await box.run("check", "page.html", "--html", "out.html");
  const written = readFileSync(join(box.folder, "out.html"), "utf8");
  expect(written).toContain("138 countries");
  expect(written).not.toContain("CANARY");
});

test("a file that cannot be written is named, and nothing else is lost", async () => {
  file("short.txt", "Carnegie counted at least 138 countries whose police China has trained.\n");
  const { code, out, err } = await box.run("check", "short.txt", "--html", "no/such/folder/out.html");
  expect([code, out, err]).toEqual([
    3,
    "",
    expect.stringContaining("no/such/folder/out.html: cannot be written"),
  ]);
});

/** The shipped folder with something wrong in it, made into a book: what is said. */
async function build(change: (facts: string) => void): Promise<string> {
  const folder = join(box.folder, "changed");
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(ROOT, "books", "security"), folder, { recursive: true });
  change(join(folder, "facts"));
  const { checkBookFolder, readBookFolder } = await import("../../src/import/index.ts");
  try {
    checkBookFolder(await readBookFolder(folder));
    return "nothing";
  } catch (error) {
    return (error as Error).message;
  }
}

const rewrite = (path: string, change: (text: string) => string) =>
  writeFileSync(path, change(readFileSync(path, "utf8")));

test("facts with a missing column, an unknown country or a duplicate id are refused with file, line and column", async () => {
  const said = await build(facts => {
    rewrite(join(facts, "incident.csv"), text => text.replace(/^id,/, "key,"));
    rewrite(
      join(facts, "deployment.csv"),
      text => `${text.trimEnd()}\n${text.trimEnd().split("\n").at(-1)}\n`,
    );
    rewrite(join(facts, "policy.csv"), text => text.replace(/,CHN,/, ",CHX,"));
  });
  expect(said).toMatch(/facts\/incident\.csv:1: .*id/);
  expect(said).toMatch(/facts\/deployment\.csv:\d+: id: .*(twice|duplicate|already|unique)/);
  expect(said).toMatch(/facts\/policy\.csv:\d+: \w+: unknown country "CHX".*did you mean CH/);
});

test("the shipped folder as it is has nothing wrong with it", async () => {
  expect(await build(() => {})).toBe("nothing");
});

/** A copy of the shipped book to harm. */
function copy(name: string): string {
  const to = join(box.folder, name);
  rmSync(to, { recursive: true, force: true });
  cpSync(shipped(), to, { recursive: true });
  return to;
}

test("one flipped bit in the journal or in an object is found and named", async () => {
  const book = copy("flipped");
  const journal = join(book, "journal.jsonl");
  const bytes = readFileSync(journal);
  const line = bytes.indexOf("\n") + 40;
  bytes[line] = bytes[line]! ^ 1;
  writeFileSync(journal, bytes);
  const { code, out } = await box.run("verify", "--book", book);
  expect([code, out]).toEqual([1, expect.stringMatching(/entry 2/)]);
  const used = await box.run("query", "select 1", "--book", book);
  expect([used.code === 0, used.err]).toEqual([false, expect.stringContaining("2")]);
});

test("a torn last line of the journal is cut, said, and loses nothing that was acknowledged", async () => {
  const book = copy("torn");
  writeFileSync(
    join(book, "journal.jsonl"),
    `${readFileSync(join(book, "journal.jsonl"), "utf8")}{"seq":99,"at":"20`,
  );
  const { code, err } = await box.run(
    "query",
    "select count(*) as n from training",
    "--book",
    book,
    "--json",
  );
  expect([code, err]).toEqual([0, expect.stringMatching(/torn|unfinished|cut/)]);
  expect((await box.run("verify", "--book", book)).code).toBe(0);
});

test("an index that is damaged or gone is made again", async () => {
  const book = copy("index");
  writeFileSync(join(book, "index.duckdb"), "not an index");
  const { code, out } = await box.run("query", "select count(*) as n from policy", "--book", book, "--json");
  expect(code).toBe(0);
  rmSync(join(book, "index.duckdb"));
  expect((await box.run("query", "select count(*) as n from policy", "--book", book, "--json")).out).toBe(
    out,
  );
});

test.skipIf(process.getuid?.() === 0)(
  "a read-only folder can be read (root may write everywhere, so it is skipped for root)",
  async () => {
    const book = copy("readonly");
    chmodSync(book, 0o555);
    const { code, err } = await box.run("query", "select 1 as one", "--book", book);
    chmodSync(book, 0o755);
    expect([code, err]).toEqual([0, expect.stringContaining("cannot be written")]);
  },
);

test("a second process reads beside the server, and is refused by name when it wants to write", async () => {
  const book = copy("owned");
  const server = box.start("serve", "--book", book, "--port", "0");
  await new Promise<void>(resolve =>
    server.stdout!.on("data", chunk => String(chunk).includes("http://") && resolve()),
  );
  try {
    expect((await box.run("query", "select 1 as one", "--book", book)).code).toBe(0);
    const second = await box.run("serve", "--book", book, "--port", "0");
    expect([second.code, second.err]).toEqual([3, expect.stringContaining(`process ${server.pid}`)]);
  } finally {
    server.kill("SIGINT");
    await new Promise(resolve => server.once("close", resolve));
  }
  expect(existsSync(join(book, "book.lock"))).toBe(false);
});

test("a port in use is said with the option that chooses another", async () => {
  const taken = createServer();
  await new Promise<void>(resolve => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as { port: number };
  const { code, err } = await box.run("start", "--port", String(port));
  taken.close();
  expect([code === 0, err]).toEqual([false, expect.stringMatching(new RegExp(`${port}[\\s\\S]*--port`))]);
});

test("an address on this machine or this network is not fetched", async () => {
  for (const url of [
    "http://127.0.0.1:1/x",
    "http://[::1]/x",
    "http://169.254.169.254/latest",
    "file:///etc/hosts",
  ]) {
    const { code, err } = await box.run("check", url);
    expect([code, err]).toEqual([2, expect.stringContaining(url.slice(0, 12))]);
  }
});
