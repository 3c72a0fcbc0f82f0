import { raw } from "hono/html";
import type { MapData } from "../data.ts";
import { countOf, formatNumber } from "../format.ts";
import { segment } from "../frame.ts";
import type { Html } from "../html.ts";
import { WORLD_LAND, WORLD_OUTLINE, WORLD_POINTS, WORLD_SHAPES, WORLD_SIZE } from "./world.data.ts";

/** A class of the colour scale: numbers from `from` to `to`. */
export interface MapClass {
  readonly from: number;
  readonly to: number;
}

/** Round upper ends by which counts are put into at most five classes: 1, 2-3, 4-9, 10-29, 30 and more. */
const ENDS = [1, 3, 9, 29];

/** The classes that the counts fill, low to high; none is empty at the top. */
export function classesOf(counts: readonly number[]): MapClass[] {
  const top = Math.max(0, ...counts);
  const classes: MapClass[] = [];
  let from = 1;
  for (const end of [...ENDS, Number.POSITIVE_INFINITY]) {
    if (top < from) break;
    classes.push({ from, to: Math.min(end, top) });
    from = end + 1;
  }
  return classes;
}

/** Number of the class of a count, 1 to 5; 0 for a country without a record. */
export const classOf = (count: number, classes: readonly MapClass[]): number =>
  count === 0 ? 0 : classes.findIndex(({ to }) => count <= to) + 1;

// With few classes the darker tones are used, so that a country with a record stands out from the land.
const toneOf = (index: number, classes: readonly MapClass[]) =>
  index === 0 ? 0 : index + Math.max(0, 4 - classes.length);

// The same in every page, and as large as all the rest of it: written once. It holds nothing but our own data.
const SHEET = raw(
  `<svg class="sheet" aria-hidden="true" width="0" height="0"><defs><path id="w-sphere" d="${WORLD_OUTLINE}"/><g id="w-land">${Object.entries(
    WORLD_SHAPES,
  )
    .map(([code, d]) => `<path id="w-${code}" d="${d}"/>`)
    .join("")}<path d="${WORLD_LAND}"/></g></defs></svg>`,
);

/** The outlines of all countries as symbols, to be placed once in a page with maps. */
export const WorldSheet = (): Html => SHEET;

function Country({ value, tone }: { value: MapData["values"][number]; tone: number }) {
  const point = WORLD_POINTS[value.code];
  const shape = WORLD_SHAPES[value.code] !== undefined;
  if (point === undefined && !shape) return null;
  return (
    <a href={`/countries/${segment(value.code)}`} tabindex={-1}>
      <title>{`${value.name}: at least ${formatNumber(value.count)}`}</title>
      {shape && <use href={`#w-${value.code}`} class={`land q${tone}`} />}
      {point !== undefined && <circle class={`small q${tone}`} cx={point[0]} cy={point[1]} r={6.5} />}
    </a>
  );
}

function Key({ classes }: { classes: readonly MapClass[] }) {
  const swatch = (tone: number) => (
    <svg viewBox="0 0 16 12" aria-hidden="true">
      <rect class={`q${tone}`} width="16" height="12" />
    </svg>
  );
  return (
    <ul class="key">
      <li>{swatch(0)}no record here</li>
      {classes.map(({ from, to }, i) => (
        <li>
          {swatch(toneOf(i + 1, classes))}
          {from === to ? formatNumber(from) : `${formatNumber(from)} to ${formatNumber(to)}`}
        </li>
      ))}
    </ul>
  );
}

function Numbers({ data }: { data: MapData }) {
  return (
    <details class="data">
      <summary>
        The numbers of the map<span class="vh"> of {data.kindPlural.toLowerCase()}</span>
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{data.fieldLabel}</th>
            <th scope="col" class="num">
              {data.kindPlural}, at least
            </th>
          </tr>
        </thead>
        <tbody>
          {data.values.map(({ code, name, count }) => (
            <tr>
              <th scope="row">
                <a href={`/countries/${segment(code)}`}>{name}</a>
              </th>
              <td class="num">{formatNumber(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Records by country on a map of the world; needs one `WorldSheet` in the page. Small states are dots. */
export function WorldMap({ data, id }: { data: MapData; id: string }): Html {
  const classes = classesOf(data.values.map(({ count }) => count));
  const named = new Set(data.values.map(({ code }) => code));
  const title = `${data.kindPlural} by ${data.fieldLabel.toLowerCase()}`;
  const most = data.values
    .slice(0, 3)
    .map(({ name, count }) => `${name} ${formatNumber(count)}`)
    .join(", ");
  return (
    <figure class="world">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing with links in it is a group, and no fieldset. */}
      <svg
        class="map"
        viewBox={`0 0 ${WORLD_SIZE.width} ${WORLD_SIZE.height - 90}`}
        role="group"
        aria-labelledby={`${id}-t ${id}-d`}
      >
        <title id={`${id}-t`}>{title}</title>
        <desc
          id={`${id}-d`}
        >{`${countOf(data.values.length, "country", "countries")} have at least one record. Most: ${most}.`}</desc>
        <use href="#w-sphere" class="sphere" />
        <use href="#w-land" class="land" />
        {Object.entries(WORLD_POINTS)
          .filter(([code]) => !named.has(code) && WORLD_SHAPES[code] === undefined)
          .map(([, [x, y]]) => (
            <circle class="none" cx={x} cy={y} r={4} />
          ))}
        {[...data.values].reverse().map(value => (
          <Country value={value} tone={toneOf(classOf(value.count, classes), classes)} />
        ))}
      </svg>
      <Key classes={classes} />
      <figcaption>
        {title}: documented, at least; {countOf(data.values.length, "country", "countries")}.
        {data.unplaced > 0 && ` ${countOf(data.unplaced, "record")} name no country.`} Borders as Natural
        Earth draws them.
        <Numbers data={data} />
      </figcaption>
    </figure>
  );
}
