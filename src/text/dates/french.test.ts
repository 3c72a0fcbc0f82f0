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
  ["17 heures à 19 heures", ["17 heures à 19 heures = 2016-11-07T17:00/2016-11-07T19:00"]],
  ["de 5 heures à 19 heures", ["de 5 heures à 19 heures = 2016-11-07T05:00/2016-11-07T19:00"]],
  ["le 01/02/2016 et après 18h", ["01/02/2016 = 2016-02-01", "après 18h = 2016-11-07T18:00"]],
  ["il ya 2 jours", ["il ya 2 jours = 2016-11-05"]],
  ["de la fin de mars à mi septembre", ["de la fin de mars à mi septembre = 2016-03/2016-09"]],
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
  ["Il a des lundis calmes", ["lundis = XXXX-WXX-1"]],
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

it.each([
  ["dans la nuit de lundi à mardi", ["dans la nuit de lundi à mardi = 2016-11-07TNI"]],
  ["dans la nuit du 12 au 13 mai 2018", ["dans la nuit du 12 au 13 mai 2018 = 2018-05-12TNI"]],
  [
    "dans la nuit du samedi 3 au dimanche 4 mai",
    ["dans la nuit du samedi 3 au dimanche 4 mai = 2017-05-03TNI"],
  ],
  ["dans la soirée de jeudi", ["dans la soirée de jeudi = 2016-11-03TEV"]],
  ["La nuit de mardi à jeudi", ["La nuit de mardi = 2016-11-01TNI", "jeudi = 2016-11-03"]],
])(
  "a part of the day stands before its day, a night before the two that it lies between: %s",
  (text, found) => {
    expect(read(text)).toEqual(found);
  },
);

it.each([
  ["la première quinzaine de mai 2018", ["la première quinzaine de mai 2018 = 2018-05"]],
  ["la seconde quinzaine de juin", ["la seconde quinzaine de juin = 2016-06"]],
  ["la première moitié du mois", ["la première moitié du mois = 2016-11"]],
  ["la seconde moitié du XXe siècle", ["la seconde moitié du XXe siècle = 19"]],
  ["la première moitié des années 1990", ["la première moitié des années 1990 = 199"]],
  ["la seconde moitié de 2018", ["la seconde moitié de 2018 = 2018-H2"]],
  ["le début des années 2000", ["le début des années 2000 = 200"]],
  ["au IIe siècle avant J.-C.", ["IIe siècle avant J.-C. = BC01"]],
  ["l'hiver 2017-2018", ["l'hiver 2017-2018 = 2017-WI"]],
])("halves and parts of months, decades and centuries: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["chaque 4 juillet", ["chaque 4 juillet = XXXX-07-04"]],
  ["tous les étés", ["tous les étés = XXXX-SU"]],
  ["chaque mois de mai", ["chaque mois de mai = XXXX-05"]],
  ["le 1er de chaque mois", ["le 1er de chaque mois = XXXX-XX-01"]],
  ["tous les premiers mardis du mois", ["tous les premiers mardis du mois = XXXX-XX-WXX-2-#1"]],
  ["deux fois par semaine", ["deux fois par semaine = P1W"]],
  ["un jour sur trois", ["un jour sur trois = P3D"]],
  ["un lundi sur deux", ["un lundi sur deux = XXXX-WXX-1"]],
  ["un policier sur deux", []],
  ["chaque vendredi soir à 20 heures", ["chaque vendredi soir à 20 heures = XXXX-WXX-5T20:00"]],
])("what comes back: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["30 minutes après 15h", ["30 minutes après 15h = 2016-11-07T15:30"]],
  ["deux heures avant minuit", ["deux heures avant minuit = 2016-11-07T22:00"]],
  ["le lendemain de Noël", ["le lendemain de Noël = 2016-12-26"]],
  ["la veille du 14 juillet", ["la veille du 14 juillet = 2016-07-13"]],
  ["le lendemain de l'attentat", []],
  ["le week-end du 14 juillet", ["le week-end du 14 juillet = 2016-W28-WE"]],
  ["une vingtaine de jours", ["une vingtaine de jours = P20D"]],
  ["il y a une dizaine d'années", ["il y a une dizaine d'années = 2006"]],
  ["une vingtaine de pays", []],
  ["Le vol dure 11h45", ["11h45 = PT11H45M"]],
  ["Cela a pris 2 h 15 min", ["2 h 15 min = PT2H15M"]],
  ["à 8 h et vingt minutes dans la soirée", ["8 h et vingt minutes dans la soirée = 2016-11-07T20:20"]],
  ["de 20 heures à 6 heures", ["de 20 heures à 6 heures = 2016-11-07T20:00/2016-11-07T06:00"]],
])("times and days by what lies between them, and lengths: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["Le Parlement votera le texte lundi", ["lundi = 2016-11-07"]],
  ["Le Parlement votera le texte mardi", ["mardi = 2016-11-08"]],
  ["Le Parlement vota le texte mardi", ["mardi = 2016-11-01"]],
  ["L'opéra mardi", ["mardi = 2016-11-01"]],
  ["Cela a pris fin mardi", ["mardi = 2016-11-01"]],
  ["ces derniers mois", ["ces derniers mois = PXM"]],
  ["les années à venir", ["les années à venir = PXY"]],
  ["Sept personnes sont mortes", []],
  ["dix-sept mille cinq cents euros", []],
  ["Il dort. Maintenant.", ["Maintenant = PRESENT_REF"]],
  ["Il est né le 18 08 1978.", ["18 08 1978 = 1978-08-18"]],
  ["les pages 18 08 1978 5", ["1978 = 1978"]],
])("where a day lies, and what is none: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["depuis le 1er décembre", "2015-12-01", ""],
  ["à partir du 1er décembre", "2016-12-01", ""],
  ["la première quinzaine de mai 2018", "2018-05-01", "2018-05-15"],
  ["la seconde quinzaine de juin", "2016-06-16", "2016-06-30"],
  ["la première moitié des années 1990", "1990-01-01", "1994-12-31"],
  ["la seconde moitié du XXe siècle", "1951-01-01", "2000-12-31"],
  ["au plus tard le 31 mars", "", "2017-03-31"],
])("first and last days, and what is open on one side: %s", (text, start, end) => {
  expect(readDates(text, { language: "fr", date: "2016-11-07" })).toMatchObject([{ text, start, end }]);
});
