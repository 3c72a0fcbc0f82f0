// The Specs of Microsoft's recognizers: strict one-to-one span F1 and span+value F1 per file and language.
import { readDates, readNumbers, readQuantities } from "../../dist/text/index.js";
import { en } from "../../dist/text/packs/en.js";
import { pair, prf, rows } from "./data.mjs";

/** Spans of the expected results, by text where the origin's offsets do not fit. */
function expected(row) {
  return row.expect.map(e => {
    let [start, end] = [e.start, e.end];
    let adrift = false;
    const same = text => text.normalize("NFKC").replace(/[−–]/g, "-").toLowerCase();
    const fits =
      start != null && end <= row.input.length && same(row.input.slice(start, end)) === same(e.text);
    if (!fits || e.span_disagrees) {
      const at = e.text === "" ? -1 : row.input.toLowerCase().indexOf(e.text.toLowerCase());
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
  if (/^DateTime/.test(row.model))
    return readDates(row.input, { ...options, date: row.ref }).map(d => ({
      start: afterArticle(row.input, d.span[0], language),
      end: d.span[1] - (/[^.]\.$/.test(d.text) ? 1 : 0),
      q: d,
    }));
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

const nextDay = iso =>
  iso ? new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10) : "";

/** A time of day as hh:mm:ss, whatever is left out at its end. */
const clock = text => (/^\d{1,2}(?::\d{2}){0,2}$/.test(text) ? `${text}:00:00`.slice(0, 8) : text);

/** A moment of our own value: day ("" for a time alone) and time of day ("" for a whole day). */
function moment(timex) {
  const [day, time = ""] = timex.split("T");
  return [day, clock(time)];
}

/** Whether an instant of the origin ("2016-11-08 19:00:00", "19:00:00", "2016-11-08") is one of ours; the origin gives a time alone without a day. */
function sameMoment(text, timex) {
  const [a, b = ""] = text.split(" ");
  const [day, time] = moment(timex);
  return a.includes(":") ? time === clock(a) : a === day && (b === "" ? time === "" : clock(b) === time);
}

/** The origin ends a range of months or years with the first day of its second end. */
function firstDay(timex) {
  const part = /^(\d{4})-([QH])(\d)$/.exec(timex);
  const month = part ? (Number(part[3]) - 1) * (part[2] === "Q" ? 3 : 6) + 1 : 0;
  return part ? `${part[1]}-${String(month).padStart(2, "0")}-01` : `${timex}-01-01`.slice(0, 10);
}

/** One of the origin's resolved alternatives: the same day or moment, or the same period (its ends are exclusive). */
function sameDays(v, d) {
  const [from, to] = d.timex.split("/");
  if (v.type === "duration" || v.type === "set") return false;
  if (v.value !== undefined && v.value !== "not resolved")
    return d.timex.includes("T")
      ? to === undefined && sameMoment(v.value, d.timex)
      : v.value === d.start && d.start === d.end;
  if (to?.includes("T"))
    return v.start !== undefined && v.end !== undefined && sameMoment(v.start, from) && sameMoment(v.end, to);
  if (!d.start && !d.end) return false;
  return (
    (v.start ?? "") === d.start &&
    ((v.end ?? "") === nextDay(d.end) || (to !== undefined && v.end === firstDay(to)))
  );
}

/** "(2018-05-01T10,2018-05-01T12,PT2H)" as "2018-05-01T10:00/2018-05-01T12:00": both ends, the hour alone with its minutes. */
function ends(timex) {
  const pair = /^\(([^,]+),([^,]+),[^,]+\)$/.exec(timex ?? "");
  return (pair ? [pair[1], pair[2]] : String(timex ?? "").split("/")).map(end =>
    end.replace(/T(\d{1,2})(?=$|P)/, "T$1:00").replace(/(T\d{2}:\d{2}):00$/, "$1"),
  );
}

const weekdayOf = day => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** The origin leaves out what the text does not say: the day of a time, the year of a day, the date of a weekday. */
function sameEnd(theirs, ours) {
  if (theirs === ours) return true;
  const [[a, t = ""], [b, u = ""]] = [theirs.split("T"), ours.split("T")];
  if (t !== u && clock(t) !== clock(u)) return false;
  if (a === b || (a === "" && t !== "")) return true;
  if (/^XXXX-\d/.test(a)) return a.slice(4) === b.slice(4);
  return /^XXXX-WXX-\d$/.test(a) && /^\d{4}-\d{2}-\d{2}$/.test(b) && weekdayOf(b) === Number(a.slice(-1));
}

function sameTimex(theirs, ours) {
  const [a, b] = [ends(theirs), ends(ours)];
  return a.length === b.length && a.every((end, i) => sameEnd(end, b[i]));
}

/** A year of accounts, of schools or of the calendar is the year that names it. */
const plainYear = timex => String(timex ?? "").replace(/^[FS]Y(?=\d{4}$)/, "");

/** A count that the text leaves open is three to the origin, and nights are its days. */
function sameLength(theirs, ours) {
  const plain = timex => String(timex ?? "").replace(/N$/, "D");
  const [a, b] = [plain(theirs), plain(ours)];
  return /^P/.test(a) && (a === b || (/X/.test(b) && a === b.replace("X", "3")));
}

/** "Two months ago" is a day to the origin; ours keeps the grain of its unit, within which the day lies where publication does. */
function sameGrain(v, d, ref) {
  const day = /^(\d{4}-\d{2}-\d{2})$/.exec(v.value ?? "")?.[1];
  if (!day || !ref || d.timex.includes("/") || !(d.start <= day && day <= d.end)) return false;
  const today = ref.slice(0, 10);
  if (/^\d{4}-W\d{2}$/.test(d.timex)) return weekdayOf(day) === weekdayOf(today);
  if (/^\d{4}-\d{2}$/.test(d.timex)) return day.slice(8) === today.slice(8) || day === d.end;
  return /^\d{4}$/.test(d.timex) && day.slice(5) === today.slice(5);
}

const triple = timex => /^\(([^,]+),([^,]+),([^,]+)\)$/.exec(timex ?? "")?.slice(1) ?? null;

/** The end of a day is its last second to the origin, where ours is the day. */
const sameEndOfDay = (v, d) => d.start === d.end && v.value === `${d.timex} 23:59:59`;

/** "Within two weeks" is their end to the origin; ours the length, from publication to the day before. */
const sameEndWithin = (v, d, ref) =>
  /^P/.test(d.timex) && d.start !== "" && d.start === ref?.slice(0, 10) && v.value === nextDay(d.end);

/** The origin gives the way there ("in five days", "the last five minutes"); ours the moment at its end, or the length alone. */
function samePlaced(v, d, ref) {
  const found = triple(v.timex);
  if (!found || !ref) return false;
  const now = ref.replace("T", " ").slice(0, 19);
  const isNow = end => end === now || end === now.slice(0, 10);
  const atEnd = { value: isNow(v.start) ? v.end : isNow(v.end) ? v.start : undefined };
  if (atEnd.value === undefined) return false;
  return sameLength(found[2], d.timex) || sameDays(atEnd, d) || sameGrain(atEnd, d, ref);
}

/** A century begins with its round year to the origin. */
const sameCentury = (v, d) =>
  /^\d{2}$/.test(d.timex) && v.start === `${d.timex}00-01-01` && /00-01-01$/.test(v.end);

const sameReading = (v, d, ref) =>
  sameTimex(plainYear(v.timex), d.timex) ||
  sameDays(v, d) ||
  sameLength(v.timex, d.timex) ||
  sameGrain(v, d, ref) ||
  sameEndOfDay(v, d) ||
  samePlaced(v, d, ref) ||
  sameEndWithin(v, d, ref) ||
  sameCentury(v, d);

function sameValue(row, e, p) {
  if (/^NumberRange/.test(row.model)) return sameRange(e.value, p.q);
  if (/^DateTime/.test(row.model)) return (e.values ?? []).some(v => sameReading(v, p.q, row.ref));
  return p.q.high === null && close(p.q.value, number(e.value));
}

const ARTICLES = {
  en: "the|a|an",
  es: "el|la|los|las|un|una",
  fr: "le|la|les|l|un|une",
  pt: "o|a|os|as|um|uma",
  it: "il|lo|la|i|gli|le|l|un|una",
  de: "der|die|das|den|dem|des|ein|eine|einen|einem|einer",
  nl: "de|het|een",
};

/** Articles before a date are left out on both sides: the origin keeps them in some rules and not in others. */
function afterArticle(text, start, language) {
  const found =
    ARTICLES[language] &&
    new RegExp(`^(?:${ARTICLES[language]})(?:\\s+|['’])`, "i").exec(text.slice(start, start + 12));
  return found ? start + found[0].length : start;
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
        model === "DateTimeModel" ? { ...e, start: afterArticle(given.input, e.start, language) } : e,
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
