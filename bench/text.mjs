// Scores of the text room on the development data: node bench/text.mjs [set ...] [--errors]
import { scoreQuantities } from "./text/quantities.mjs";
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
