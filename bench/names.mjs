// Names of one organisation across scripts and languages: every pair of names of the shipped book's entities, against equality after
// folding and against Jaro-Winkler on the names as written; then of the public organisations of cases/link/organisations.csv. Truth is what these hold: the
// names of one entity. A pair counts as
// joined from level 2 ("words of one in the other") on; Jaro-Winkler has the best of several thresholds, chosen with the truth in sight.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { jaroWinkler, nameLevel, normalise } from "../dist/link/index.js";

const facts = fileURLToPath(new URL("../books/security/facts/entity.csv", import.meta.url));
const organisations = fileURLToPath(new URL("../cases/link/organisations.csv", import.meta.url));
const SCRIPTS = ["Hiragana", "Katakana", "Hangul", "Han", "Cyrillic", "Arabic", "Hebrew", "Latin"];
const JOINED = 2;

const scriptOf = text =>
  SCRIPTS.find(script => new RegExp(`\\p{Script=${script}}`, "u").test(text)) ?? "other";

export async function run() {
  const rows = parse(readFileSync(facts, "utf8"), { columns: true });
  const names = rows.flatMap((row, entity) =>
    [...new Set([row.name, ...row.aliases.split(";").map(alias => alias.trim())])]
      .filter(Boolean)
      .map(name => ({ name, entity, script: scriptOf(name) })),
  );
  const more = parse(readFileSync(organisations, "utf8"), { columns: true }).map(
    ({ name, organisation: entity }) => ({ name, entity, script: scriptOf(name) }),
  );
  const pairsOf = list => list.flatMap((a, at) => list.slice(at + 1).map(b => [a, b]));
  const pairs = pairsOf(names);
  const twoScripts = ([a, b]) => a.script !== b.script;
  const crossing = pairs.filter(twoScripts);
  return [
    measured("names of public organisations in two scripts", pairsOf(more).filter(twoScripts)),
    measured("names in two scripts", crossing),
    measured("all names", pairs),
    ...["Han", "Cyrillic", "Arabic"].map(script =>
      measured(
        `${script} and Latin`,
        crossing.filter(([a, b]) => [a.script, b.script].sort().join() === [script, "Latin"].sort().join()),
      ),
    ),
  ];
}

function measured(name, pairs) {
  const ours = f1(pairs, (a, b) => nameLevel(a, b) >= JOINED);
  const peers = [0.8, 0.85, 0.9, 0.95, 1].map(threshold =>
    f1(pairs, (a, b) => jaroWinkler(normalise(a), normalise(b)) >= threshold),
  );
  const peer = peers.reduce((best, one) => (one.f1 > best.f1 ? one : best));
  return {
    name,
    ratio: peer.f1 > 0 ? ours.f1 / peer.f1 : "none: Jaro-Winkler finds no pair",
    detail: `${ours.truth} true pairs of ${pairs.length}; ours F1 ${text(ours.f1)}, precision ${text(ours.precision)}, recall ${text(ours.recall)}; Jaro-Winkler F1 ${text(peer.f1)}`,
  };
}

const text = value => value.toFixed(3);

function f1(pairs, joins) {
  let truth = 0;
  let joined = 0;
  let right = 0;
  for (const [a, b] of pairs) {
    const same = a.entity === b.entity;
    const together = joins(a.name, b.name);
    truth += same;
    joined += together;
    right += same && together;
  }
  const precision = joined > 0 ? right / joined : 1;
  const recall = truth > 0 ? right / truth : 1;
  return {
    truth,
    precision,
    recall,
    f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
  };
}
