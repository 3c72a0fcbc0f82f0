import type { Box } from "./pdf-boxes.ts";
import type { PageImage } from "./pdf-images.ts";
import type { PdfLine } from "./pdf-lines.ts";

/** How pictures of pages are read: by the program `tesseract`, which the user has installed. */
export interface OcrOptions {
  /** Path of the program. */
  readonly command: string;
  /** Names of language data as tesseract has them (`eng`, `chi_sim`); empty: told from the document. */
  readonly languages: readonly string[];
  /** Milliseconds for one page. */
  readonly pageTimeout: number;
  /** Milliseconds for one document; what is left is said. */
  readonly timeout: number;
  /** MiB that the program may take; enforced where the system can (Linux). */
  readonly memory: number;
  /** All that the program is told of the environment: `PATH`, and `TESSDATA_PREFIX` where its data lie elsewhere. */
  readonly env: Readonly<Record<string, string>>;
}

/** Language data of tesseract for the languages that are read, by ISO 639-1. */
export const OCR_LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  en: ["eng"],
  zh: ["chi_sim", "chi_tra"],
  es: ["spa"],
  fr: ["fra"],
  ru: ["rus"],
  ar: ["ara"],
  pt: ["por"],
  de: ["deu"],
  it: ["ita"],
  tr: ["tur"],
  id: ["ind"],
  ja: ["jpn"],
  ko: ["kor"],
};

function run(
  { command, pageTimeout, memory, env }: OcrOptions,
  args: readonly string[],
  input?: Uint8Array,
): string {
  // Asked for at run time, so that a bundle for the browser imports no module of Node.
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const limited = process.platform === "linux";
  const kibibytes = memory * 1024;
  const { status, signal, stdout, stderr, error } = spawnSync(
    limited ? "/bin/sh" : command,
    limited ? ["-c", `ulimit -v ${kibibytes}; exec "$0" "$@"`, command, ...args] : [...args],
    {
      ...(input ? { input } : {}),
      timeout: pageTimeout,
      killSignal: "SIGKILL",
      maxBuffer: 64 * 1024 * 1024,
      // One thread: other documents are read on the other cores.
      env: { ...env, OMP_THREAD_LIMIT: "1" },
      encoding: "utf8",
    },
  );
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ETIMEDOUT" || signal === "SIGKILL")
    throw new Error(`tesseract took longer than ${pageTimeout / 1000} s or too much memory`);
  if (error) throw new Error(`tesseract could not be run: ${error.message}`);
  if (status !== 0)
    throw new Error(`tesseract failed: ${stderr.trim().split("\n").at(-1) ?? `exit ${status}`}`);
  return stdout;
}

/** Names of the language data that are installed. */
export function installedLanguages(options: OcrOptions): string[] {
  const lines = run(options, ["--list-langs"]).split(/\r?\n/);
  return lines.filter(line => /^[\w/-]+$/.test(line) && line !== "osd");
}

/** A picture as portable any-map (PNM), which needs no library on either side. */
function portable({ width, height, channels, data }: PageImage): Uint8Array {
  const head = new TextEncoder().encode(`P${channels === 1 ? 5 : 6}\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}

/** Dots an inch, which tesseract wants to know: from the size that the page shows the picture at. */
const densityOf = ({ width, box }: PageImage): number =>
  Math.min(1200, Math.max(70, Math.round((width * 72) / Math.max(1, box[2] - box[0]))));

interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Words by lines out of tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
function linesOf(table: string): Word[][] {
  const lines = new Map<string, Word[]>();
  for (const row of table.split("\n").slice(1)) {
    const cells = row.split("\t");
    if (cells[0] !== "5" || !cells[11]?.trim()) continue;
    const [left, top, width, height] = cells.slice(6, 10).map(Number) as [number, number, number, number];
    const key = cells.slice(2, 5).join(" ");
    lines.set(key, [
      ...(lines.get(key) ?? []),
      { text: cells[11].trim(), left, top, right: left + width, bottom: top + height },
    ]);
  }
  return [...lines.values()];
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function joinWords(words: readonly Word[]): string {
  let text = "";
  for (const word of words) {
    const tight = CJK.test(text.at(-1) ?? "") && CJK.test(word.text[0]!);
    text += text === "" || tight ? word.text : ` ${word.text}`;
  }
  return text;
}

/** Lines of print that a picture of a page shows. Boxes are in points of the page that shows the picture. */
export function recognise(
  image: PageImage,
  page: number,
  languages: readonly string[],
  options: OcrOptions,
): PdfLine[] {
  const args = ["stdin", "stdout", "-l", languages.join("+"), "--dpi", String(densityOf(image)), "tsv"];
  const lines = linesOf(run(options, args, portable(image)));
  const [x0, y0, x1, y1] = image.box;
  const x = (dots: number) => x0 + ((x1 - x0) * dots) / image.width;
  const y = (dots: number) => y1 - ((y1 - y0) * dots) / image.height;
  const placed = lines.map(words => {
    const box: Box = [
      x(Math.min(...words.map(word => word.left))),
      y(Math.max(...words.map(word => word.bottom))),
      x(Math.max(...words.map(word => word.right))),
      y(Math.min(...words.map(word => word.top))),
    ];
    return { text: joinWords(words), box };
  });
  const column = {
    left: Math.min(...placed.map(({ box }) => box[0])),
    right: Math.max(...placed.map(({ box }) => box[2])),
  };
  const usual = usualHeight(placed.map(({ box }) => box));
  return placed.map(({ text, box }) => ({
    text,
    page,
    box: box.map(n => Math.round(n * 10) / 10) as unknown as Box,
    left: box[0],
    right: box[2],
    y: box[1],
    size: sizeOf(box, usual),
    marks: 0,
    column,
  }));
}

/** The middle height of the lines. */
function usualHeight(boxes: readonly Box[]): number {
  const heights = boxes.map(box => box[3] - box[1]).sort((a, b) => a - b);
  return Math.max(1, heights[Math.floor(heights.length / 2)] ?? 1);
}

/** How much higher than usual a line is that is set in larger type: a line without a `g` or an `l` is lower by less than that. */
const LARGER = 1.35;

/** The size of a line's type. Its height depends on its letters, so one size for all usual lines keeps paragraphs together; headings stand out. */
function sizeOf(box: Box, usual: number): number {
  const height = box[3] - box[1];
  return height > LARGER * usual ? height : usual;
}
