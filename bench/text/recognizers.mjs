// The Specs of Microsoft's recognizers: strict one-to-one span F1 and span+value F1 per file and language.
import { readDates, readNumbers, readQuantities } from "../../dist/text/index.js";
import { en } from "../../dist/text/packs/en.js";
import { pair, prf, rows } from "./data.mjs";
import { bareSpan, splitTimes } from "./date-spans.mjs";
import { sameReading } from "./date-values.mjs";

/** Spans of the expected results, by text where the origin's offsets do not fit. */
function expected(row) {
  // Where the last result of a wording was found: the same words once more stand behind it.
  const found = new Map();
  const next = (text, words) => {
    const at = text.indexOf(words, found.get(words) ?? 0);
    found.set(words, (at < 0 ? text.indexOf(words) : at) + words.length);
    return at < 0 ? text.indexOf(words) : at;
  };
  return row.expect.map(e => {
    let [start, end] = [e.start, e.end];
    let adrift = false;
    const same = text => text.normalize("NFKC").replace(/[−–]/g, "-").toLowerCase();
    const fits =
      start != null && end <= row.input.length && same(row.input.slice(start, end)) === same(e.text);
    if (!fits || e.span_disagrees) {
      const at = e.text === "" ? -1 : next(row.input.toLowerCase(), e.text.toLowerCase());
      if (at >= 0) [start, end] = [at, at + e.text.length];
      // Left in English or spelled otherwise in a translated row: it stands nowhere.
      else adrift = true;
    }
    const words = row.input.slice(start, end);
    // A stop may end an abbreviation as well as its sentence.
    const stop = /^DateTime/.test(row.model) && /[^.]\.\s*$/.test(words) ? 1 : 0;
    return {
      ...e,
      adrift,
      start: start + words.length - words.trimStart().length,
      end: end - (words.length - words.trimEnd().length) - stop,
    };
  });
}

const close = (a, b) => Math.abs(a - b) <= 1e-9 + 1e-6 * Math.abs(b);
const number = text =>
  Number(
    String(text ?? "")
      .replace("%", "")
      .replace(/[٫,]/g, "."),
  );

function bounds(q) {
  const value =
    q.high === null
      ? {
          "at-least": [q.value, Infinity],
          over: [q.value, Infinity],
          "just-over": [q.value, Infinity],
          "up-to": [-Infinity, q.value],
          under: [-Infinity, q.value],
        }[q.qualifier]
      : [q.value, q.high];
  return value ?? [q.value, q.value];
}

function sameRange(text, q) {
  const found = /^[[(](-?[\d.E+]*),(-?[\d.E+]*)[\])]$/.exec(text ?? "");
  if (!found) return false;
  const [low, high] = bounds(q);
  const [a, b] = [
    found[1] === "" ? -Infinity : Number(found[1]),
    found[2] === "" ? Infinity : Number(found[2]),
  ];
  return (a === low || close(low, a)) && (b === high || close(high, b));
}

/** Names of measures; times, people and points are none to the origin. */
const measures = new Set(
  Object.keys(en.units.names).filter(
    u =>
      !/^(?:percent|percentage point|basis point|second|minute|hour|day|week|month|year|decade|century|point|celsius|fahrenheit|kelvin)$/.test(
        u,
      ),
  ),
);
const percentUnit = q => /^percent/.test(q.unit);

const WORDED = /^[\p{Script=Latin}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Katakana}]/u;

/** To the origin a number glued to its measure in letters ("29km") is part of the measure. */
const glued = (text, q) =>
  q.unitSpan[0] === q.number[1] &&
  (/^percent$/.test(q.unit) || (measures.has(q.unit) && WORDED.test(text.slice(q.unitSpan[0]))));

/** Of a range with a unit the origin reads the second end. */
function secondEnd(text, q, options) {
  const number = readNumbers(text, options).find(n => n.span[1] === q.number[1]);
  return number ? { ...q, number: number.span, value: q.high, high: null } : q;
}

