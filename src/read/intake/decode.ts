import { guessCharset } from "./guess-charset.ts";

/** Characters out of bytes. Nothing is dropped silently: what could not be decoded is replaced by U+FFFD and said. */

export interface Decoded {
  readonly text: string;
  /** The encoding used, as the WHATWG names it. */
  readonly charset: string;
  readonly warnings: readonly string[];
  /** True where bytes could not be decoded. */
  readonly lossy: boolean;
}

/** How far into an HTML or XML file a declaration of the charset may stand; the HTML standard looks at 1,024 bytes, pages in the wild put it later. */
const DECLARATION_WINDOW = 4096;

function byteOrderMark(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return "";
}

/** UTF-16 without a mark shows as zero bytes on one side of most pairs, which no other text encoding has. */
function unmarkedUtf16(bytes: Uint8Array): string {
  const length = Math.min(bytes.length & ~1, 2048);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (length >= 4 && odd > length * 0.35 && even === 0) return "utf-16le";
  if (length >= 4 && even > length * 0.35 && odd === 0) return "utf-16be";
  return "";
}

/** The charset that the file's own head declares (`<meta charset>`, `<meta http-equiv>`, the XML declaration), or empty. */
export function declaredCharset(bytes: Uint8Array): string {
  let head = "";
  for (const byte of bytes.subarray(0, DECLARATION_WINDOW)) head += String.fromCharCode(byte);
  const xml = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head);
  const meta = /<meta[^>]{0,400}charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head);
  return (xml?.[1] ?? meta?.[1] ?? "").toLowerCase();
}

function decoderFor(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset);
  } catch {
    return null;
  }
}

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function countReplaced(text: string): { count: number; first: number } {
  let count = 0;
  const first = text.indexOf("\uFFFD");
  for (let at = first; at >= 0; at = text.indexOf("\uFFFD", at + 1)) count++;
  return { count, first };
}

/** Non-ASCII characters that decoded well, by which UTF-8 with a few broken bytes is told from another encoding. */
function wellDecoded(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f && code !== 0xfffd) count++;
  }
  return count;
}

function brokenUtf8(bytes: Uint8Array, declared: string): Decoded {
  const text = new TextDecoder("utf-8").decode(bytes);
  const { count, first } = countReplaced(text);
  if (declared === "" && count > wellDecoded(text)) {
    const charset = guessCharset(bytes) || "windows-1252";
    const guessed = decodeAs(bytes, charset);
    return {
      ...guessed,
      warnings: [
        `The file is not UTF-8 and declares no charset; it was read as ${charset}. If letters look wrong, save it as UTF-8.`,
        ...guessed.warnings,
      ],
    };
  }
  return {
    text,
    charset: "utf-8",
    warnings: [
      `${count} ${count === 1 ? "place is" : "places are"} not valid UTF-8 and read as \uFFFD, the first at character ${first}.`,
    ],
    lossy: true,
  };
}

/** What windows-1252 has at 0x80 to 0x9f; the five that it leaves open stay as they are. */
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Decoders of some versions of Node read windows-1252 as ISO 8859-1, which has controls where quotation marks, dashes and the euro stand. */
function decodedBy(decoder: TextDecoder, bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  return decoder.encoding === "windows-1252"
    ? text.replace(/[\u0080-\u009f]/g, control => WESTERN[control.charCodeAt(0) - 0x80]!)
    : text;
}

function decodeAs(bytes: Uint8Array, charset: string): Decoded {
  const text = decodedBy(decoderFor(charset) ?? new TextDecoder(), bytes);
  const { count, first } = countReplaced(text);
  const warnings =
    count > 0
      ? [
          `${count} ${count === 1 ? "place is" : "places are"} not valid ${charset}, the first at character ${first}.`,
        ]
      : [];
  return { text, charset, warnings, lossy: count > 0 };
}

/**
 * Decodes by byte order mark, then the declared charset (of the transport, else of the file's head), then UTF-8. A file
 * that declares another charset but is valid UTF-8 with non-ASCII characters in it is UTF-8: such sequences do not arise by
 * chance, wrong declarations do.
 */
export function decodeBytes(bytes: Uint8Array, transport = ""): Decoded {
  const mark = byteOrderMark(bytes) || unmarkedUtf16(bytes);
  if (mark !== "" && mark !== "utf-8") return decodeAs(bytes, mark);
  const asked = (transport || declaredCharset(bytes)).toLowerCase();
  const known = asked === "" ? null : decoderFor(asked);
  const unknown =
    asked !== "" && !known ? [`The declared charset "${asked}" is unknown and was ignored.`] : [];
  // ISO-2022-JP looks like ASCII, so only the declaration tells.
  if (known?.encoding === "iso-2022-jp") return decodeAs(bytes, known.encoding);
  const utf8 = validUtf8(bytes);
  if (utf8 !== null) {
    const contradicted = known && mark === "" && known.encoding !== "utf-8" && wellDecoded(utf8) > 0;
    const note = contradicted ? [`The file declares "${asked}" but is UTF-8, and was read as UTF-8.`] : [];
    return { text: utf8, charset: "utf-8", warnings: [...unknown, ...note], lossy: false };
  }
  if (known && known.encoding !== "utf-8") return decodeAs(bytes, known.encoding);
  const broken = brokenUtf8(bytes, known || mark ? "utf-8" : "");
  return { ...broken, warnings: [...unknown, ...broken.warnings] };
}
