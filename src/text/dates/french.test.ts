import { expect, it } from "vitest";
import { readDates } from "./dates.ts";

// A Monday.
const read = (text: string, language = "fr"): string[] =>
  readDates(text, { language, date: "2016-11-07T16:30" }).map(d => `${d.text} = ${d.timex}`);

it.each([
  ["Dix heures mercredi matin", ["Dix heures mercredi matin = 2016-11-02T10:00"]],
  ["Il a dormi dix heures mercredi", ["dix heures = PT10H", "mercredi = 2016-11-02"]],
  ["à 10 heures ou 13 heures", ["10 heures = 2016-11-07T10:00", "13 heures = 2016-11-07T13:00"]],
  ["à trois heures moins dix", ["trois heures moins dix = 2016-11-07T02:50"]],
  ["minuit moins le quart", ["minuit moins le quart = 2016-11-07T23:45"]],
  ["midi vingt", ["midi vingt = 2016-11-07T12:20"]],
  ["À midi vingt personnes attendaient", ["midi = 2016-11-07T12:00"]],
  ["dans 2 heures et 30 minutes", ["dans 2 heures et 30 minutes = 2016-11-07T19:00"]],
  ["tous les matins", ["tous les matins = TMO"]],
  ["mardi ou mercredi matin", ["mardi = 2016-11-01TMO", "mercredi matin = 2016-11-02TMO"]],
  ["de lundi 8h à mardi 10h", ["de lundi 8h à mardi 10h = 2016-11-07T08:00/2016-11-08T10:00"]],
])("times of day as they are said in French: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["les 3 derniers mois", ["les 3 derniers mois = P3M"]],
  ["le 21 ce mois-ci", ["le 21 ce mois-ci = 2016-11-21"]],
  ["ce vendredi prochain", ["ce vendredi prochain = 2016-11-11"]],
  ["la semaine qui vient", ["la semaine qui vient = 2016-W46"]],
  ["l'année écoulée", ["l'année écoulée = 2015"]],
  ["le 5 mai dernier", ["5 mai dernier = 2016-05-05"]],
  ["le 5 mai dernier délai", ["5 mai = 2017-05-05"]],
  ["du 5 mai à aujourd'hui", ["du 5 mai à aujourd'hui = 2016-05-05/2016-11-07"]],
  ["à la fin de la semaine", ["la fin de la semaine = 2016-W45"]],
  ["une quinzaine de pays", []],
  ["le code 133-03-03-2020", []],
])("days and periods by the word behind them in French: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["la derniere semaine de fevrier", ["la derniere semaine de fevrier = 2016-02-W04"]],
  ["a partir de lundi prochain", ["a partir de lundi prochain = 2016-11-14"]],
  ["Il a des lundis calmes", ["lundis = 2016-11-07"]],
  ["La semaine passe vite", []],
])(
  "words of dates that are written without accents, but not those that are other words then: %s",
  (text, found) => {
    expect(read(text)).toEqual(found);
  },
);

it.each([
  ["les trois premiers mois de 2015", ["les trois premiers mois de 2015 = P3M"]],
  ["du lundi 5 au vendredi 9 mai", ["du lundi 5 au vendredi 9 mai = 2016-05-05/2016-05-09"]],
  [
    "le jeudi 30 juin et le vendredi 1er juillet 2016",
    ["jeudi 30 juin = 2016-06-30", "vendredi 1er juillet 2016 = 2016-07-01"],
  ],
  ["le lundi 2 et le mardi 3 mai 2016", ["lundi 2 = 2016-05-02", "mardi 3 mai 2016 = 2016-05-03"]],
])("what stands behind several days or months holds for all of them: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["it", "il 5 maggio scorso", ["5 maggio scorso = 2016-05-05"]],
  ["es", "a las tres menos diez", ["tres menos diez = 2016-11-07T02:50"]],
])("the same in its sisters, %s: %s", (language, text, found) => {
  expect(read(text, language)).toEqual(found);
});