/** Our predictions in the terms of a model of the origin. */
function predict(row, language) {
  const options = { language };
  const tight = q => ({
    start: Math.min(q.number[0], q.unitSpan?.[0] ?? q.number[0]),
    end: Math.max(q.number[1], q.unitSpan?.[1] ?? 0),
    q,
  });
  const whole = q => [
    Math.min(q.number[0], q.unitSpan?.[0] ?? q.number[0]),
    Math.max(q.number[1], q.unitSpan?.[1] ?? 0),
  ];
  const all = () => readQuantities(row.input, options);
  if (/^NumberModel/.test(row.model)) {
    const measured = new Set(
      all()
        .filter(q => q.unitSpan && glued(row.input, q))
        .map(q => q.number[1]),
    );
    return readNumbers(row.input, options)
      .filter(n => !measured.has(n.span[1]))
      .map(n => ({ start: n.span[0], end: n.span[1], q: n }));
  }
  if (/^PercentModel/.test(row.model)) return all().filter(percentUnit).map(tight);
  if (/^NumberRange/.test(row.model)) {
    return all()
      .filter(q => q.high !== null || /^(?:at-least|just-over|over|up-to|under|exactly)$/.test(q.qualifier))
      .map(q => ({
        start: q.high !== null && q.qualifier === "about" ? q.number[0] : q.span[0],
        end: Math.max(
          q.number[1],
          q.unitSpan && q.unitSpan[0] < q.number[0] ? q.number[1] : 0,
          q.span[1] > (q.unitSpan?.[1] ?? q.number[1]) && !/ per /.test(q.unit) ? q.span[1] : q.number[1],
        ),
        q,
      }));
  }
  if (/^DateTime/.test(row.model)) {
    const read = text => readDates(text, { ...options, date: row.ref });
    const dates = read(row.input).flatMap(d =>
      /SplitDateAndTime$/.test(row.model) ? splitTimes(d, row.input, read) : d,
    );
    return dates.map(q => ({
      ...bareSpan(row.input, q.span[0], q.span[1] - (/[^.]\.$/.test(q.text) ? 1 : 0), language),
      q,
    }));
  }
  const money = q =>
    /^[A-Z]{3}(?: per|$)/.test(q.unit) || /^(?:cent|penny|sen|satoshi|jiao|fen)/.test(q.unit);
  const wanted = {
    Age: q =>
      / of age$/.test(q.unit) || (!/^(?:en|zh)$/.test(language) && /^(?:day|week|month|year)$/.test(q.unit)),
    Temperature: q => /^(?:celsius|fahrenheit|kelvin|degree)$/.test(q.unit),
    Currency: money,
    Dimension: q => measures.has(q.unit.replace(/ per (?:day|year|week|month)$/, "")),
  }[/^(Age|Temperature|Currency|Dimension)/.exec(row.model)?.[1]];
  return wanted
    ? all()
        .filter(wanted)
        .map(q => (q.high === null ? q : secondEnd(row.input, q, options)))
        .map(q => ({ start: whole(q)[0], end: whole(q)[1], q }))
    : null;
}

function sameValue(row, e, p) {
  if (/^NumberRange/.test(row.model)) return sameRange(e.value, p.q);
  if (/^DateTime/.test(row.model))
    return e.value === "not resolved" || (e.values ?? []).some(v => sameReading(v, p.q, row.ref));
  return p.q.high === null && close(p.q.value, number(e.value));
}

/** Whether two results may be paired, the more with equal values; what stands nowhere in the sentence is found by its value alone. */
function weightOf(row, g, p) {
  const value = sameValue(row, g, p) ? 1 : 0;
  if (g.start === p.start && g.end === p.end) return 1 + value;
  return g.adrift ? 2 * value : 0;
}

const goldOf = g => `"${g.text}" = ${g.value ?? g.values?.[0]?.timex}`;
const oursOf = p => `"${p.q.text}" = ${p.q.timex ?? p.q.value}${p.q.high ? `..${p.q.high}` : ""}`;

