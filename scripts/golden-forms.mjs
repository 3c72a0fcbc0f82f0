// Writes the golden documents of cases/read that are no plain text: PDF, DOCX, EPUB and e-mail, from the words below. The pages,
// Markdown and plain texts beside them are written by hand. The same words give the same bytes. Run after `npm run build`; look at
// what `npx vitest run src/read/cases.test.ts` then says has changed.
import { mkdirSync, writeFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";

const folder = new URL("../cases/read/", import.meta.url);

/** A fixed time, so that an archive of the same words has the same bytes. */
const MTIME = new Date("2024-01-01T12:00:00Z");

function put(name, file, bytes) {
  mkdirSync(new URL(`${name}/`, folder), { recursive: true });
  writeFileSync(new URL(`${name}/${file}`, folder), bytes);
}

const zip = files =>
  zipSync(
    // A book of the form EPUB begins with its media type, not packed.
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        [strToU8(text), { level: name === "mimetype" ? 0 : 6 }],
      ]),
    ),
    { mtime: MTIME },
  );

const xml = text => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function docx({ title, author, created, paragraphs }) {
  const body = paragraphs
    .map(text => `<w:p><w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`)
    .join("");
  return zip({
    "[Content_Types].xml":
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    "docProps/core.xml": `<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(author)}</dc:creator><dcterms:created>${created}T00:00:00Z</dcterms:created></cp:coreProperties>`,
  });
}

function epub({ title, language, chapters }) {
  const items = chapters.map(
    (_, i) => `<item id="c${i}" href="c${i}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const spine = chapters.map((_, i) => `<itemref idref="c${i}"/>`);
  return zip({
    mimetype: "application/epub+zip",
    "META-INF/container.xml":
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    "OPS/book.opf": `<?xml version="1.0"?><package version="3.0" xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title><dc:language>${language}</dc:language></metadata><manifest>${items.join("")}</manifest><spine>${spine.join("")}</spine></package>`,
    ...Object.fromEntries(
      chapters.map(({ heading, paragraphs }, i) => [
        `OPS/c${i}.xhtml`,
        `<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>${xml(heading)}</h1>${paragraphs.map(text => `<p>${xml(text)}</p>`).join("")}</body></html>`,
      ]),
    ),
  });
}

/** Lines of a PDF in one font, two columns, with a running head and a page number. */
function pdf(pages) {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  const kids = [];
  for (const [number, columns] of pages.entries()) {
    const literal = text => text.replace(/[\\()]/g, c => `\\${c}`);
    const line = (x, y, text) => `BT /F1 10 Tf ${x} ${y} Td (${literal(text)}) Tj ET`;
    const content = [
      line(72, 760, "Office of the Auditor, Annual Report"),
      ...columns.flatMap((lines, column) =>
        lines.map((text, i) => line(column === 0 ? 72 : 320, 720 - 14 * i, text)),
      ),
      line(300, 40, String(number + 1)),
    ].join("\n");
    kids.push(`${objects.length + 1} 0 R`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${objects.length + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} >>`;
  let out = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map(at => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`;
  return Buffer.from(out, "latin1");
}

put(
  "en-audit",
  "input.pdf",
  pdf([
    [
      [
        "The ministry signed a contract with",
        "Huawei for $125 million in 2016. Of the",
        "1,950 cameras that were to be installed",
        "in Islamabad, 1,800 had been delivered",
        "by June 2018. A third of them did not",
        "work when auditors came in March 2022.",
      ],
      [
        "No fewer than 12 districts were left",
        "without any camera. The vendor, which",
        "had promised to train 400 police offi-",
        "cers, trained 85. Unlike Karachi, the",
        "capital paid the whole sum in advance.",
        "The ministry did not reply.",
      ],
    ],
    [
      [
        "Maintenance cost rose from $1.2 million",
        "in 2019 to $3.4 million in 2021, accord-",
        "ing to figures compiled by the Finance",
        "Division.",
      ],
      ["The project may be extended to Quetta", "in 2025, the interior minister told", "Dawn."],
    ],
  ]),
);

put(
  "pt-esquadras",
  "input.docx",
  docx({
    title: "Câmaras para Luanda",
    author: "Redação",
    created: "2024-05-20",
    paragraphs: [
      "Câmaras para Luanda",
      "A Huawei forneceu 1.200 câmaras a Angola em 2019, segundo o Ministério do Interior. Destas, cerca de 300 não funcionam, disse um sindicato da polícia.",
      "Desde 2015, a China treinou mais de 2 mil polícias de Moçambique, Angola e Cabo Verde. Em 2023 foram apenas 140, contra 410 em 2019.",
      "O governo não comprou programas espiões ao NSO Group, garantiu o ministro à Lusa. «Não vigiamos jornalistas», acrescentou.",
      "O contrato, de 47 milhões de dólares, foi cancelado em março de 2022.",
    ],
  }),
);

put(
  "fr-stages",
  "input.epub",
  epub({
    title: "Des stages et des caméras",
    language: "fr",
    chapters: [
      {
        heading: "Des stages",
        paragraphs: [
          "Depuis 2014, la Chine a formé quelque 1 500 policiers du Sénégal, du Mali et de la Côte d’Ivoire, d’après un recensement de l’institut Thucydide. La France, elle, en a formé trois fois plus.",
          "La formation chinoise a touché 86 % des régimes hybrides. Les régimes autoritaires sont 60, contre 51 en 2012.",
        ],
      },
      {
        heading: "Des caméras",
        paragraphs: [
          "À la différence de Thales, Huawei n’a pas publié ses contrats. L’entreprise a installé 240 caméras à Abidjan pour 15 millions d’euros.",
          "« Personne ne sait où vont les images », a déclaré un ancien ministre à l’AFP. Pas moins de 30 arrestations ont suivi en août 2023.",
        ],
      },
    ],
  }),
);

const quoted = text =>
  [...Buffer.from(text, "utf8")]
    .map(byte =>
      byte === 0x3d || byte > 126
        ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}`
        : String.fromCharCode(byte),
    )
    .join("");

put(
  "es-nota",
  "input.eml",
  [
    "From: Boletin de Seguridad <boletin@seguridad.example>",
    "To: lectores@seguridad.example",
    "Subject: =?utf-8?Q?C=C3=A1maras_y_cursos?=",
    "Date: Tue, 14 May 2024 10:00:00 +0200",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    ...[
      "Ecuador compró 4.300 cámaras a la empresa china CEIEC en 2011 por 240 millones de dólares, financiados por China Eximbank.",
      "",
      "El año pasado, 37 policías de Bolivia y una veintena de Nicaragua se graduaron en Moscú, según la agencia TASS. Ninguno procedía de Perú.",
      "",
      "El delito cayó un 24 % en las zonas con cámaras, una cifra que la propia empresa había publicado. El gobierno planea instalar 10.000 más en 2026.",
      "",
      "¿Sirve de algo? México usó Pegasus contra al menos 25 periodistas entre 2016 y 2017, dijo Citizen Lab.",
    ].map(quoted),
  ].join("\r\n"),
);
