import { raw } from "hono/html";
import type { Html } from "../html.ts";
import type { Drawing } from "./drawing.tsx";
import { assetStyle, FACE } from "./style.ts";

/** What a picture says besides its drawings: it must be understood where nothing stands around it. */
export interface PictureWords {
  readonly title: string;
  /** Unit, filters: one line under the title. */
  readonly subtitle: string;
  /** What the intervals are, what was left out, where the numbers are from. At least one. */
  readonly notes: readonly [string, ...string[]];
}

export interface PictureOptions {
  /** The rules of `assets/chart.css` with their tokens put in; read from there when left out. */
  readonly style?: string;
}

const PAD = 20;
const GAP = 18;
const HEAD = 56;
const PANEL_HEAD = 20;
const NOTE = 15;
/** Panels stand beside each other up to about this width. */
const WIDEST = 1000;
// Letters of notes are about so wide; lines are broken by it.
const LETTER = 5.4;

/** Breaks a text into lines of at most `width` pixels. */
export function linesOf(text: string, width: number, letter = LETTER): string[] {
  const most = Math.max(10, Math.floor(width / letter));
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > most) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

interface Placed {
  readonly drawing: Drawing;
  readonly x: number;
  readonly y: number;
}

interface LaidOut {
  readonly placed: readonly Placed[];
  readonly width: number;
  readonly bottom: number;
}

/** Drawings in rows, as many beside each other as fit; a lone one has no heading of its own. */
function layOut(panels: readonly Drawing[], top: number): LaidOut {
  const head = panels.length > 1 ? PANEL_HEAD : 0;
  const placed: Placed[] = [];
  let [x, y, tallest, right] = [PAD, top, 0, 0];
  for (const drawing of panels) {
    if (x > PAD && x + drawing.width > WIDEST) {
      [x, y, tallest] = [PAD, y + tallest + GAP, 0];
    }
    placed.push({ drawing, x, y: y + head });
    x += drawing.width + GAP;
    right = Math.max(right, x - GAP);
    tallest = Math.max(tallest, drawing.height + head);
  }
  return { placed, width: Math.max(right + PAD, 480), bottom: y + tallest };
}

function Panel({ drawing, x, y, titled }: Placed & { titled: boolean }): Html {
  return (
    <g class={`chart ${drawing.form}`} transform={`translate(${x} ${y})`}>
      {titled && (
        <text class="panel-title" x={0} y={-6}>
          {drawing.title}
        </text>
      )}
      {drawing.body}
    </g>
  );
}

/**
 * Drawings as an SVG file that stands alone: title, drawings, notes, style, and a description for those who do not see it. It needs no
 * network and no file beside it; readers without its face take another.
 */
export function pictureSvg(
  panels: readonly Drawing[],
  { title, subtitle, notes }: PictureWords,
  { style = assetStyle() }: PictureOptions = {},
): string {
  const { width } = layOut(panels, 0);
  const heading = linesOf(title, width - 2 * PAD, 9);
  const top = HEAD + (heading.length - 1) * 22;
  const { placed, bottom } = layOut(panels, top);
  const subtitles = linesOf(subtitle, width - 2 * PAD, 6.2).slice(0, 2);
  const said = notes.flatMap(note => linesOf(note, width - 2 * PAD));
  const height = bottom + 18 + said.length * NOTE + PAD - 6;
  const description = panels
    .map(panel => (panels.length > 1 ? `${panel.title}: ${panel.description}` : panel.description))
    .join(" ");
  const svg = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="picture"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="title description"
    >
      <title id="title">{title}</title>
      <desc id="description">{description}</desc>
      <style>{raw(`svg { font-family: "${FACE}", "Noto Sans", sans-serif } ${style}`)}</style>
      <rect width={width} height={height} fill="#fff" />
      {heading.map((line, i) => (
        <text class="heading" x={PAD} y={28 + i * 22}>
          {line}
        </text>
      ))}
      {subtitles.map((line, i) => (
        <text class="sub" x={PAD} y={top - 10 + i * 15 - (subtitles.length - 1) * 8}>
          {line}
        </text>
      ))}
      {placed.map(panel => (
        <Panel {...panel} titled={panels.length > 1} />
      ))}
      {said.map((line, i) => (
        <text class="note" x={PAD} y={bottom + 22 + i * NOTE}>
          {line}
        </text>
      ))}
    </svg>
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.toString()}\n`;
}
