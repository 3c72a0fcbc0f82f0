import type { Html } from "../html.ts";

/** A picture before it is placed: what stands in its frame, how large that is, and what it shows in words. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Class beside `chart`, for rules of one form. */
  readonly form: string;
  readonly title: string;
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
  readonly body: Html;
}

/** Pictures that are wider than this have larger letters on a telephone, where they are drawn small. */
const NARROW = 400;
/** Sizes of letters in a chart, and in a broad one on a telephone (`svg.broad text` in base.css). */
export const LETTERS = 11;
export const NARROW_LETTERS = 17;

export const isBroad = (width: number): boolean => width > NARROW;

/** A drawing as an image of a page; `id` is unique there. */
export function Drawn({ drawing, id }: { drawing: Drawing; id: string }): Html {
  const { width, height, form, title, description, body } = drawing;
  return (
    <svg
      class={`chart ${form}${isBroad(width) ? " broad" : ""}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      {body}
    </svg>
  );
}

// Letters of the label face are about so wide at 11 px; enough to decide where a name is cut or a column ends.
const LETTER = 6.1;

/** About how wide a text is, in pixels at `size`. */
export const widthOf = (text: string, size = LETTERS): number => (text.length * LETTER * size) / LETTERS;

/** Cuts a text that is wider than `width`, with an ellipsis. */
export function shorten(text: string, width: number): string {
  const letters = Math.floor(width / LETTER);
  return text.length <= letters ? text : `${text.slice(0, Math.max(4, letters - 1)).trimEnd()}…`;
}
