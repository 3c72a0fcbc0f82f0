import { expect, test } from "vitest";
import { UserError } from "../codebook/errors.ts";
import { readDocument } from "./document.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const refusal = async (input: Uint8Array, options = {}) =>
  readDocument(input, options).then(
    () => "read",
    error => (error instanceof UserError ? error.problems[0]!.code : `fault: ${error}`),
  );

test("a plain text keeps its characters, so that spans fit the file", async () => {
  const text = "A headline of the day\r\n\r\nThe police of one country were trained by another in 2019.\n";
  const read = await readDocument(bytes(text), { name: "a.txt" });
  expect(read).toMatchObject({
    text,
    characters: text.length,
    language: "en",
    format: "text",
    title: "A headline of the day",
  });
  expect(read.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("byte order marks and declared charsets are followed, and a false declaration is said", async () => {
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(new Uint16Array([..."Полиция"].map(c => c.charCodeAt(0))).buffer),
  ]);
  expect((await readDocument(utf16)).text).toBe("Полиция");
  const koi8 = new Uint8Array([0xf0, 0xcf, 0xcc, 0xc9, 0xc3, 0xc9, 0xd1]);
  expect((await readDocument(koi8, { mime: "text/plain; charset=koi8-r" })).text).toBe("Полиция");
  const wrong = await readDocument(bytes("Полиция"), { mime: "text/plain; charset=windows-1251" });
  expect([wrong.text, wrong.warnings.length]).toEqual(["Полиция", 1]);
});

test("invalid UTF-8 is read with a warning that counts the places", async () => {
  const read = await readDocument(new Uint8Array([...bytes("Élève été à Nîmes "), 0xff, ...bytes(" fin")]));
  expect(read.warnings[0]).toMatch(/^1 place is not valid UTF-8/);
});

test("empty, blank, binary, packed and oversized documents are refused with the way out", async () => {
  expect(await refusal(new Uint8Array(0))).toBe("empty-document");
  expect(await refusal(bytes(" \n\t "))).toBe("no-text");
  expect(await refusal(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toBe("not-a-document");
  expect(await refusal(new Uint8Array([65, 0, 0, 66, 1, 2, 3, 0]))).toBe("not-a-document");
  expect(await refusal(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBe("not-a-document");
  expect(await refusal(new Uint8Array(200 * 1024 * 1024).fill(97))).toBe("document-too-large");
});

test("a page is parsed apart and one that takes too long is still read, and said", async () => {
  const html = bytes(
    `<html><body>${"<p>Some words about a course, that is all.</p>".repeat(2000)}</body></html>`,
  );
  expect((await readDocument(html, { name: "x.html" })).warnings).toEqual([]);
  const late = await readDocument(html, { name: "x.html", timeout: 1 });
  expect(late.warnings.at(-1)).toMatch(/took longer/);
  expect(late.text).toContain("Some words about a course");
});

test("two thousand broken inputs end in a document or a refusal, never in a fault", async () => {
  let seed = 20240514;
  const random = (n: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % n;
  };
  const pieces = [
    "<p>",
    "</div>",
    "<a href='",
    "&#x",
    "\u0000",
    "# ",
    "[x](",
    "](",
    "```",
    "**",
    "---\n",
    "<!--",
    "<script>",
    "é",
    "\xff",
    "\n\n",
    "a b c ",
    "<![CDATA[",
    "%PDF-",
    "PK\u0003\u0004",
    "From: a\nTo: b\nDate: c\n\n",
  ];
  const names = ["a.txt", "a.md", "a.bin", ""];
  for (let i = 0; i < 2000; i++) {
    let text = "";
    for (let n = random(12) + 1; n > 0; n--) text += pieces[random(pieces.length)];
    const raw = bytes(text);
    for (let n = random(3); n > 0; n--) raw[random(raw.length)] = random(256);
    const { readHtml } = await import("./intake/html.ts");
    if (i % 4 === 3) expect(typeof readHtml(text).text).toBe("string");
    else expect(await refusal(raw, { name: names[i % 3], isolate: false })).not.toMatch(/^fault/);
  }
});

test("the reason of a damaged PDF runs on into the way out", async () => {
  const torn = bytes("%PDF-1.7\n1 0 obj <</Type/Catalog>> torn");
  const [problem] = await readDocument(torn, { name: "torn.pdf" }).then(
    () => [],
    error => (error as UserError).problems,
  );
  expect(problem?.message).toMatch(/^the document could not be read: .*[^.]$/);
  expect(problem?.hint).toBeTruthy();
});
