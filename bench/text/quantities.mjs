// NewsQuant and the four unit sets: strict one-to-one pairing and the published scorer (SCORING.md).
import { readQuantities, singular } from "../../dist/text/index.js";
import { pair, prf, rows } from "./data.mjs";

const CURRENCY = {
  people: "people|person",
  USD: "dollar|united states dollar",
  EUR: "euro",
  GBP: "pound sterling",
  JPY: "japanese yen",
  AUD: "australian dollar",
  CAD: "canadian dollar",
  ILS: "shekel",
  MYR: "malaysian ringgit",
  HKD: "hong kong dollar",
  DKK: "danish krone",
  CNY: "chinese yuan",
  CHF: "swiss franc",
  TRY: "turkish lira",
  INR: "rupee",
  MXN: "mexican peso",
  FIM: "finnish markka",
  ESP: "peseta",
  NLG: "netherlands guilde",
  DEM: "mark",
  CRC: "costa rican colón",
  GEL: "georgian lari",
  LAK: "lao kip",
  LKR: "sri lankan rupee",
  NZD: "new zealand dollar",
  XBT: "bitcoin",
  HRK: "croatian kuna",
  percent: "percentage",
  multiple: "count",
};

/** Names under which the gold knows one of our units; noun units match by their head. */
function names(unit) {
  const [head, ...rest] = unit.split(" per ");
  const tail = rest.length ? ` per ${rest.join(" per ")}` : "";
  return (CURRENCY[head] ?? head)
    .split("|")
    .map(name => name + tail)
    .concat(rest.length ? (CURRENCY[head] ?? head).split("|") : []);
}

function sameUnit(gold, unit) {
  const want = gold.toLowerCase();
  if (want === "-" || want === "") return unit === "";
  if (names(unit).some(name => name.toLowerCase() === want)) return true;
  const words = want.replace(/^% /, "").split(" ");
  return unit !== "" && words.map(word => singular(word, "en")).includes(singular(unit.toLowerCase(), "en"));
}

function goldValue(text) {
  const range = /^(-?[\d.]+(?:e\d+)?)\s*-\s*(-?[\d.]+)$/i.exec(text);
  if (range && !text.startsWith("-") && !/e/i.test(text)) return [Number(range[1]), Number(range[2])];
  return [Number(text), null];
}

const close = (a, b) => Math.abs(a - b) <= 1e-8 + 1e-5 * Math.abs(b);

function sameValue(gold, q) {
  const [low, high] = gold;
  const value = q.unit === "percent" ? q.value : q.value;
  if (high === null) return q.high === null && close(value, low);
  return q.high !== null && close(value, low) && close(q.high, high);
}

const CHANGE = {
  exact: "=",
  exactly: "=",
  about: "~",
  nearly: "~",
  "just-over": "~",
  "at-least": ">",
  over: ">",
  "up-to": "<",
  under: "<",
  dozens: "=",
  hundreds: "=",
  thousands: "=",
};

/** The gold keeps direction and hedge in one field: a hedge wins over a direction; "just under" counts as `<`, "nearly" as `~`. */
function change(q, text) {
  if (q.direction && CHANGE[q.qualifier] === "=") return q.direction;
  const words = text.slice(Math.max(0, q.span[0] - 30), q.span[1]);
  if (q.qualifier === "nearly" && /just (?:under|below)/i.test(words)) return "<";
  return CHANGE[q.qualifier];
}

export function scoreQuantities(file, log) {
  const data = rows(`quantities/${file}.jsonl`);
  if (!data) return null;
  const total = { value: 0, unit: 0, change: 0, predicted: 0, gold: 0 };
  const kind = { value: 0, unit: 0, change: 0 };
  for (const row of data) {
    const gold = row.quantities.map(q => ({ ...q, v: goldValue(q.value) }));
    const predicted = readQuantities(row.text, { language: "en" });
    const pairs = pair(gold, predicted, (g, q) =>
      sameValue(g.v, q)
        ? 1 + (sameUnit(g.normalized_unit, q.unit) ? 1 : 0) + (g.change === change(q, row.text) ? 0.5 : 0)
        : 0,
    );
    total.gold += gold.length;
    total.predicted += predicted.length;
    total.value += pairs.length;
    for (const [g, p] of pairs) {
      if (sameUnit(gold[g].normalized_unit, predicted[p].unit)) total.unit++;
      else
        log?.(
          `UNIT   ${row.text}\n       gold ${gold[g].value} ${gold[g].normalized_unit} | ours ${predicted[p].value} "${predicted[p].unit}"`,
        );
      if (gold[g].change === undefined || gold[g].change === change(predicted[p], row.text)) total.change++;
      else
        log?.(
          `CHANGE ${row.text}\n       gold ${gold[g].change} ${gold[g].value} ${gold[g].normalized_unit} | ours ${change(predicted[p], row.text)} (${predicted[p].text})`,
        );
    }
    const used = new Set(pairs.map(([g]) => g));
    const usedP = new Set(pairs.map(([, p]) => p));
    const miss = gold.filter((_, i) => !used.has(i));
    const extra = predicted.filter((_, i) => !usedP.has(i));
    if (miss.length || extra.length) {
      log?.(
        `VALUE  ${row.text}\n       missed ${miss.map(g => `${g.value} ${g.normalized_unit}`).join("; ") || "-"} | spurious ${extra.map(q => `${q.value}${q.high === null ? "" : `-${q.high}`} ${q.unit} "${q.text}"`).join("; ") || "-"}`,
      );
    }
    published(gold, predicted, kind, row.text);
  }
  const figure = n => prf(n, total.predicted, total.gold);
  return {
    set: file,
    gold: total.gold,
    predicted: total.predicted,
    strict: {
      value: figure(total.value),
      unit: figure(total.unit),
      change: file === "newsquant" ? figure(total.change) : null,
    },
    published: {
      value: figure(kind.value),
      unit: figure(kind.unit),
      change: file === "newsquant" ? figure(kind.change) : null,
    },
  };
}

/** The published scorer's loop: a prediction is used up only when its unit fits. */
function published(gold, predicted, sum, text) {
  const left = [...predicted].sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const golds = [...gold].sort((a, b) => (a.normalized_unit < b.normalized_unit ? -1 : 1));
  let hits = 0;
  for (const g of golds) {
    for (let i = 0; i < left.length; i++) {
      const q = left[i];
      if (!sameValue(g.v, q)) continue;
      if (hits < golds.length) hits++;
      if (g.change === change(q, text)) sum.change++;
      if (sameUnit(g.normalized_unit, q.unit)) {
        sum.unit++;
        left.splice(i, 1);
        break;
      }
    }
  }
  sum.value += hits;
}
