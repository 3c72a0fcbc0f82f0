import { normalise } from "../compare/normalise.ts";
import { BODIES } from "./bodies.data.ts";
import { simplified } from "./romanise.ts";

interface Form {
  readonly text: string;
  /** What it stands for: the first name of its line. */
  readonly body: string;
}

interface Forms {
  /** In Han characters, longest first. */
  readonly dense: readonly Form[];
  /** In words, by the first of them, longest first. */
  readonly words: ReadonlyMap<string, readonly Form[]>;
  readonly abbreviations: ReadonlyMap<string, string>;
}

let forms: Forms | null = null;

const DENSE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u;
const CAPITALS = /^\p{Lu}{2,6}$/u;

function known(): Forms {
  if (forms) return forms;
  const dense: Form[] = [];
  const words = new Map<string, Form[]>();
  const abbreviations = new Map<string, string>();
  for (const line of BODIES) {
    const names = line.split(";").map(name => name.trim());
    const body = normalise(names[0]!).replaceAll(" ", "");
    for (const name of names)
      if (CAPITALS.test(name)) abbreviations.set(name, body);
      else if (DENSE.test(name)) dense.push({ text: simplified(name), body });
      else {
        const text = normalise(name);
        const first = text.split(" ", 1)[0]!;
        words.set(first, [...(words.get(first) ?? []), { text: ` ${text} `, body }]);
      }
  }
  for (const list of [dense, ...words.values()]) list.sort((a, b) => b.text.length - a.text.length);
  forms = { dense, words, abbreviations };
  return forms;
}

/** Takes the bodies of states that a name holds out of it: each in whatever language is one word of the name's own. */
export function withoutBodies(name: string, own: Set<string>): string {
  const { dense, words, abbreviations } = known();
  const rest = name.replace(/(?<!\p{L})\p{Lu}{2,6}(?!\p{L})/gu, word => {
    const body = abbreviations.get(word);
    if (body === undefined) return word;
    own.add(body);
    return " ";
  });
  const inHan = DENSE.test(rest);
  // "Of the" is written with the word in Arabic: للأمم for الأمم.
  const start = inHan ? rest : ` ${normalise(rest).replace(/(?<!\p{L})لل(?=\p{L}{3})/gu, "ال")} `;
  let text = start;
  for (const { text: form, body } of inHan ? dense : formsIn(start, words)) {
    if (!text.includes(form)) continue;
    text = text.replaceAll(form, " ");
    own.add(body);
  }
  // Countries are told by their capitals, so that a name is given back as it was written where nothing was found.
  return text === start ? rest : text;
}

const formsIn = (text: string, words: Forms["words"]): readonly Form[] =>
  text.split(" ").flatMap(word => words.get(word) ?? []);