/** One line for each result that only one side has, or whose values differ. */
function disagreements(language, row, gold, predicted, pairs) {
  const where = `${language} ${row.model} | ${row.input.slice(0, 160)}`;
  const value = pairs
    .filter(([g, p]) => !sameValue(row, gold[g], predicted[p]))
    .map(([g, p]) => `VALUE ${goldOf(gold[g])}, ours ${oursOf(predicted[p])} | ${where}`);
  const [usedGold, usedOurs] = [new Set(pairs.map(([g]) => g)), new Set(pairs.map(([, p]) => p))];
  const spare = predicted.filter((_, i) => !usedOurs.has(i));
  const near = g => spare.filter(p => p.start < g.end && g.start < p.end);
  const missed = gold
    .filter((_, i) => !usedGold.has(i))
    .map(
      g =>
        `${near(g).length > 0 ? "SPAN" : "MISSED"} ${goldOf(g)}, ours ${near(g).map(oursOf).join(" ; ")} | ${where}`,
    );
  const extra = spare
    .filter(p => !gold.some((g, i) => !usedGold.has(i) && p.start < g.end && g.start < p.end))
    .map(p => `EXTRA ${oursOf(p)} | ${where}`);
  return [...value, ...missed, ...extra];
}

/** Days of reference of the whole collection. */
let days = null;
function allDays() {
  days ??= [
    ...new Set(
      LANGUAGES.flatMap(language => rows(`recognizers/datetime.${language}.jsonl.gz`) ?? []).flatMap(row =>
        row.ref ? [row.ref] : [],
      ),
    ),
  ];
  return days;
}

/**
 * Most French rows lost their day of reference, so that nothing relative can be told. Such a row is read as of that day of the
 * collection (within two years of a date in its values) that gives most of its values; spans are not affected.
 */
function datedRow(row, language, gold) {
  if (row.ref || !/^DateTime/.test(row.model)) return row;
  const years = (JSON.stringify(row.expect).match(/(?:19|20)\d{2}(?=-)/g) ?? []).map(Number);
  if (years.length === 0) return row;
  let best = row;
  let most = -1;
  for (const ref of allDays()) {
    if (!years.some(y => Math.abs(y - Number(ref.slice(0, 4))) < 2)) continue;
    const dated = { ...row, ref };
    const predicted = predict(dated, language);
    const hits = gold.filter(g =>
      predicted.some(p => p.start === g.start && p.end === g.end && sameValue(dated, g, p)),
    ).length;
    if (hits > most) [best, most] = [dated, hits];
    if (most === gold.length) break;
  }
  return best;
}

const LANGUAGES = ["en", "zh", "es", "fr", "pt", "de", "it", "ar", "tr", "ja", "ko", "hi", "nl"];

export function scoreRecognizers(language, log) {
  const out = [];
  for (const file of ["number", "numberwithunit", "datetime"]) {
    const data = rows(`recognizers/${file}.${language}.jsonl.gz`);
    if (!data) continue;
    const by = {};
    for (const given of data) {
      const model = /^[A-Z][a-zA-Z]+?Model/.exec(given.model)[0];
      by[model] ??= { gold: 0, predicted: 0, span: 0, value: 0, exact: 0, cases: 0 };
      const sum = by[model];
      const gold = expected(given).map(e =>
        model === "DateTimeModel" ? { ...e, ...bareSpan(given.input, e.start, e.end, language) } : e,
      );
      const row = datedRow(given, language, gold);
      const predicted = predict(row, language);
      if (!predicted) continue;
      const pairs = pair(gold, predicted, (g, p) => weightOf(row, g, p));
      const values = pairs.filter(([g, p]) => sameValue(row, gold[g], predicted[p])).length;
      sum.gold += gold.length;
      sum.predicted += predicted.length;
      sum.span += pairs.length;
      sum.value += values;
      sum.cases++;
      if (values === gold.length && predicted.length === gold.length) sum.exact++;
      else if (log) for (const line of disagreements(language, row, gold, predicted, pairs)) log(line);
    }
    for (const [model, s] of Object.entries(by)) {
      if (s.cases)
        out.push({
          language,
          model,
          cases: s.cases,
          exact: Math.round((1000 * s.exact) / s.cases) / 10,
          span: prf(s.span, s.predicted, s.gold)[2],
          value: prf(s.value, s.predicted, s.gold)[2],
          gold: s.gold,
          predicted: s.predicted,
          hits: s.value,
        });
    }
  }
  return out;
}
