// Draws the pictures of the pages on linkage (docs/images/link-*.svg) from the worked example in cases/link. Run it after `npm run build`;
// src/link/golden.test.ts says when they are stale.
import { readFileSync, writeFileSync } from "node:fs";
import {
  diagnoseLink,
  explainPair,
  linkTable,
  onPaper,
  picturesOf,
  proposeSpec,
  readTable,
  waterfallOf,
  waterfallPicture,
} from "../dist/link/index.js";

const at = path => new URL(`../${path}`, import.meta.url);
const table = readTable(readFileSync(at("cases/link/visitors.csv"), "utf8"), "visitors.csv");
const result = linkTable(table, proposeSpec(table).spec);
const waterfall = (...pair) => waterfallPicture(waterfallOf(explainPair(table, result, pair)));
const pictures = {
  "waterfall-one": waterfall("3", "4"),
  "waterfall-two": waterfall("5", "6"),
  ...picturesOf(diagnoseLink(result)),
};
for (const [name, svg] of Object.entries(pictures))
  writeFileSync(at(`docs/images/link-${name}.svg`), `${onPaper(svg)}\n`);
