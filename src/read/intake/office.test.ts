import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readDocx } from "./docx.ts";
import { readEmail } from "./email.ts";
import { readEpub } from "./epub.ts";
import { readPdf } from "./pdf.ts";

const document = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:r="r"><w:body>${body}</w:body></w:document>`;

test("a Word file gives its paragraphs, links and makers, without deleted text", () => {
  const bytes = zipSync({
    "word/document.xml": strToU8(
      document(
        '<w:p><w:r><w:t>China &amp; Kenya</w:t></w:r><w:r><w:t xml:space="preserve"> signed</w:t><w:tab/><w:t>it.</w:t></w:r></w:p><w:p><w:hyperlink r:id="r1"><w:r><w:t>The text</w:t></w:r></w:hyperlink><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>',
      ),
    ),
    "word/_rels/document.xml.rels": strToU8(
      '<Relationships><Relationship Id="r1" Target="https://a.example/x?a=1&amp;b=2"/></Relationships>',
    ),
    "docProps/core.xml": strToU8(
      "<cp:coreProperties><dc:title>A deal</dc:title><dc:creator>The Desk</dc:creator><dcterms:created>2024-05-01T00:00:00Z</dcterms:created></cp:coreProperties>",
    ),
  });
  const page = readDocx(bytes);
  expect(page).toMatchObject({
    text: "China & Kenya signed it.\nThe text",
    title: "A deal",
    authors: ["The Desk"],
    published: "2024-05-01",
  });
  expect(page.links).toEqual([{ span: [25, 33], href: "https://a.example/x?a=1&b=2" }]);
});

test("a book gives its chapters in the order of its spine and says which parts are missing", () => {
  const bytes = zipSync({
    mimetype: strToU8("application/epub+zip"),
    "META-INF/container.xml": strToU8(
      '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    ),
    "OPS/book.opf": strToU8(
      '<package><metadata><dc:title>Courses</dc:title><dc:language>en-GB</dc:language></metadata><manifest><item id="b" href="b.xhtml"/><item id="a" href="a.xhtml"/><item id="c" href="c.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>',
    ),
    "OPS/a.xhtml": strToU8("<html><body><p>First.</p><script>no()</script></body></html>"),
    "OPS/b.xhtml": strToU8("<html><body><p>Second.</p></body></html>"),
  });
  expect(readEpub(bytes)).toMatchObject({
    text: "First.\nSecond.",
    title: "Courses",
    language: "en",
    warnings: ["1 parts of the book are missing in its file."],
  });
});

test("an archive that unpacks to far more than it holds is refused before it is unpacked", () => {
  const bomb = zipSync({ "word/document.xml": new Uint8Array(30_000_000) }, { level: 9 });
  expect(() => readDocx(bomb)).toThrow(/packed \d+ times/);
});

test("a mail gives its plain text, decoded, and counts what is attached", () => {
  const mail = [
    "From: =?utf-8?B?UmVkYWtjasSZ?= <desk@a.example>",
    "Subject: =?iso-8859-1?Q?Caf=E9_and?= =?utf-8?Q?_more?=",
    "Date: Tue, 14 May 2024 10:00:00 +0200",
    'Content-Type: multipart/mixed; boundary="xx"',
    "",
    "--xx",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "Na=C3=AFve words that run =",
    "on.",
    "--xx",
    "Content-Type: application/pdf",
    "Content-Disposition: attachment",
    "",
    "AAAA",
    "--xx--",
  ].join("\r\n");
  expect(readEmail(new TextEncoder().encode(mail))).toMatchObject({
    text: "Naïve words that run on.",
    title: "Café and more",
    authors: ["Redakcję"],
    published: "2024-05-14",
    warnings: ["1 attachment was not read."],
  });
});

/** A PDF of one page with these lines, built by hand. */
function pdfOf(lines: readonly string[]): Uint8Array {
  const content = `BT /F1 12 Tf 14 TL 72 720 Td ${lines.map(line => `(${line}) Tj T*`).join(" ")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let out = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = out.length;
  out += `xref\n0 6\n0000000000 65535 f \n${offsets.map(at => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
  return new TextEncoder().encode(`${out}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`);
}

test("a PDF gives its lines as running text with cut words joined", async () => {
  const page = await readPdf(
    pdfOf(["China trained police from Kenya and an ex-", "hibit of it was shown to us."]),
  );
  expect(page.text).toBe("China trained police from Kenya and an exhibit of it was shown to us.");
});

test("a PDF without words is said to need OCR, a broken one fails with its reason", async () => {
  await expect(readPdf(pdfOf([]))).rejects.toThrow(/OCR/);
  await expect(readPdf(new TextEncoder().encode("%PDF-1.4\nbroken"))).rejects.toThrow();
});

test("damaged archives, mails and PDFs end in a page or an error, never hang", async () => {
  let seed = 7;
  const random = (n: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % n;
  };
  const docx = zipSync({
    "word/document.xml": strToU8(document("<w:p><w:r><w:t>Words &#x41; of it</w:t></w:r></w:p>")),
  });
  const mail = strToU8(
    "From: a\nSubject: =?utf-8?B?4pyT?=\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nbody\n--x--",
  );
  const pdf = pdfOf(["China trained police from Kenya in 2018 and later on."]);
  for (let i = 0; i < 300; i++) {
    const [source, read] = (
      [
        [docx, readDocx],
        [docx, readEpub],
        [mail, readEmail],
        [pdf, readPdf],
      ] as const
    )[i % 4]!;
    const bytes = source.slice(0, i % 3 === 0 ? random(source.length) : source.length);
    for (let n = random(4); n > 0; n--) bytes[random(Math.max(1, bytes.length))] = random(256);
    const outcome = await Promise.resolve()
      .then(() => read(bytes))
      .then(
        page => typeof page.text,
        error => (error instanceof Error ? "string" : "fault"),
      );
    expect(outcome).toBe("string");
  }
});
