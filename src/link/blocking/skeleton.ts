/** Groups of letters that spelling exchanges, across languages written in Latin letters. */
const CLASSES: Readonly<Record<string, string>> = {
  b: "p",
  p: "p",
  f: "p",
  v: "p",
  w: "p",
  c: "k",
  g: "k",
  k: "k",
  q: "k",
  j: "k",
  x: "k",
  s: "s",
  z: "s",
  d: "t",
  t: "t",
  l: "l",
  r: "r",
  m: "n",
  n: "n",
};

/**
 * Skeleton of a name for blocking: first letter, then the classes of its consonants without repetition, at most four. In the
 * spirit of Soundex (Russell 1918), but `r` and `l` stay apart and words are run together. Other scripts keep their first four letters.
 */
export function skeleton(text: string): string {
  let result = "";
  let last = "";
  for (const letter of text) {
    if (letter === " ") continue;
    const known = CLASSES[letter];
    if (result === "") result = letter;
    else if (known !== undefined && known !== last) result += known;
    else if (known === undefined && letter > "\u007f") result += letter;
    last = known ?? "";
    if (result.length >= 4) break;
  }
  return result;
}
