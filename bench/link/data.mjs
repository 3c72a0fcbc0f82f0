// Made-up people for the linkage benchmark: a seeded generator, so that every run and every program gets the same table. Names follow
// Zipf's law, each person has one to many records, and every field of a record may be misspelt, changed or missing.

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

/** Rows `{first_name, surname, dob, city, postcode, occupation, gold}`; `again` is the chance that a person has yet another record. */
export function makePeople(rows, { seed = 20240607, again = 0.55 } = {}) {
  const random = randomFrom(seed);
  const first = words(3000, random, 1);
  const last = words(40000, random, 2);
  const cities = words(800, random, 2);
  const jobs = words(300, random, 2);
  const zipf = list => list[Math.floor(list.length ** random() - 1)];
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
  const table = [];
  for (let person = 0; table.length < rows; person++) {
    const who = {
      first_name: zipf(first),
      surname: zipf(last),
      dob: `${1920 + Math.floor(random() * 90)}-${two(12)}-${two(28)}`,
      city: zipf(cities),
      postcode: `${zipf(cities).slice(0, 2)}${Math.floor(random() * 30)} ${Math.floor(random() * 10)}${zipf(cities).slice(0, 2)}`,
      occupation: zipf(jobs),
    };
    do {
      table.push({
        first_name: blur(who.first_name, 0.15, 0.02),
        surname: blur(who.surname, 0.15, 0.01),
        dob: blurDate(who.dob),
        city: blur(who.city, 0.12, 0.1),
        postcode: blur(who.postcode, 0.15, 0.15),
        occupation: random() < 0.1 ? zipf(jobs) : blur(who.occupation, 0.12, 0.2),
        gold: String(person),
      });
    } while (table.length < rows && random() < again);
  }
  for (let at = table.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [table[at], table[other]] = [table[other], table[at]];
  }
  return table;
}

/** The rows as CSV, without quotes because no value needs them; `gold` last, or left out. */
export function peopleCsv(table, { gold = true } = {}) {
  const names = ["first_name", "surname", "dob", "city", "postcode", "occupation", ...(gold ? ["gold"] : [])];
  return `${names.join(",")}\n${table.map(row => names.map(name => row[name]).join(",")).join("\n")}\n`;
}
