import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

interface Opened {
  readonly main: (word: string) => string;
  readonly isWarm: boolean;
  readonly keep: () => void;
}
const loader = new URL("../bin/one-script.js", import.meta.url).href;
const { openScript } = (await import(loader)) as { openScript(dist: URL): Opened | null };

let home: string;
let dist: string;
const open = () => openScript(pathToFileURL(`${dist}/`));
const keptFile = () => join(dist, readdirSync(dist).find(name => name.endsWith(".code"))!);

/** A folder of a build whose script says what its main function is told. */
function build(body: string): void {
  mkdirSync(join(dist, "cli"), { recursive: true });
  writeFileSync(join(dist, "cli", "main.js"), "");
  const script = `(function (exports, require, meta) {${body}\n})`;
  writeFileSync(
    join(dist, "custodes.cjs"),
    `// ${createHash("sha256").update(script).digest("hex")}\n${script}`,
  );
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "custodes-script-"));
  dist = join(home, "dist");
  build("exports.main = word => 'first ' + word;");
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe("the one script of the command line", () => {
  test("is run, and its modules have the addresses of their files", () => {
    build("exports.main = path => meta(path).url;");
    expect(open()?.main("text/words.js")).toBe(pathToFileURL(join(dist, "text/words.js")).href);
  });

  test("uses the code that an earlier run kept", () => {
    const first = open();
    expect(first?.isWarm).toBe(false);
    first?.main("run");
    first?.keep();
    expect(open()?.isWarm).toBe(true);
    expect(open()?.main("run")).toBe("first run");
  });

  test("never runs code that was kept of another script, though it be as long", () => {
    open()?.keep();
    build("exports.main = word => 'other ' + word;");
    const other = open();
    expect(other?.isWarm).toBe(false);
    expect(other?.main("run")).toBe("other run");
  });

  test("does without kept code that is damaged, and keeps it anew", () => {
    open()?.keep();
    const bytes = readFileSync(keptFile());
    bytes[bytes.length - 5]! ^= 1;
    writeFileSync(keptFile(), bytes);
    const damaged = open();
    expect(damaged?.isWarm).toBe(false);
    expect(damaged?.main("run")).toBe("first run");
    damaged?.keep();
    expect(open()?.isWarm).toBe(true);
  });

  test("runs where nothing can be kept, and leaves nothing behind", () => {
    open()?.keep();
    const file = keptFile();
    rmSync(file);
    mkdirSync(file);
    const before = readdirSync(dist);
    open()?.keep();
    expect(readdirSync(dist)).toEqual(before);
    expect(open()?.main("run")).toBe("first run");
  });

  test("gives way to modules that were compiled after it where the source stands beside, and to a build without it", () => {
    const later = new Date(Date.now() + 5_000);
    utimesSync(join(dist, "cli", "main.js"), later, later);
    // An installed package has no source, and its files the times of their unpacking.
    expect(open()?.main("run")).toBe("first run");
    mkdirSync(join(home, "src"));
    expect(open()).toBeNull();
    rmSync(join(dist, "custodes.cjs"));
    expect(open()).toBeNull();
  });

  test("loads packages when it needs them, with kept code as without", () => {
    const root = fileURLToPath(new URL("..", import.meta.url));
    const folder = join(home, "texts");
    mkdirSync(folder);
    for (const name of ["one.txt", "two.txt"])
      writeFileSync(join(folder, name), "China trained 40 officers from Kenya in 2018.");
    const keep = `import(${JSON.stringify(loader)}).then(({ openScript }) => openScript(new URL(${JSON.stringify(new URL("../dist/", import.meta.url).href)})).keep())`;
    expect(spawnSync(process.execPath, ["-e", keep]).status).toBe(0);
    // A folder is read in workers, which the script loads by an import of its own.
    const run = (...words: string[]) =>
      spawnSync(process.execPath, [join(root, "bin", "custodes.js"), ...words], { encoding: "utf8" });
    const book = join(home, "book");
    expect(run("init", book).status).toBe(0);
    const { status, stdout, stderr } = run("read", folder, "--book", book);
    expect(stderr).not.toContain("ERR_");
    expect(stdout).toContain("2 documents: 2 read");
    expect(status).toBe(0);
    // What a run that did nothing has compiled is not worth keeping: the next check keeps its own.
    rmSync(join(root, "dist", `custodes.${process.version}-${process.arch}.code`));
  }, 60_000);

  test("is of the code that its modules find of themselves, so that either opens the other's indexes", async () => {
    const dist = new URL("../dist/", import.meta.url);
    const { codeVersion } = (await import(new URL("book/index/code-version.js", dist).href)) as {
      codeVersion(): Promise<string>;
    };
    expect(readFileSync(new URL("custodes.cjs", dist), "latin1")).toContain(`"${await codeVersion()}"`);
  });

  test("prints what the modules print", () => {
    const root = fileURLToPath(new URL("..", import.meta.url));
    const words = ["judge", join(root, "cases", "judge", "examples.jsonl")];
    const modules = `const { main } = await import(${JSON.stringify(pathToFileURL(join(root, "dist/cli/main.js")).href)});
process.exitCode = await main(${JSON.stringify(words)});`;
    const run = (...given: string[]) => spawnSync(process.execPath, given, { encoding: "utf8" });
    const script = run(join(root, "bin", "custodes.js"), ...words);
    expect(script.status).toBe(0);
    expect(script.stdout).not.toBe("");
    expect(script.stdout).toBe(run("--input-type=module", "-e", modules).stdout);
  });

  test("loads what serves and fetches pages only where it does", () => {
    const seen = "process.on('exit', () => console.log(process.moduleLoadList.join('\\n')))";
    const custodes = fileURLToPath(new URL("../bin/custodes.js", import.meta.url));
    const listener = `data:text/javascript,${encodeURIComponent(seen)}`;
    const { status, stdout } = spawnSync(process.execPath, ["--import", listener, custodes, "--version"]);
    const loaded = String(stdout).split("\n");
    expect(status).toBe(0);
    expect(loaded).toContain("NativeModule crypto");
    for (const name of ["http", "http2", "https", "dns", "child_process"])
      expect(loaded).not.toContain(`NativeModule ${name}`);
  });
});
