/** Words of statements about tables, as data. English. */
const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that carry nothing that a table could bear out or deny. */
export const EMPTY = set(`
  a an the of in on at for to with by and from as that which who whom whose it its their his her they he she this these those there when where
  during be is are was were been being am have has had do does did will would into onto within also both such one's s 's name named call called
  list listed record recorded show shown see saw seen take took taken place hold held happen happened occur occurred include included
  make made get got give gave given come came go went use used know known consist table row column entry then respective respectively
  them him us our i you his himself itself or if so go receive received earn earned belong serve served respectively statement together along
  take put set total_ certain particular various way time_ feature featured contain contains
  what how about out up off over_ under_ through via per each_ it's`);

/** Words for the things that rows are of: they say what a row is and not which. */
export const NEUTRAL = set(`
  game games match matches season team teams player players episode episodes draft tournament championship championships event events race races
  play played compete competed finish finished locate located date year years number amount value time times person people member members
  play round contest occasion figure size word term position result title site station school date score scored represent represented
  originally air aired watch watched release released start started nominate nominated complete use lead roster participant contestant
  driver rider winner competition league cup series track song album film car vehicle venue location opponent day month overall career against versus vs v face faced medal medals attendance attended exactly establish established achieve achieved
  written write produce produced select selected award awarded due well still pick picked single category broadcast appear appeared`);

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, i) => [word, i]),
);

export const MOST = set("most highest largest biggest greatest maximum latest longest");
export const LEAST = set("least lowest smallest fewest minimum earliest shortest");
export const MORE = set("more higher larger bigger greater over above longer later");
export const LESS = set("less lower smaller fewer under below shorter earlier");
export const THAN = set("than");
export const ONLY = set("only");
export const SAME = set("same");
export const AVERAGE = set("average mean");
export const TOTAL = set("total combined sum altogether");
export const DIFFERENT = set("different distinct unique");
export const JOINS = set("and or both");
export const NOT = set("not didn't doesn't isn't wasn't");
export const NONE = set("no none never");
export const EVERY = set("all every each");
/** Words that open a second statement or leave part of the first open. */
export const FURTHER = set("while but except unless");
/** Words whose sense no form of statement takes up. */
export const BEYOND =
  set(`last next best worst better oldest newest youngest fastest slowest top bottom lose lost win won beat
  defeat defeated loss losing winning victory tie tied draw between several majority half percent percentage many most few often other others any
  close closest different various recent recently previous prior ahead behind trail trailing lead leading order average range span final eventual
  inside outside early late low high good bad big small large great young old fast slow double twice single consecutive multiple least
  neither either nor whole entire up down increase decrease drop change improve worse`);
export const AFTER = set("after since");
export const BEFORE = set("before until");

/** What rows are counted as. */
export const THINGS = set(
  "time times game games match matches race races event events episode episodes occasion",
);

export const MONTHS: readonly string[] =
  "january february march april may june july august september october november december".split(" ");

/** Words between which a count stands at the head of a statement. */
export const HEAD = set("there be is are was were only a total of exactly have has had");

/** Columns that say which one of a series or of a ranking a row is. */
export const RANKS = set("rank place position standing finish");
export const SERIES = set(
  "round pick week game stage lane heat grid leg season episode series edition draw place rank position finish standing",
);

/** Who wins stands in a column of winners, if the table has one. */
export const WINNING = set("win won winner winners champion champions victor");
/** Columns of what is won, by number. */
export const PRIZES = set("gold silver bronze medal medals title titles wins");

const ORDINALS: ReadonlyMap<string, number> = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    .split(" ")
    .map((word, i) => [word, i + 1]),
);

const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/;

/** The number of "third" and "3rd". */
function ordinalOf(word: string): number | null {
  const digits = ORDINAL.exec(word);
  return digits ? Number(digits[1]) : (ORDINALS.get(word) ?? null);
}

const ENDING = ["th", "st", "nd", "rd"];

/** Ordinals in digits, so that a table's and a statement's are one word. */
const inDigits = (ordinal: number): string =>
  `${ordinal}${ordinal % 100 >= 11 && ordinal % 100 <= 13 ? "th" : (ENDING[ordinal % 10] ?? "th")}`;

/** Every word that makes more of a statement than what stands in one row. */
export const OPERATORS: ReadonlySet<string> = new Set(
  [
    MOST,
    LEAST,
    MORE,
    LESS,
    THAN,
    ONLY,
    SAME,
    AVERAGE,
    TOTAL,
    DIFFERENT,
    AFTER,
    BEFORE,
    NOT,
    NONE,
    EVERY,
    FURTHER,
    BEYOND,
  ].flatMap(words => [...words]),
);

const ENDINGS = [
  "ations",
  "ation",
  "ings",
  "ing",
  "ers",
  "er",
  "ors",
  "or",
  "ies",
  "ied",
  "es",
  "ed",
  "s",
  "e",
  "y",
  "ly",
];

/** What tables and statements call one thing by several words or short forms, by one of them. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  [
    ["point", "points", "pts", "pt"],
    ["attendance", "attendances", "crowd", "crowds", "attendee", "attendees", "spectator", "spectators"],
    ["country", "countries", "nation", "nations", "nationality", "nationalities"],
    ["position", "positions", "pos"],
    ["round", "rounds", "rd"],
    ["average", "averages", "avg"],
  ].flatMap(([word, ...others]) => others.map(other => [other, word!] as const)),
);

/** A light stem: it only has to be the same for a header's word and the statement's. */
export function stemOf(written: string): string {
  const word = ALIASES.get(written) ?? written;
  if (word.length < 4 || /\d/.test(word)) return word;
  for (const ending of ENDINGS)
    if (word.endsWith(ending) && word.length - ending.length >= 3) return word.slice(0, -ending.length);
  return word;
}

export interface Token {
  readonly key: string;
  readonly stem: string;
  readonly value: number | null;
  /** 3 for "third" and "3rd". */
  readonly ordinal: number | null;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?(?![\p{L}])|\d[\d,]*(?:\.\d+)?|[\p{L}\p{M}']+/gu;

export function tokensOf(text: string): Token[] {
  return [...text.toLowerCase().matchAll(TOKEN)].flatMap(match => {
    const word = match[0].replace(/^'+|'+$/g, "");
    if (word === "") return [];
    const ordinal = ordinalOf(word);
    const key = ordinal === null ? word : inDigits(ordinal);
    const digits = /^\d/.test(key) && !/(?:st|nd|rd|th)$/.test(key);
    const value = digits ? Number(key.replaceAll(",", "")) : (NUMBER_WORDS.get(key) ?? null);
    return [
      {
        key: value === null ? key : String(value),
        stem: value === null ? stemOf(key) : String(value),
        value,
        ordinal,
        start: match.index,
        end: match.index + match[0].length,
      },
    ];
  });
}
