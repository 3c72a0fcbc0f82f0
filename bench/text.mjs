// Scores of the text room on the development data beside the repository, strict one-to-one, each as a ratio to the best known
// system or to our goal. `npm run bench -- text` prints all; `node bench/text.mjs [SET ...] [--errors] [--half=odd|even]` scores
// some sets, lists every disagreement, and can hold out every second row.
import { pathToFileURL } from "node:url";
import { prf, takeHalf } from "./text/data.mjs";
import { scorePud } from "./text/pud.mjs";
import { scoreQuantities } from "./text/quantities.mjs";
import { scoreRecognizers } from "./text/recognizers.mjs";
import { scoreTimebank } from "./text/timebank.mjs";

const QUANTITIES = { newsquant: 92, currency: 84.2, dimension: 86.5, temperature: 95.7, age: 93.3 };
const PARALLEL = ["zh", "es", "fr", "ru", "ar"];
const RECOGNIZED = ["en", "zh", "es", "fr", "pt", "de", "it", "ar", "tr", "ja", "ko", "hi", "nl"];

const row = (name, f1, against, detail) => ({ name, ratio: f1 / against, detail });
const absent = name => ({ name, ratio: null, detail: "skipped: its data is absent from ../shared/bench" });

function quantities(set, log) {
  const score = scoreQuantities(set, log);
  if (!score) return [absent(set)];
  const { value, unit, change } = score.strict;
  const rows = [
    row(
      `${set}: value F1 against the best known (${QUANTITIES[set]})`,
      value[2],
      QUANTITIES[set],
      `${value[2]}, with unit ${unit[2]}`,
    ),
  ];
  if (change)
    rows.push(
      row("newsquant: value and change F1 against the best known (88.1)", change[2], 88.1, `${change[2]}`),
    );
  return rows;
}

function timebank(log) {
  const score = scoreTimebank(log);
  if (!score) return [absent("timebank")];
  const detail = `${score.value_f1}, relaxed ${score.relaxed[2]}, strict ${score.strict[2]}`;
  return [
    row("timebank: value F1 against the best known on another set (77.6)", score.value_f1, 77.6, detail),
  ];
}

function parallel(language, log) {
  const score = scorePud(language, log);
  if (!score) return [absent(`pud.${language}`)];
  const { numbers, countries } = score;
  return [
    row(`parallel ${language}: numbers F1 against the goal (93)`, numbers[2], 93, `${numbers[2]}`),
    row(
      `parallel ${language}: countries, recall against the goal (93)`,
      countries[1],
      93,
      `recall ${countries[1]}, precision ${countries[0]}`,
    ),
  ];
}

/** Scores of all models together, of those of numbers with their units, and of dates: each with its models. */
function recognizers(language, log) {
  const scores = scoreRecognizers(language, log);
  if (scores.length === 0) return [absent(`recognizers.${language}`)];
  const total = (name, some) => {
    const sum = key => some.reduce((n, s) => n + s[key], 0);
    const f1 = prf(sum("hits"), sum("predicted"), sum("gold"))[2];
    const models = some.map(s => `${s.model.replace("Model", "")} ${s.value}`).join(", ");
    return row(
      `recognizers ${language}: ${name}, span and value F1 against the goal (85)`,
      f1,
      85,
      `${f1}: ${models}`,
    );
  };
  const dates = scores.filter(s => s.model === "DateTimeModel");
  return [
    total("all", scores),
    total(
      "numbers",
      scores.filter(s => s.model !== "DateTimeModel"),
    ),
    ...(dates.length > 0 ? [total("dates", dates)] : []),
  ];
}

/** Every table of the room; `wanted` names sets, all when empty. */
export async function run(wanted = [], log = undefined) {
  const wants = (...names) => wanted.length === 0 || names.some(name => wanted.includes(name));
  const rows = [];
  for (const set of Object.keys(QUANTITIES)) if (wants(set, "quantities")) rows.push(...quantities(set, log));
  if (wants("timebank")) rows.push(...timebank(log));
  for (const language of PARALLEL) if (wants("pud", `pud.${language}`)) rows.push(...parallel(language, log));
  for (const language of RECOGNIZED)
    if (wants("recognizers", `recognizers.${language}`)) rows.push(...recognizers(language, log));
  return rows;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const args = process.argv.slice(2);
  takeHalf(args.find(a => a.startsWith("--half="))?.slice(7) ?? "");
  const log = args.includes("--errors") ? line => console.log(line) : undefined;
  for (const { name, ratio, detail } of await run(
    args.filter(a => !a.startsWith("--")),
    log,
  ))
    console.log(`${name}: ${ratio === null ? "" : `ratio ${ratio.toPrecision(3)} `}(${detail})`);
}
