/** Text as it may stand in SVG. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);

type Value = string | number | undefined;

/** An element with its attributes; children are markup. Numbers are rounded to a tenth of a pixel. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  ...children: string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : escapeXml(value!)}"`)
    .join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

/** A line of text. */
export const textAt = (
  x: number,
  y: number,
  text: string,
  attributes: Readonly<Record<string, Value>> = {},
): string => element("text", { x, y, ...attributes }, escapeXml(text));

export const round = (value: number): string => String(Math.round(value * 10) / 10);

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What it shows in a sentence or two, for readers who do not see it. */
  readonly description: string;
  readonly body: string;
}

/**
 * The picture as an `<svg>` element for a page that has the styles of `.chart`. `id` must be its own on the page.
 */
export function inlineSvg({ width, height, title, description, body }: Picture, id: string): string {
  return element(
    "svg",
    {
      class: "chart effect",
      viewBox: `0 0 ${width} ${round(height)}`,
      role: "img",
      "aria-labelledby": `${id}-t ${id}-d`,
    },
    element("title", { id: `${id}-t` }, escapeXml(title)),
    element("desc", { id: `${id}-d` }, escapeXml(description)),
    body,
  );
}

/** Colours and type of a picture that stands alone. */
const STYLE = [
  "svg{background:#fff;font:12px system-ui,sans-serif;color:#1c1e22}",
  "text{fill:#1c1e22}.axis text,.note{fill:#5a5f66;font-size:11px}.head{font-weight:600}",
  ".grid{stroke:#dcd7cc;fill:none}.zero{stroke:#5a5f66;fill:none}.onset{stroke:#aaa498;stroke-dasharray:3 3;fill:none}",
  ".band{fill:#c5d8e0;stroke:none}.whisker{stroke:#1f5f85;stroke-width:1.5;fill:none}.dot{fill:#1f5f85}",
  ".before .dot{fill:#fff;stroke:#1f5f85;stroke-width:1.5}.path{stroke:#4f8cab;fill:none}.untreated{stroke:#dcd7cc;stroke-width:4;fill:none}",
  ".counter{stroke:#5a5f66;stroke-dasharray:5 4;fill:none}.placebo{stroke:#d5d0c5;fill:none}",
  ".treated{stroke:#4f8cab;stroke-width:4;fill:none}.mark{fill:#0b3552}",
].join("");

/** The picture as a file of its own. */
export function standaloneSvg(picture: Picture): string {
  const { width, height, title, description, body } = picture;
  return `${element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height: Math.ceil(height),
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      role: "img",
    },
    element("title", {}, escapeXml(title)),
    element("desc", {}, escapeXml(description)),
    element("style", {}, STYLE),
    element("rect", { width, height: Math.ceil(height), fill: "#fff" }),
    body,
  )}\n`;
}
