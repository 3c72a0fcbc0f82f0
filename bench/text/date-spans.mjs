// Where dates of the origin and ours begin and end: conventions that differ by intent are translated here.
const ARTICLES = {
  en: "the|a|an",
  es: "el|la|los|las|un|una|al|del",
  fr: "le|la|les|l|un|une|du|au|des|aux",
  pt: "o|a|os|as|um|uma|no|na|nos|nas|do|da|dos|das|ao|à|num|numa",
  it: "il|lo|la|i|gli|le|l|un|una|(?:ne|de|a|da|su)l(?:lo|la|l|le)?|(?:ne|de|a|da|su)(?:i|gli)",
  de: "der|die|das|den|dem|des|ein|eine|einen|einem|einer|im|am|zum|zur|vom|beim|ins",
  nl: "de|het|een",
};

/** Articles before a date, alone or joined with a preposition, are left out on both sides: the origin keeps them in some rules and not in others. */
function afterArticle(text, start, language) {
  const found =
    ARTICLES[language] &&
    new RegExp(`^(?:${ARTICLES[language]})(?:\\s+|['’])`, "i").exec(text.slice(start, start + 12));
  return found ? start + found[0].length : start;
}

/** Case endings that are words of their own, or glued where there are no spaces. */
const MARKERS = { hi: /\s+(?:में|को|पर)$/u, ja: /に$/u };

/** Where a case ending is glued to its word: a span of ours ends with the word. */
const GLUED = { tr: /^[\p{L}'’]+/u, ko: /^\p{L}+/u };

/** Case endings behind a date do not count on either side: the origin keeps them in some rules and not in others. */
function pastCase(text, start, end, language) {
  const glued = GLUED[language]?.exec(text.slice(end));
  if (glued && /[\p{L}\p{N}]/u.test(text[end - 1] ?? "")) return end + glued[0].length;
  const marker = MARKERS[language]?.exec(text.slice(start, end).trimEnd());
  return marker ? start + marker.index : end;
}

/** A span without its article and case ending. */
export const bareSpan = (text, start, end, language) => ({
  start: afterArticle(text, start, language),
  end: pastCase(text, start, end, language),
});

const hasTime = timex => /T\d/.test(timex);

/** Parts of a span from word to word, the longest first. */
function parts([start, end], text) {
  const words = [...text.slice(start, end).matchAll(/[^\s,]+/gu)].map(w => [
    start + w.index,
    start + w.index + w[0].length,
  ]);
  return words
    .flatMap(([from], i) => words.slice(i).map(([, to]) => [from, to]))
    .sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
}

/** "17 heures" alone is a length; where the whole has that hour as a time, it is the time. */
function timeWithin(alone, whole) {
  const hours = /^PT(\d{1,2})H$/.exec(alone.timex)?.[1].padStart(2, "0");
  return hours && whole.timex.includes(`T${hours}:00`) ? { ...alone, timex: `T${hours}:00` } : alone;
}

const isTime = timex => /^(?:[\d-]+)?T[\d:]+$/.test(timex);

/** A mode of the origin gives a day and its times one by one where ours is one moment or range: each as it is read alone, times first. */
export function splitTimes(date, text, read) {
  if (!hasTime(date.timex)) return [date];
  const found = [];
  const free = ([from, to]) => found.every(d => to <= d.span[0] || d.span[1] <= from);
  const take = wanted => {
    for (const part of parts(date.span, text)) {
      if (!free(part)) continue;
      const [first, ...others] = read(text.slice(...part));
      const alone = first && timeWithin(first, date);
      const whole = alone && others.length === 0 && alone.text.length === part[1] - part[0];
      if (whole && wanted(alone.timex) && !namesDay(alone, read)) found.push({ ...alone, span: part });
    }
  };
  take(isTime);
  take(timex => !hasTime(timex));
  return found.length > 1 ? found : [date];
}

/** Whether a moment names its day besides its time: some part of it is a day when read alone. */
const namesDay = (date, read) =>
  hasTime(date.timex) &&
  parts([0, date.text.length], date.text).some(part =>
    read(date.text.slice(...part)).some(d => /^\d{4}-\d{2}-\d{2}$/.test(d.timex)),
  );
