/** Colours that keep 3 to 1 on white and on near black, for bars; words take the colour of the page. */
export const FOR = "#3f7fa6";
export const AGAINST = "#b9562f";
export const PLAIN = "#7d8790";
export const FAINT = "#9aa3ab";

export interface PictureFrame {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What the picture shows, in a sentence, for whoever does not see it. */
  readonly description: string;
}

export const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML takes none of these, and values of a table may hold them.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** A whole SVG picture. No style and no script, so that every policy lets it pass. */
export function picture(
  { width, height, title, description }: PictureFrame,
  parts: readonly string[],
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(`${title}. ${description}`)}" font-family="system-ui, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif" font-size="13"><title>${escaped(title)}</title><desc>${escaped(description)}</desc>${parts.join("")}</svg>`;
}

export type Anchor = "start" | "middle" | "end";

/** Words in the colour of the page around. */
export function words(
  x: number,
  y: number,
  text: string,
  options: { anchor?: Anchor; muted?: boolean; bold?: boolean } = {},
): string {
  const { anchor = "start", muted = false, bold = false } = options;
  return `<text x="${n(x)}" y="${n(y)}" fill="currentColor"${muted ? ' fill-opacity="0.72"' : ""}${anchor === "start" ? "" : ` text-anchor="${anchor}"`}${bold ? ' font-weight="600"' : ""}>${escaped(text)}</text>`;
}

export const bar = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0.75, width))}" height="${n(height)}" fill="${fill}"/>`;

export const line = (x1: number, y1: number, x2: number, y2: number, stroke = FAINT, dash = ""): string =>
  `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}" fill="none" stroke="${stroke}"${dash ? ` stroke-dasharray="${dash}"` : ""}/>`;

export function curve(points: readonly (readonly [number, number])[], stroke: string, dash = ""): string {
  const path = points.map(([x, y], at) => `${at === 0 ? "M" : "L"}${n(x)} ${n(y)}`).join("");
  return `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="2"${dash ? ` stroke-dasharray="${dash}"` : ""}/>`;
}

/** A coordinate, to a tenth of a pixel. */
export const n = (value: number): string => String(Math.round(10 * value) / 10);

/** A linear scale from a domain to pixels. */
export const scale =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) =>
  (value: number): number =>
    start + ((value - from) / (to - from || 1)) * (end - start);

/** Text cut to about so many pixels of the picture's face; wide letters count twice. */
export function fitted(text: string, pixels: number): string {
  let room = pixels / 7.7;
  let kept = "";
  for (const letter of text.toWellFormed()) {
    room -= /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(letter) ? 2 : 1;
    if (room < 1) return `${kept.trimEnd()}…`;
    kept += letter;
  }
  return kept;
}

export function percent(share: number): string {
  if (share > 0 && share < 0.001) return "under 0.1%";
  if (share > 0.99 && share < 1) return `${(100 * share).toFixed(share > 0.9999 ? 3 : 2)}%`;
  return `${(100 * share).toFixed(share < 0.1 && share > 0 ? 1 : 0)}%`;
}

export const signed = (bits: number): string => `${bits < 0 ? "−" : "+"}${Math.abs(bits).toFixed(1)}`;

/** The picture on a light ground of its own, for documents that are shown on grounds of any colour. */
export const onPaper = (svg: string): string =>
  svg
    .replace("<svg ", '<svg color="#1c1e22" ')
    .replace("</desc>", '</desc><rect width="100%" height="100%" fill="#fdfcf9"/>');
