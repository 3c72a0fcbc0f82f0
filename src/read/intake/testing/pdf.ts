import { zlibSync } from "fflate";

/** PDF files built by hand, for tests. */

export interface Word {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
}

/** A grey picture that fills a page, one byte a dot. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

export type PdfPageSpec = readonly Word[] | Picture;

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, c => c.charCodeAt(0) & 0xff);
const escaped = (text: string): string => text.replace(/[\\()]/g, c => `\\${c}`);

/** Joins pieces of bytes. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const stream = (dictionary: string, data: Uint8Array): Uint8Array =>
  concat([latin1(`<< ${dictionary} /Length ${data.length} >>\nstream\n`), data, latin1("\nendstream")]);

function objectsOf(spec: PdfPageSpec, first: number): Uint8Array[] {
  const page = (resources: string) =>
    latin1(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + 1} 0 R /Resources << ${resources} >> >>`,
    );
  if ("grey" in spec)
    return [
      page(`/XObject << /Im ${first + 2} 0 R >>`),
      stream("", latin1("q 612 0 0 792 0 0 cm /Im Do Q")),
      stream(
        `/Type /XObject /Subtype /Image /Width ${spec.width} /Height ${spec.height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
        zlibSync(spec.grey),
      ),
    ];
  const content = spec
    .map(({ x, y, text, size = 10 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`)
    .join("\n");
  return [page("/Font << /F1 3 0 R >>"), stream("", latin1(content))];
}

/** A PDF with these pages. `info` is the inside of its information dictionary, `catalog` and `trailer` more of these. */
export function pdfOf(
  pages: readonly PdfPageSpec[],
  { info = "", catalog = "", trailer = "" } = {},
): Uint8Array {
  const objects: Uint8Array[] = [
    latin1(`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`),
    new Uint8Array(0),
    latin1("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
    latin1(`<< ${info} >>`),
  ];
  const kids: number[] = [];
  for (const page of pages) {
    kids.push(objects.length + 1);
    objects.push(...objectsOf(page, objects.length + 1));
  }
  objects[1] = latin1(
    `<< /Type /Pages /Kids [${kids.map(n => `${n} 0 R`).join(" ")}] /Count ${kids.length} >>`,
  );
  const parts: Uint8Array[] = [latin1("%PDF-1.4\n")];
  let at = parts[0]!.length;
  const offsets = objects.map((object, i) => {
    const here = at;
    const whole = concat([latin1(`${i + 1} 0 obj\n`), object, latin1("\nendobj\n")]);
    parts.push(whole);
    at += whole.length;
    return here;
  });
  const rows = offsets.map(offset => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    latin1(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer << /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF`,
    ),
  );
  return concat(parts);
}

/** Lines below one another from a corner. */
export const column = (x: number, top: number, lines: readonly string[], leading = 12): Word[] =>
  lines.map((text, i) => ({ x, y: top - i * leading, text }));
