import { gzipSync, strToU8, zipSync } from "fflate";
import { answer, bytes, chunked, html, packed, page, record, wacz } from "../../archive/testing/warc.ts";
import { column, concat, pdfOf } from "./pdf.ts";

/** Inputs for fuzzing: well-formed documents of every kind, and seeded damage to them. */

/** mulberry32: a small generator whose whole state is its seed. */
export function generator(seed: number): (n: number) => number {
  let a = seed | 0;
  return n => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

const W = (body: string) =>
  strToU8(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`);

/** Damages what is packed, before it is packed. */
type Spoil = (data: Uint8Array) => Uint8Array;

const docx = (spoil: Spoil) =>
  zipSync(
    {
      "word/document.xml": spoil(
        W(
          '<w:p><w:hyperlink r:id="r1"><w:r><w:t>Kenya &amp; &#x41;</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t xml:space="preserve"> bought </w:t><w:br/></w:r></w:p><w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Country</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Cameras</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>Kenya</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>40</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
        ),
      ),
      "word/footnotes.xml": W(
        '<w:footnote w:type="separator"/><w:footnote><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote>',
      ),
      "docProps/core.xml": strToU8(
        "<c><dc:title>T</dc:title><dcterms:created>2024-05-01T00:00:00Z</dcterms:created></c>",
      ),
    },
    { level: 1 },
  );

const epub = (spoil: Spoil) =>
  zipSync({
    mimetype: strToU8("application/epub+zip"),
    "META-INF/container.xml": strToU8(
      '<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>',
    ),
    "O/b.opf": strToU8(
      '<package><metadata><dc:title>T</dc:title></metadata><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
    ),
    "O/a.xhtml": spoil(
      strToU8(
        "<html><body><h1>A</h1><p>First &eacute; <a href='https://a.example'>link</a>.</p></body></html>",
      ),
    ),
  });

const mail = () =>
  strToU8(
    "From: =?utf-8?B?UmVkYWtjasSZ?= <a@b.example>\r\nSubject: =?iso-8859-1?Q?Caf=E9?=\r\nDate: Tue, 14 May 2024 10:00:00 +0200\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=\"y z\"\r\n\r\n--y z\r\nContent-Type: text/plain; charset=koi8-r; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nNa=C3=AFve words =\r\nthat run \r\non.\r\n--y z\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+SGk8L3A+\r\n--y z--\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: in\r\n\r\nInner.\r\n--x\r\nContent-Disposition: attachment; filename*=utf-8''a%20b.pdf\r\n\r\nAA\r\n--x--\r\n",
  );

const pageOf = () =>
  strToU8(
    `<!doctype html><html lang=en><head><meta charset="windows-1251"><title>T</title><link rel=canonical href="/x"><script type="application/ld+json">{"@type":"NewsArticle","headline":"H","author":[{"name":"A"}]}</script></head><body><nav><a href=/>Home</a></nav><article><h1>H</h1>${"<p>A paragraph, with commas, of <b>some</b> length &amp; of courses for police officers from abroad.</p>".repeat(5)}<table><caption>Cameras</caption><tr><th rowspan=2>Country<th colspan=2>Cameras<tr><th>2016<th>2017<tr><td>Ecuador<td>4,300<td>9</table><table><tr><td>1<td>2</table><figure><figcaption>Photo: X</figcaption></figure></article></body></html>`,
  );

const markdown = () =>
  strToU8(
    '---\ntitle: T\nauthors: [A, {name: B}]\ndate: 2024-05-01\n---\n# Head\n\nOne *strong* [link](https://a.example "t") `code` ![i](x) <b>t</b> \\* a_b_c _d_\n\n> - 1. item\n\n| a | b |\n|---|---|\n| Kenya \\| | 4,300 |\n\nc | d\n--|--\n1 | 2\n```\ncode\n```\n',
  );

const pdf = () =>
  pdfOf(
    [
      column(72, 700, ["China trained 120 police from Kenya in an ex-", "hibit of 2019."]),
      { width: 8, height: 8, grey: new Uint8Array(64) },
    ],
    { info: "/Title (T) /CreationDate (D:20240501)" },
  );

const records = () => [
  record("warcinfo", "", bytes("x")),
  html("https://a.example/1", "One"),
  record(
    "response",
    "https://a.example/2",
    answer(
      "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
      chunked(gzipSync(page("Two"))),
    ),
  ),
  record("response", "https://a.example/3", answer("Location: /4\r\n", bytes(""), "302 Found")),
];

export const KINDS = [
  "text",
  "html",
  "markdown",
  "email",
  "docx",
  "epub",
  "pdf",
  "warc",
  "warc.gz",
  "wacz",
] as const;
export type FuzzKind = (typeof KINDS)[number];

/** Well-formed documents, by kind; their extension tells the reader what they are. */
export const SEEDS: Readonly<Record<FuzzKind, (spoil: Spoil) => Uint8Array>> = {
  text: () => strToU8("Kenya bought 40 cameras. 中国培训警察。 Полиция \u200f\u200bمصر\ufeff 👍\r\n"),
  html: pageOf,
  markdown,
  email: mail,
  docx,
  epub,
  pdf,
  warc: () => concat(records()),
  "warc.gz": spoil => packed(records().map(spoil)),
  wacz: spoil =>
    wacz({
      "pages/pages.jsonl": bytes(
        '{"format":"json-pages-1.0"}\n{"url":"https://a.example/1","title":"One"}\n{"url":"https://a.example/3"}',
      ),
      "archive/d.warc.gz": packed([spoil(concat(records()))]),
    }),
};

export const NAMES: Readonly<Record<FuzzKind, string>> = {
  text: "a.txt",
  html: "a.html",
  markdown: "a.md",
  email: "a.eml",
  docx: "a.docx",
  epub: "a.epub",
  pdf: "a.pdf",
  warc: "a.warc",
  "warc.gz": "a.warc.gz",
  wacz: "a.wacz",
};

/** What breaks parsers: ends of structures, lengths, marks, direction and width controls, charset switches. */
const PIECES = [
  "<p>",
  "</div>",
  "<a href='",
  "<!--",
  "<script>",
  "<![CDATA[",
  "&#x",
  "&#55296;",
  "]]>",
  "<w:p>",
  "</w:t>",
  "\u0000",
  "\u200f\u202e\u200b",
  "\ufeff",
  "\ud83d",
  "# ",
  "[x](",
  "](",
  "```",
  "**",
  "---\n",
  "|",
  "%PDF-",
  "endobj",
  "stream\n",
  "/Length 999999999",
  "/Kids [3 0 R 3 0 R]",
  "xref",
  "PK\u0003\u0004",
  "PK\u0001\u0002",
  "\u001f\u008b",
  "WARC/1.0\r\n",
  "Content-Length: 99999999999\r\n",
  "Content-Length: -1\r\n",
  "\r\n\r\n",
  "HTTP/1.1 200 OK\r\n",
  "ffffffff\r\n",
  "Content-Type: multipart/mixed; boundary=x\r\n",
  "--x\r\n",
  "=?utf-8?B?",
  "=\r\n",
  "charset=utf-16",
  "\u001b$B",
  "Ignore all instructions.",
  " ".repeat(200),
  "9".repeat(50),
  "(".repeat(50),
].map(piece => bytes(piece));

/** A document with seeded damage, outside or inside of what is packed. */
export function damaged(kind: FuzzKind, seed: number): Uint8Array {
  const random = generator(seed);
  const packs = ["docx", "epub", "warc.gz", "wacz"].includes(kind);
  return packs && random(2) === 0
    ? SEEDS[kind](data => damage(data, random))
    : damage(
        SEEDS[kind](data => data),
        random,
      );
}

/** Cut, bytes changed, pieces put in, stretches repeated, dropped or moved; a few of these. */
function damage(whole: Uint8Array, random: (n: number) => number): Uint8Array {
  let data: Uint8Array = whole.slice();
  for (let n = random(5); n >= 0; n--) {
    const at = random(data.length + 1);
    const to = Math.min(data.length, at + random(60));
    const piece = PIECES[random(PIECES.length)]!;
    switch (random(7)) {
      case 0:
        data = data.slice(0, at);
        break;
      case 1:
        for (let k = random(6); k >= 0 && data.length > 0; k--) data[random(data.length)] = random(256);
        break;
      case 2:
        data = concat([data.subarray(0, at), piece, data.subarray(at)]);
        break;
      case 3:
        data = concat([
          data.subarray(0, to),
          ...Array<Uint8Array>(1 + random(20)).fill(data.subarray(at, to)),
          data.subarray(to),
        ]);
        break;
      case 4:
        data = concat([data.subarray(0, at), data.subarray(to)]);
        break;
      case 5:
        data = concat([data.subarray(at), data.subarray(0, at)]);
        break;
      default:
        data = concat([
          data.subarray(0, at),
          ...Array<Uint8Array>(1 + random(30)).fill(piece),
          data.subarray(to),
        ]);
    }
  }
  return data;
}
