// Country, property and number out of simple claims of the web, by a codebook of twelve measures and no code of its own: another
// field needs another codebook. The set lies in ../shared/bench and is skipped where it is absent.
import { rows } from "../text/data.mjs";

const root = new URL("../../", import.meta.url);

/** Twelve properties of countries as measures: unit and phrases; a property that is told in several units has one entry for each. */
const PROPERTIES = {
  population: [
    ["person", ["population", "inhabitants", "people live"]],
    ["", ["population", "population estimate", "total population"]],
  ],
  fertility_rate: [
    ["child", ["fertility rate", "births per woman", "children per woman"]],
    ["birth", ["fertility rate", "births per woman"]],
    ["", ["fertility rate", "births per woman", "children born"]],
  ],
  gdp_nominal: [
    ["money", ["gross domestic product", "gdp", "gdp nominal", "size of the economy"]],
    ["", ["gdp nominal", "gross domestic product", "gdp current us"]],
  ],
  gdp_nominal_per_capita: [
    ["money", ["gdp per capita", "gross domestic product per capita", "gdp per head"]],
    ["", ["gdp per capita", "gross domestic product per capita"]],
  ],
  gdp_growth_rate: [["percent", ["gdp growth", "growth rate of gdp", "economy grew", "economic growth"]]],
  gni_in_ppp_dollars: [
    ["money", ["gni ppp", "gross national income", "gni ppp us dollar"]],
    ["", ["gni ppp", "gross national income", "gni ppp international"]],
  ],
  consumer_price_index: [["", ["consumer price index", "cpi price index"]]],
  cpi_inflation_rate: [
    ["percent", ["inflation", "inflation rate", "consumer prices", "inflation consumer prices"]],
    ["", ["inflation rate", "inflation consumer prices annual"]],
  ],
  diesel_price_liter: [
    ["money", ["price for diesel fuel", "pump price for diesel", "diesel price"]],
    ["", ["price for diesel fuel", "pump price for diesel"]],
  ],
  health_expenditure_as_percent_of_gdp: [
    ["percent", ["health expenditure", "health spending", "health care of gdp", "spent on health"]],
    ["", ["health expenditure total of gdp"]],
  ],
  prevalence_of_undernourisment: [
    ["percent", ["prevalence of undernourishment", "undernourished", "malnourished"]],
    ["", ["prevalence of undernourishment"]],
  ],
  renewable_freshwater_per_capita: [
    ["cubic metre", ["renewable freshwater per capita", "freshwater resources per capita"]],
    ["", ["renewable internal freshwater resources per capita", "freshwater resources per capita"]],
  ],
};

async function statisticsLexicon() {
  const { createLexicon } = await import(new URL("dist/read/index.js", root));
  const measures = new Map();
  for (const [id, forms] of Object.entries(PROPERTIES))
    for (const [i, [unit, phrases]] of forms.entries())
      measures.set(`${id}/${i}`, {
        id: `${id}/${i}`,
        label: { en: id },
        description: id,
        unit,
        period: "point",
        phrases: { en: phrases },
        dimensions: ["place"],
        related: [],
      });
  const phrases = { "unit-person": { en: ["people", "person", "inhabitant", "resident", "citizen"] } };
  return createLexicon(
    {
      id: "statistics",
      title: { en: "Statistics" },
      version: "1",
      kinds: new Map(),
      measures,
      lists: new Map(),
      series: new Map(),
      indicators: new Map(),
      phrases,
    },
    [],
  );
}

/** Sentences as they were before they were tokenised, so that offsets of the tokenised text are not needed: numbers decide. */
const plain = text => text.replaceAll("-LRB-", "(").replaceAll("-RRB-", ")");

/** The set keeps large numbers to three digits. */
const close = (a, b) => Math.abs(a - b) <= 5e-3 * Math.abs(b);

/** Precision, recall and F1 of triples; `null` where the set is absent. */
export async function scoreStatistics(log) {
  const data = rows("statistics-claims/claims.jsonl.gz");
  if (!data) return null;
  const { readLine } = await import(new URL("dist/read/index.js", root));
  const { readPlaces } = await import(new URL("dist/text/index.js", root));
  const lexicon = await statisticsLexicon();
  const byText = new Map();
  for (const row of data) byText.set(row.text, [...(byText.get(row.text) ?? []), row]);
  let [right, predicted, gold, judged, borne] = [0, 0, 0, 0, 0];
  const countryOf = row => readPlaces(row.country.replaceAll("_", " "), { language: "en" })[0]?.country ?? "";
  for (const [text, own] of byText) {
    const { claims } = readLine({ id: "", text: plain(text), language: "en" }, lexicon);
    const triples = claims.flatMap(({ measure, value, places }) =>
      measure === "" ? [] : places.map(place => ({ property: measure.split("/")[0], place, value })),
    );
    for (const row of own) {
      const country = countryOf(row);
      if (row.label === "Y") gold++;
      // A triple is judged by the row of its country, property and number; others have no label.
      const hit = triples.some(
        ({ property, place, value }) =>
          property === row.property && place === country && close(value, row.claimed),
      );
      if (hit) predicted++;
      if (hit && row.label === "Y") right++;
      else if (row.label === "Y")
        log?.(
          `MISS ${row.property} ${row.country} ${row.claimed} | ${text.slice(0, 160)} | ${JSON.stringify(triples)}`,
        );
      else if (hit) log?.(`SPURIOUS ${row.property} ${row.country} ${row.claimed} | ${text.slice(0, 160)}`);
    }
    const fits = ({ property, place, value }, row) =>
      row.label === "Y" && property === row.property && place === countryOf(row) && close(value, row.claimed);
    judged += triples.length;
    borne += triples.filter(triple => own.some(row => fits(triple, row))).length;
  }
  const [p, r, strict] = [right / predicted, right / gold, borne / judged];
  return { p, r, f1: (2 * p * r) / (p + r), strict, gold, triples: judged };
}
