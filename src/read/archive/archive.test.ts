import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { archiveFormat, readArchive } from "./archive.ts";
import { concat } from "./inflate.ts";
import type { ArchivedPage, ArchiveSummary } from "./sorter.ts";
import { byteSource } from "./source.ts";
import { answer, bytes, chunked, html, packed, page, record, wacz } from "./testing/warc.ts";

async function all(archive: Uint8Array): Promise<{ pages: ArchivedPage[]; summary: ArchiveSummary }> {
  const read = readArchive(byteSource(archive));
  const pages: ArchivedPage[] = [];
  for (let next = await read.next(); ; next = await read.next()) {
    if (next.done) return { pages, summary: next.value };
    pages.push(next.value);
  }
}

const text = (archived: ArchivedPage) => new TextDecoder().decode(archived.bytes);
const A = "https://a.example/1";
const info = record("warcinfo", "", bytes("software: hand\r\n"));

test("each page is a document with its address, its time and what the server said of it", async () => {
  for (const archive of [
    concat([info, html(A, "One"), html("https://a.example/2", "Two")]),
    packed([info, html(A, "One"), html("https://a.example/2", "Two")]),
  ]) {
    const { pages, summary } = await all(archive);
    expect(pages.map(each => [each.url, each.captured, each.mime])).toEqual([
      [A, "2024-05-14T08:00:00Z", "text/html; charset=utf-8"],
      ["https://a.example/2", "2024-05-14T08:00:00Z", "text/html; charset=utf-8"],
    ]);
    expect(text(pages[1]!)).toContain("Two was told");
    expect(summary).toMatchObject({
      format: "warc",
      records: 3,
      pages: 2,
      left: [{ reason: "a record of type warcinfo", records: 1 }],
      warnings: [],
    });
  }
});

