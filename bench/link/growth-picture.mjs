// Draws processor time and memory against the number of records, both on logarithmic axes, with a line of slope one for comparison.
const WIDTH = 640;
const HEIGHT = 380;
const BOX = { left: 64, right: 500, top: 28, bottom: 320 };
const SERIES = [
  { of: "seconds", name: "processor time, s", colour: "#3f7fa6", dash: "" },
  { of: "memory", name: "memory, MB", colour: "#b9562f", dash: "6 3" },
];

/** `measured`: records, seconds of processor time, megabytes at the peak. */
export function growthPicture(measured) {
  const records = measured.map(({ records: one }) => one);
  const values = measured.flatMap(({ seconds, memory }) => [seconds, memory]);
  const [floor] = bounds(values);
  const x = logScale([Math.min(...records), Math.max(...records)], [BOX.left + 10, BOX.right]);
  const y = logScale(bounds(values), [BOX.bottom, BOX.top]);
  const described = measured
    .map(
      ({ records: one, seconds, memory }) =>
        `${count(one)} records: ${seconds.toFixed(1)} s, ${Math.round(memory)} MB`,
    )
    .join("; ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" color="#1c1e22" aria-label="Linking grows in step with the table. ${described}" font-family="system-ui, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif" font-size="13">`,
    `<title>Linking grows in step with the table</title><desc>${described}</desc><rect width="100%" height="100%" fill="#fdfcf9"/>`,
    ...powers(values).flatMap(at => [
      path(
        [
          [BOX.left, y(at)],
          [BOX.right, y(at)],
        ],
        "#9aa3ab55",
        1,
      ),
      words(BOX.left - 8, y(at) + 4, count(at), "end"),
    ]),
    ...records.map(at =>
      path(
        [
          [x(at), BOX.bottom],
          [x(at), BOX.bottom + 5],
        ],
        "#9aa3ab",
        1,
      ),
    ),
    ...records
      .filter((_, at) => at % 2 === 0 || at === records.length - 1)
      .map(at => words(x(at), BOX.bottom + 20, count(at), "middle")),
    words((BOX.left + BOX.right) / 2, HEIGHT - 14, "records", "middle"),
    ...SERIES.flatMap(series => drawn(measured, series, { x, y, floor })),
    "</svg>",
  ].join("");
}

function drawn(measured, { of, name, colour, dash }, { x, y, floor }) {
  const points = measured.map(one => [x(one.records), y(one[of])]);
  const last = measured.at(-1);
  // What growth in step with the records would be: a line of slope one through the last point, from where it enters the picture.
  const from = Math.max(measured[0].records, (floor * last.records) / last[of]);
  const step = [from, last.records].map(records => [x(records), y((last[of] * records) / last.records)]);
  return [
    path(step, "#7d8790", 1, "2 3"),
    path(points, colour, 2, dash),
    ...points.map(([cx, cy]) => `<circle cx="${n(cx)}" cy="${n(cy)}" r="3" fill="${colour}"/>`),
    words(points.at(-1)[0] + 8, points.at(-1)[1] + 4, name, "start"),
  ];
}

const bounds = values => [
  10 ** Math.floor(Math.log10(Math.min(...values))),
  10 ** Math.ceil(Math.log10(Math.max(...values))),
];

function powers(values) {
  const [least, most] = bounds(values).map(Math.log10);
  return Array.from({ length: Math.round(most - least) + 1 }, (_, at) => 10 ** Math.round(least + at));
}

const logScale =
  ([from, to], [start, end]) =>
  value =>
    start + (Math.log(value / from) / Math.log(to / from)) * (end - start);

const n = value => String(Math.round(10 * value) / 10);
const count = value => (value >= 1e6 ? `${value / 1e6} million` : value.toLocaleString("en"));
const words = (x, y, text, anchor) =>
  `<text x="${n(x)}" y="${n(y)}" fill="currentColor" text-anchor="${anchor}">${text}</text>`;
const path = (points, colour, width, dash = "") =>
  `<path d="${points.map(([x, y], at) => `${at === 0 ? "M" : "L"}${n(x)} ${n(y)}`).join("")}" fill="none" stroke="${colour}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash}"` : ""}/>`;
