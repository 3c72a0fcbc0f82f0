import { detectLanguage } from "../language.ts";
import type { OcrOptions } from "./ocr.ts";
import { EMPTY_PAGE, type Page } from "./page.ts";
import type { PdfItem } from "./pdf-boxes.ts";
import { type Operators, type PageImage, type PictureSource, pageImages } from "./pdf-images.ts";
import { type PdfLine, pageLines } from "./pdf-lines.ts";
import { repairPdf } from "./pdf-repair.ts";
import { printedText } from "./pdf-text.ts";
import { breaksOff, listed, NEEDS_OCR, type Pages, warningsOf } from "./pdf-warnings.ts";
import { Refusal } from "./refusal.ts";

/** Pages of one document that are read at most; time is the tighter limit. */
const MAX_PAGES = 20_000;
/** A page with fewer characters than this is blank or a picture. */
const SCANNED = 20;
/** A picture that covers this share of a page is the page. */
const COVERS = 0.3;
/** Characters of all pages together. */
const MAX_CHARACTERS = 64 * 1024 * 1024;

export interface PdfOptions {
  /** Milliseconds after which no further page is begun; what was read stays. */
  readonly budget?: number;
  readonly ocr?: OcrOptions | null;
}

interface PdfPage extends PictureSource {
  getTextContent(): Promise<{ readonly items: readonly object[] }>;
  readonly view: readonly number[];
  cleanup(): void;
}

interface PdfFile {
  readonly numPages: number;
  getPage(n: number): Promise<PdfPage>;
  getMetadata(): Promise<{ readonly info: unknown }>;
  destroy(): Promise<void>;
}

async function openPdf(bytes: Uint8Array): Promise<{ file: PdfFile; ops: Operators }> {
  const { getDocumentProxy, getResolvedPDFJS } = await import("unpdf");
  const file = (await getDocumentProxy(bytes, {
    isEvalSupported: false,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    verbosity: 0,
  })) as unknown as PdfFile;
  return { file, ops: (await getResolvedPDFJS()).OPS as unknown as Operators };
}

/** Opens a file, or what is left of it where it breaks off. pdf.js takes the bytes that it is given away. */
async function openOrRepair(bytes: Uint8Array, cut: boolean): ReturnType<typeof openPdf> {
  try {
    return await openPdf(cut ? bytes.slice() : bytes);
  } catch (error) {
    if ((error as Error).name === "PasswordException")
      throw new Refusal(
        "encrypted",
        "it is encrypted and asks for a password",
        "save an open copy and give that",
      );
    const repaired = cut ? repairPdf(bytes) : null;
    if (!repaired) throw error;
    return openPdf(repaired);
  }
}

const areaOf = ([left = 0, bottom = 0, right = 612, top = 792]: readonly number[]): number =>
  Math.abs((right - left) * (top - bottom));

async function hasPicture(page: PdfPage, ops: Operators): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  const paints = ["paintImageXObject", "paintImageMaskXObject", "paintInlineImageXObject"].map(
    name => ops[name],
  );
  return fnArray.some(op => paints.includes(op));
}

async function readPages(file: PdfFile, ops: Operators, end: number): Promise<Pages> {
  const pages = { lines: [] as PdfLine[][], pictures: [] as number[], broken: [] as number[], read: 0 };
  let characters = 0;
  const count = Math.min(file.numPages, MAX_PAGES);
  for (let n = 1; n <= count && characters < MAX_CHARACTERS; n++) {
    if (n > 1 && performance.now() > end) break;
    let lines: PdfLine[] = [];
    try {
      const page = await file.getPage(n);
      const { items } = await page.getTextContent();
      lines = pageLines(
        items.filter((item): item is PdfItem => "str" in item),
        n,
      );
      const size = lines.reduce((sum, { text }) => sum + text.length, 0);
      characters += size;
      if (size < SCANNED && (await hasPicture(page, ops))) pages.pictures.push(n);
      page.cleanup();
    } catch {
      pages.broken.push(n);
    }
    pages.lines.push(lines);
    pages.read = n;
  }
  return pages;
}

/** Language data for a document: what its metadata says, else what the first page's text turns out to be. */
function chosenLanguages(
  declared: string,
  installed: readonly string[],
  known: Readonly<Record<string, readonly string[]>>,
): string[] {
  const of = (language: string) => (known[language] ?? []).filter(name => installed.includes(name));
  const own = of(declared);
  if (own.length > 0) return own;
  const all = Object.keys(known).flatMap(of);
  return all.length > 0 ? all : installed.slice(0, 1);
}

