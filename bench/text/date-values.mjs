// Whether a value of a date of the origin is the one that we read: conventions that differ by intent are translated here.
const nextDay = iso =>
  iso ? new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10) : "";

/** A time of day as hh:mm:ss, whatever is left out at its end; the midnight that ends a day (24:00) as that which begins one. */
const clock = text =>
  /^\d{1,2}(?::\d{2}){0,2}$/.test(text) ? `${text}:00:00`.slice(0, 8).replace(/^24/, "00") : text;

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
  if (/^(?:SP|SU|FA|WI)$/.test(a)) return a === b.slice(5);
  return /^XXXX-WXX-\d$/.test(a) && /^\d{4}-\d{2}-\d{2}$/.test(b) && weekdayOf(b) === Number(a.slice(-1));
}

function sameTimex(theirs, ours) {
  const [a, b] = [ends(theirs), ends(ours)];
  return a.length === b.length && a.every((end, i) => sameEnd(end, b[i]));
}

/** A year of accounts, of schools or of the calendar is the year that names it. */
const plainYear = timex => String(timex ?? "").replace(/^[FS]Y(?=\d{4}$)/, "");

const IN_UNITS = { Y: ["months", 12], M: ["months", 1], W: ["days", 7], D: ["days", 1] };
const IN_TIMES = { H: 3600, M: 60, S: 1 };

/** A length in months, days and seconds: P1.25Y is P1Y3M, PT90M is PT1H30M. */
function lengthOf(timex) {
  const found = /^P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])+))?$/.exec(timex);
  if (!found || timex === "P") return null;
  const sum = { months: 0, days: 0, seconds: 0 };
  for (const [, n, unit] of (found[1] ?? "").matchAll(/([\d.]+)([YMWD])/g))
    sum[IN_UNITS[unit][0]] += Number(n) * IN_UNITS[unit][1];
  for (const [, n, unit] of (found[2] ?? "").matchAll(/([\d.]+)([HMS])/g))
    sum.seconds += Number(n) * IN_TIMES[unit];
  return sum;
}

function equalLength(a, b) {
  const [left, right] = [lengthOf(a), lengthOf(b)];
  return left !== null && right !== null && Object.keys(left).every(k => Math.abs(left[k] - right[k]) < 1e-9);
}

/** A count that the text leaves open is three to the origin, and nights are its days; lengths are compared as numbers. */
function sameLength(theirs, ours) {
  const plain = timex => String(timex ?? "").replace(/N$/, "D");
  const [a, b] = [plain(theirs), plain(ours)];
  return /^P/.test(a) && (a === b || (/X/.test(b) && a === b.replace("X", "3")) || equalLength(a, b));
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

/** "Within two weeks", "5분 안에" are their end to the origin; ours the length, from publication to the day before. */
const sameEndWithin = (v, d, ref) =>
  /^P/.test(d.timex) &&
  ((d.start !== "" && d.start === ref?.slice(0, 10) && v.value === nextDay(d.end)) ||
    sameMinuteWithin(v, d, ref));

/** The same for hours and minutes. */
function sameMinuteWithin(v, d, ref) {
  const length = d.start === ref?.slice(0, 10) || /T/.test(d.timex) ? lengthOf(d.timex) : null;
  if (!ref || !length || length.seconds === 0 || !/:/.test(v.value ?? "")) return false;
  const utc = text => Date.parse(`${text.replace(" ", "T").slice(0, 19)}Z`);
  return utc(v.value) - utc(ref) === 1000 * length.seconds;
}

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

/** A quarter or half of a year by its first day and the first day after it: (2019-01-01,2019-04-01,P3M) is 2019-Q1. */
function samePart(theirs, ours) {
  const [found, part] = [triple(theirs), /^(\d{4})-([QH])(\d)$/.exec(ours)];
  if (!found || !part) return false;
  const months = part[2] === "Q" ? 3 : 6;
  const after = Number(part[1]) * 12 + Number(part[3]) * months;
  const next = `${Math.floor(after / 12)}-${String((after % 12) + 1).padStart(2, "0")}-01`;
  return found[0] === firstDay(ours) && found[1] === next;
}

/** A century begins with its round year to the origin. */
const sameCentury = (v, d) =>
  /^\d{2}$/.test(d.timex) && v.start === `${d.timex}00-01-01` && /00-01-01$/.test(v.end);

/** Whether one of the origin's alternatives is what we read, by its TIMEX3 value or by its days. */
export const sameReading = (v, d, ref) =>
  sameTimex(plainYear(v.timex), d.timex) ||
  sameDays(v, d) ||
  sameLength(v.timex, d.timex) ||
  sameGrain(v, d, ref) ||
  sameEndOfDay(v, d) ||
  samePlaced(v, d, ref) ||
  samePart(v.timex, d.timex) ||
  sameEndWithin(v, d, ref) ||
  sameCentury(v, d);
