import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addFacts, createBook, type OpenBook } from "../../src/book/index.ts";

/** A book on another subject, election observation, so that no page can lean on the kinds of the shipped one. */
const CODEBOOK: Readonly<Record<string, string>> = {
  "codebook.yaml": `codebook: {id: elections, title: Observed elections, version: "1"}
`,
  "mission.yaml": `kind:
  id: mission
  label: Mission
  plural: Missions
  description: "A mission that observed an election, and who sent it (\`sender\`)."
  name: "{election} observed, {began}"
  sentence: "{sender} sent {observers} to {country}."
  identify: [country, began]
  reporters: |
    SELECT r.record, r.source, w.kind AS list FROM record_source AS r JOIN work AS w ON w.id = r.source WHERE r.kind = 'mission'
  when: began
  fields:
    sender: {type: entity, of: body, label: Sender, description: Who sent it.}
    election: {type: text, required: true, label: Election, description: What was observed.}
    country: {type: country, required: true, label: Host, description: Where.}
    began: {type: date, label: Began, description: First day.}
    observers: {type: quantity, unit: observer, label: Observers, description: How many., columns: {qualifier: observers_qualifier}}
    contact: {type: text, sensitive: true, label: Contact, description: Whom to ask.}
    verdict: {type: code, list: verdicts, label: Verdict, description: What it found.}
`,
  "body.yaml": `kind:
  id: body
  label: Body
  plural: Bodies
  description: Who sends missions.
  name: "{name}"
  sentence: "{name} sends missions."
  identify: [name]
  fields:
    name: {type: text, required: true, label: Name, description: Its name.}
`,
  "tally.yaml": `kind:
  id: tally
  label: Tally
  plural: Tallies
  description: A number that somebody published.
  name: "{about}: {measure}"
  sentence: "{counter} counted {value}."
  identify: [measure, counter]
  when: stood
  fields:
    about: {type: entity, of: body, label: About, description: Whom it is about.}
    measure: {type: measure, required: true, label: Measure, description: What is counted.}
    value: {type: quantity, required: true, label: Value, description: The number., columns: {high: value_high, qualifier: qualifier, unit: unit}}
    stood: {type: date, label: Stood, description: When.}
    counter: {type: text, required: true, label: Counter, description: Who counted.}
    nearness: {type: code, list: nearness, required: true, label: Nearness, description: How near to the count.}
`,
  "work.yaml": `kind:
  id: work
  label: Work
  plural: Works
  description: Something published.
  name: "{publisher}: {title}"
  sentence: "{publisher} published {title}."
  identify: [url]
  when: published
  cited: true
  fields:
    publisher: {type: text, required: true, label: Publisher, description: Who.}
    title: {type: text, required: true, label: Title, description: What.}
    published: {type: date, label: Published, description: When.}
    url: {type: text, required: true, label: Address, description: Where.}
    language: {type: text, label: Language, description: In which language.}
    kind: {type: text, label: Kind, description: What sort.}
`,
  "rest.yaml": `lists:
  verdicts: {label: Verdicts, codes: {fair: fair, flawed: flawed}}
  nearness: {label: Nearness, codes: {first: first hand, retold: retold}}
measures:
  missions-sent: {label: missions sent, description: Missions that a body sent., unit: mission, period: cumulative, dimensions: []}
series:
  turnout: {label: Turnout, maker: Institute, unit: percent, terms: CC BY 4.0}
  openness:
    label: Openness
    maker: Institute
    unit: class
    terms: CC BY 4.0
    classes: {open: {label: open, phrases: [open]}, closed: {label: closed, phrases: [closed]}}
studies:
  turnout-after-missions:
    label: Turnout after the first mission
    question: Does turnout move?
    panel:
      from: 2000
      to: 2030
      series: {turnout: {label: Turnout, series: turnout}}
      treatments:
        observed: {label: First mission, sql: 'SELECT id AS record, country, EXTRACT(YEAR FROM began_start) AS "year" FROM mission'}
    staggered: {turnout: {label: Turnout, outcome: turnout, treatment: observed}}
    tables: {plain: {label: Plain, models: [{heading: plain, formula: turnout ~ observed}], vcov: iid}}
    shows: [Whether it moved.]
    cannot: [Why it moved.]
indicators:
  missions-by-host:
    label: Missions by host
    description: Documented missions by country.
    unit: mission
    measure: missions-sent
    sql: SELECT id AS counted, id AS record, country AS host FROM mission
    dimensions: {host: country}
    by: [host]
    interval: floor
    chart: map
  missions-as-counted:
    label: Missions as others counted them
    description: Numbers of missions as published, by whoever counted.
    unit: mission
    measure: missions-sent
    statistic: published
    sql: |
      SELECT id AS counted, id AS record, about, counter, value, value_low AS low, value_high AS high, value_qualifier AS qualifier,
        CAST(NULL AS DOUBLE) AS size, stood AS moment
      FROM tally
    dimensions: {about: text, counter: counter}
    by: [about, counter]
    interval: published
    chart: dot
  missions-by-election:
    label: Missions by election
    description: Documented missions of one host, by election.
    unit: mission
    measure: missions-sent
    sql: SELECT id AS counted, id AS record, country AS host, election FROM mission
    dimensions: {host: country, election: text}
    by: [election]
    where: {host: FJI}
    interval: floor
    chart: bar
`,
};

/** A contact that no output may hold. */
export const SECRET = "ask-nobody-about-this";

const FACTS: Readonly<Record<string, string>> = {
  "facts/body.csv": `id,name,source_ids
osce,Organisation for Security,rep-a
`,
  "facts/work.csv": `id,publisher,title,published,url,language,kind
rep-a,Institute,=SUM(A1) on <b>votes</b>,2020-05,https://example.org/a,en,report
rep-b,Paper,Second look,2021,javascript:alert(1),en,news
`,
  "facts/mission.csv": `id,sender,election,country,began,observers,observers_qualifier,contact,verdict,source_ids
fji-2018,osce,General election,FJI,2018-11,40,about,${SECRET},fair,rep-a;rep-b
kaz-2019,osce,Presidential election,KAZ,2019-06-09,,,${SECRET},flawed,rep-a
tuv-undated,,By-election,TUV,,3,,,,rep-b
`,
  "facts/tally.csv": `id,about,measure,value,value_high,qualifier,unit,stood,counter,nearness,source_ids
t-1,osce,missions-sent,84,,at-least,mission,2020,institute,first,rep-a
t-2,osce,missions-sent,70,90,about,mission,2021,paper,retold,rep-b
`,
  "facts/series-turnout.csv": `country,year,measure,value,category,source_ids
FJI,2014,turnout,84.6,,rep-a
FJI,2018,turnout,71.9,,rep-a
FJI,2014,openness,,closed,rep-a
FJI,2015,openness,,open,rep-a
`,
};

/** Makes the small book in a new temporary folder. */
export async function smallBook(): Promise<{ book: OpenBook; remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), "custodes-pages-"));
  const book = await createBook(join(dir, "book"), {
    codebook: new Map(Object.entries(CODEBOOK)),
    by: "test",
  });
  await addFacts(book, { by: "test", files: new Map(Object.entries(FACTS)) });
  const remove = async () => {
    await book.close();
    await rm(dir, { recursive: true, force: true });
  };
  return { book, remove };
}