test("bodies are joined and unpacked: chunks, gzip, deflate with and without head, brotli", async () => {
  const body = page("Packed");
  const bodies: [string, Uint8Array][] = [
    ["Transfer-Encoding: chunked\r\n", chunked(body)],
    ["Content-Encoding: gzip\r\n", gzipSync(body)],
    ["Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzipSync(body))],
    ["Content-Encoding: deflate\r\n", deflateSync(body)],
    ["Content-Encoding: deflate\r\n", deflateRawSync(body)],
    ["Content-Encoding: br\r\n", brotliCompressSync(body)],
    // Archives that unpacked the body and kept the header.
    ["Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", body],
  ];
  const { pages } = await all(
    concat(
      bodies.map(([headers, packedBody], i) =>
        record("response", `${A}${i}`, answer(`Content-Type: text/html\r\n${headers}`, packedBody)),
      ),
    ),
  );
  expect(pages.map(text)).toEqual(bodies.map(() => new TextDecoder().decode(body)));
});

test("what is no page is counted by reason", async () => {
  const { pages, summary } = await all(
    concat([
      record("request", A, bytes("GET / HTTP/1.1\r\n\r\n")),
      record("response", A, answer("Content-Type: image/png\r\n", bytes("x"))),
      record("response", A, answer("Content-Type: image/png\r\n", bytes("x"))),
      record("response", A, answer("Content-Type: text/html\r\n", bytes("gone"), "404 Not Found")),
      record("response", A, answer("Content-Type: text/html\r\nContent-Encoding: zstd\r\n", bytes("x"))),
      record("response", "https://a.example/robots.txt", answer("Content-Type: text/plain\r\n", bytes("x"))),
      record("response", A, bytes("no answer at all")),
      record("revisit", A, bytes("")),
      record("resource", "urn:text:x", bytes("words"), { headers: "Content-Type: text/plain\r\n" }),
      record("resource", "https://a.example/r", bytes("Words of a resource."), {
        headers: "Content-Type: text/plain\r\n",
      }),
      record("response", "https://a.example/p", answer("", bytes("%PDF-1.4 ..."))),
    ]),
  );
  expect(pages.map(each => each.url)).toEqual(["https://a.example/r", "https://a.example/p"]);
  expect(Object.fromEntries(summary.left.map(({ reason, records }) => [reason, records]))).toEqual({
    "a record of type request": 1,
    "of type image/png": 2,
    "the server answered 404": 1,
    "its body is packed with zstd, which is not read": 1,
    "robots.txt": 1,
    "it is no answer of a web server": 1,
    "a record of type revisit": 1,
    "not a page of the web (its address is neither http nor https)": 1,
  });
});

test("a WACZ gives the pages of its list, follows where they lead, and names those that are missing", async () => {
  const list = [
    '{"format": "json-pages-1.0", "id": "pages", "title": "All"}',
    '{"url": "https://a.example/1#top", "title": "The first", "ts": "2024-05-14T08:00:00Z"}',
    '{"url": "https://a.example/old", "title": "Moved"}',
    "broken",
    '{"url": "https://a.example/never"}',
  ].join("\n");
  const moved = record(
    "response",
    "https://a.example/old",
    answer("Location: /new\r\n", bytes(""), "301 Moved"),
  );
  const { pages, summary } = await all(
    wacz({
      "pages/pages.jsonl": bytes(list),
      "archive/data.warc.gz": packed([
        info,
        moved,
        html(A, "One"),
        html("https://a.example/frame", "Frame"),
        html("https://a.example/new", "New"),
      ]),
    }),
  );
  expect(pages.map(each => [each.url, each.title])).toEqual([
    [A, "The first"],
    ["https://a.example/new", ""],
  ]);
  expect(summary.missing).toEqual(["https://a.example/never"]);
  expect(summary.listed).toHaveLength(3);
  expect(summary.left).toContainEqual({
    reason: "readable, but not in the archive's list of pages",
    records: 1,
  });
});

test("an archive that is damaged or breaks off gives what is whole and says what is not", async () => {
  const whole = concat([html(A, "One"), bytes("rubbish rubbish"), html("https://a.example/2", "Two")]);
  const damaged = await all(whole);
  expect(damaged.pages).toHaveLength(2);
  expect(damaged.summary.warnings).toEqual(["The archive is damaged: 1 stretch of it was passed over."]);
  const cut = await all(whole.slice(0, whole.length - 60));
  expect(cut.pages[1]!.warnings).toEqual(["The archive holds only the beginning of the page."]);
  const gzip = packed([html(A, "One"), html("https://a.example/2", "Two")]);
  const broken = gzip.slice();
  broken.fill(0xff, gzip.length - 150, gzip.length - 100);
  const { pages, summary } = await all(broken);
  expect(pages.map(each => each.url)).toContain(A);
  expect(summary.warnings.length).toBeGreaterThan(0);
  await expect(all(bytes("no archive"))).rejects.toThrow(/no web archive/);
});

test("a length that lies, a head without end and a body that grows are passed over", async () => {
  const bomb = gzipSync(new Uint8Array(80 * 1024 * 1024));
  const { pages, summary } = await all(
    concat([
      record("response", A, answer("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", bomb)),
      bytes("WARC/1.0\r\nContent-Length: -5\r\n\r\n"),
      bytes(`WARC/1.0\r\nX: ${"x".repeat(100_000)}\r\n\r\n`),
      html(A, "One"),
    ]),
  );
  expect(pages.map(each => each.url)).toEqual([A]);
  expect(summary.left[0]!.reason).toMatch(/unpacks to more than 64 MB/);
});

test("archives are told by their content, and read from a file of the browser as well", async () => {
  const gzip = packed([html(A, "One")]);
  expect(await archiveFormat(byteSource(gzip))).toBe("warc.gz");
  expect(await archiveFormat(byteSource(html(A, "One")))).toBe("warc");
  expect(await archiveFormat(byteSource(gzipSync(bytes("text"))))).toBeNull();
  expect(
    await archiveFormat(
      byteSource(new Blob([wacz({ "archive/a.warc": html(A, "One") }) as Uint8Array<ArrayBuffer>])),
    ),
  ).toBe("wacz");
});
