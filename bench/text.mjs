// Scores of the text room on the development data: node bench/text.mjs [set ...] [--errors]
import { prf } from "./text/data.mjs";
import { scorePud } from "./text/pud.mjs";
import { scoreQuantities } from "./text/quantities.mjs";
import { scoreRecognizers } from "./text/recognizers.mjs";
import { scoreTimebank } from "./text/timebank.mjs";

const wanted = process.argv.slice(2).filter(a => !a.startsWith("--"));
const log = process.argv.includes("--errors") ? line => console.log(line) : undefined;
const wants = name => wanted.length === 0 || wanted.includes(name);

for (const set of ["newsquant", "currency", "dimension", "temperature", "age"]) {
  if (!wants(set) && !wants("quantities")) continue;
  const score = scoreQuantities(set, log);
  console.log(score ? JSON.stringify(score) : `skipped: ../shared/bench/quantities/${set}.jsonl is absent`);
}

if (wants("timebank")) {
  const score = scoreTimebank(log);
  console.log(score ? JSON.stringify(score) : "skipped: ../shared/bench/timebank is absent");
}

for (const language of ["zh", "es", "fr", "ru", "ar"]) {
  if (!wants("pud") && !wants(`pud.${language}`)) continue;
  const score = scorePud(language, log);
  console.log(score ? JSON.stringify(score) : "skipped: ../shared/bench/pud is absent");
}

for (const language of ["en", "zh", "es", "fr", "pt", "de", "it", "ar", "tr", "ja", "ko", "hi", "nl"]) {
  if (!wants("recognizers") && !wants(`recognizers.${language}`)) continue;
  const scores = scoreRecognizers(language, log);
  for (const s of scores)
    console.log(
      `${s.language} ${s.model.padEnd(18)} cases ${s.cases} exact ${s.exact} span ${s.span} span+value ${s.value}`,
    );
  const sum = key => scores.reduce((n, s) => n + s[key], 0);
  if (scores.length)
    console.log(`${language} all: span+value F1 ${prf(sum("hits"), sum("predicted"), sum("gold"))[2]}`);
  else console.log(`skipped: ../shared/bench/recognizers has nothing in ${language}`);
}