async function readPictures(
  file: PdfFile,
  ops: Operators,
  pages: Pages,
  ocr: OcrOptions,
  declared: string,
): Promise<string[]> {
  const { recognise, installedLanguages, OCR_LANGUAGES } = await import("./ocr.ts");
  const installed = installedLanguages(ocr);
  const missing = ocr.languages.filter(name => !installed.includes(name));
  if (missing.length > 0)
    throw new Refusal(
      "ocr",
      `tesseract has no language data for ${missing.join(", ")}; it has ${installed.join(", ") || "none"}`,
      "install that data, or name other languages with --ocr-languages",
    );
  let languages =
    ocr.languages.length > 0 ? [...ocr.languages] : chosenLanguages(declared, installed, OCR_LANGUAGES);
  let told = ocr.languages.length > 0 || declared !== "";
  const end = performance.now() + ocr.timeout;
  const failed: string[] = [];
  const recogniseAll = (images: readonly PageImage[], n: number) =>
    images.flatMap(image => recognise(image, n, languages, ocr));
  let done = 0;
  for (const n of pages.pictures) {
    if (performance.now() > end) break;
    done++;
    try {
      const page = await file.getPage(n);
      const images = await pageImages(page, ops, COVERS * areaOf(page.view));
      let lines = recogniseAll(images, n);
      const text = lines.map(line => line.text).join("\n");
      // The first words tell the language, by which the page is read again and the others once.
      if (!told && text.length > 100) {
        told = true;
        const narrow = (OCR_LANGUAGES[detectLanguage(text, "")] ?? []).filter(name =>
          languages.includes(name),
        );
        if (narrow.length > 0 && narrow.length < languages.length) {
          languages = narrow;
          lines = recogniseAll(images, n);
        }
      }
      if (lines.length > 0) pages.lines[n - 1] = lines;
      else failed.push(`page ${n}: no words were found in its picture`);
      page.cleanup();
    } catch (error) {
      failed.push(`page ${n}: ${(error as Error).message}`);
    }
  }
  const left = pages.pictures.length - done;
  return [
    `${listed(pages.pictures.slice(0, done))} ${done === 1 ? "is a picture" : "are pictures"}, read by tesseract (${languages.join("+")}); letters may be wrong.`,
    ...failed.slice(0, 5).map(reason => `Not read: ${reason}.`),
    ...(failed.length > 5 ? [`${failed.length - 5} more pages were not read.`] : []),
    ...(left > 0 ? [`${left} pictures of pages were left after ${ocr.timeout / 1000} s.`] : []),
  ];
}

/**
 * PDF: the text of its pages in reading order, running heads dropped, with the page and box of each character. Pages that are
 * pictures are said, or read where OCR is asked for; encrypted files and scans are refused with the way out.
 */
export async function readPdf(
  bytes: Uint8Array,
  { budget = Number.POSITIVE_INFINITY, ocr = null }: PdfOptions = {},
): Promise<Page> {
  const cut = breaksOff(bytes);
  const end = performance.now() + budget;
  const { file, ops } = await openOrRepair(bytes, cut);
  try {
    const info = ((await file.getMetadata().catch(() => null))?.info ?? {}) as Record<string, unknown>;
    const word = (key: string) => (typeof info[key] === "string" ? (info[key] as string).trim() : "");
    const language = word("Language").slice(0, 2).toLowerCase();
    const pages = await readPages(file, ops, end);
    const warnings = warningsOf(pages, file.numPages, cut);
    if (pages.pictures.length > 0 && ocr)
      warnings.push(...(await readPictures(file, ops, pages, ocr, language)));
    const printed = printedText(pages.lines);
    if (printed.text.length < SCANNED && pages.broken.length === pages.read)
      throw new Error("the file is damaged; none of its pages could be read");
    if (!ocr && printed.text.length < SCANNED && (pages.pictures.length > 0 || printed.text === ""))
      throw new Refusal("needs-ocr", NEEDS_OCR, "install tesseract and give --ocr");
    if (pages.pictures.length > 0 && !ocr)
      warnings.push(
        `${listed(pages.pictures)} ${pages.pictures.length === 1 ? "is a picture" : "are pictures"} and not read; --ocr reads such pages with tesseract.`,
      );
    const made = /^D:(\d{4})(\d\d)(\d\d)/.exec(word("CreationDate"));
    return {
      ...EMPTY_PAGE,
      ...printed,
      title: word("Title"),
      authors: word("Author") === "" ? [] : [word("Author")],
      published: made ? `${made[1]}-${made[2]}-${made[3]}` : "",
      language,
      partial: warnings.length > 0,
      warnings,
    };
  } finally {
    await file.destroy();
  }
}
