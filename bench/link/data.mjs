// Made-up people for the linkage benchmark: a seeded generator, so that every run and every program gets the same table. Names follow
// Zipf's law, each person has one to many records, and every field of a record may be misspelt, changed or missing.

import { closeSync, openSync, writeSync } from "node:fs";

function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ONSETS = [
  "b",
  "br",
  "c",
  "ch",
  "d",
  "dr",
  "f",
  "g",
  "gr",
  "h",
  "j",
  "k",
  "l",
  "m",
  "n",
  "p",
  "pr",
  "r",
  "s",
  "st",
  "t",
  "tr",
  "v",
  "w",
  "z",
];
const VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
const CODAS = ["", "", "n", "r", "l", "s", "m", "ck", "nd", "rt"];

function words(count, random, syllables) {
  const pick = list => list[Math.floor(random() * list.length)];
  const made = new Set();
  while (made.size < count) {
    let word = "";
    for (let s = 0; s < syllables + (random() < 0.4 ? 1 : 0); s++)
      word += pick(ONSETS) + pick(VOWELS) + pick(CODAS);
    made.add(word);
  }
  return [...made];
}

/**
 * Rows `{first_name, surname, dob, city, postcode, occupation, gold}`, person by person; `again` is the chance that a person has yet another
 * record. With `names` times as many names, each is so many times as rare (Mandelbrot's form of Zipf's law): where that grows with the
 * root of the number of rows, pairs that agree on two names by chance grow in step with the rows, as in a larger country.
 */
function* people(rows, { random, again, names }) {
  const many = count => Math.ceil(count * names);
  const first = words(many(3000), random, 1);
  const last = words(many(40000), random, 2);
  const cities = words(many(800), random, 2);
  const jobs = words(300, random, 2);
  const zipf = (list, spread = names) => list[Math.floor(spread * ((list.length / spread) ** random() - 1))];
  const two = n => String(1 + Math.floor(random() * n)).padStart(2, "0");
  const typo = text => {
    const at = Math.floor(random() * text.length);
    const letter = String.fromCharCode(97 + Math.floor(random() * 26));
    const kind = random();
    if (kind < 0.3) return text.slice(0, at) + letter + text.slice(at + 1);
    if (kind < 0.55) return text.slice(0, at) + text.slice(at + 1);
    if (kind < 0.8) return text.slice(0, at) + letter + text.slice(at);
    return text.slice(0, at) + (text[at + 1] ?? "") + text[at] + text.slice(at + 2);
  };
  const blur = (text, wrong, missing) => (random() < missing ? "" : random() < wrong ? typo(text) : text);
  const blurDate = text => {
    if (random() < 0.1) return "";
    if (random() > 0.12) return text;
    const at = [2, 3, 5, 6, 8, 9][Math.floor(random() * 6)];
    return text.slice(0, at) + Math.floor(random() * 10) + text.slice(at + 1);
  };
  for (let person = 0, made = 0; made < rows; person++) {
    const who = {
      first_name: zipf(first),
      surname: zipf(last),
      dob: `${1920 + Math.floor(random() * 90)}-${two(12)}-${two(28)}`,
      city: zipf(cities),
      postcode: `${zipf(cities).slice(0, 2)}${Math.floor(random() * 30)} ${Math.floor(random() * 10)}${zipf(cities).slice(0, 2)}`,
      occupation: zipf(jobs, 1),
    };
    do {
      made++;
      yield {
        first_name: blur(who.first_name, 0.15, 0.02),
        surname: blur(who.surname, 0.15, 0.01),
        dob: blurDate(who.dob),
        city: blur(who.city, 0.12, 0.1),
        postcode: blur(who.postcode, 0.15, 0.15),
        occupation: random() < 0.1 ? zipf(jobs, 1) : blur(who.occupation, 0.12, 0.2),
        gold: String(person),
      };
    } while (made < rows && random() < again);
  }
}

/** The rows of `people` in a random order. */
export function makePeople(rows, { seed = 20240607, again = 0.55, names = 1 } = {}) {
  const random = randomFrom(seed);
  const table = [...people(rows, { random, again, names })];
  for (let at = table.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [table[at], table[other]] = [table[other], table[at]];
  }
  return table;
}

/** Rows among which a table that is too large for memory is shuffled. */
const WINDOW = 500_000;

/** Writes the rows as CSV with an `id`, shuffled within a window, so that any number of them fits. */
export function writePeople(file, rows, { seed = 20240607, again = 0.55, names = 1 } = {}) {
  const random = randomFrom(seed);
  const output = openSync(file, "w");
  let piece = "id,first_name,surname,dob,city,postcode,occupation,gold\n";
  let id = 0;
  const write = line => {
    piece += `${++id},${line}\n`;
    if (piece.length < 1 << 20) return;
    writeSync(output, piece);
    piece = "";
  };
  const waiting = [];
  for (const person of people(rows, { random, again, names })) {
    const line = Object.values(person).join(",");
    if (waiting.length < WINDOW) {
      waiting.push(line);
      continue;
    }
    const at = Math.floor(random() * WINDOW);
    write(waiting[at]);
    waiting[at] = line;
  }
  for (let at = waiting.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [waiting[at], waiting[other]] = [waiting[other], waiting[at]];
  }
  for (const line of waiting) write(line);
  writeSync(output, piece);
  closeSync(output);
}

/** The rows as CSV, without quotes because no value needs them; `gold` last, or left out. */
export function peopleCsv(table, { gold = true } = {}) {
  const names = ["first_name", "surname", "dob", "city", "postcode", "occupation", ...(gold ? ["gold"] : [])];
  return `${names.join(",")}\n${table.map(row => names.map(name => row[name]).join(",")).join("\n")}\n`;
}
