import { describe, expect, it } from "vitest";
import { readDates } from "./dates.ts";

// A Monday.
const read = (text: string, language = "nl"): string =>
  readDates(text, { language, date: "2016-11-07T16:12" })
    .map(d => `${d.text} = ${d.timex}`)
    .join("; ");

describe("times of day as they are said in Dutch", () => {
  it.each([
    ["Ik ben om tien voor acht thuis.", "tien voor acht = 2016-11-07T07:50"],
    ["Het is vijf voor twaalf.", "vijf voor twaalf = 2016-11-07T11:55"],
    ["Hij kreeg een tien voor wiskunde.", ""],
    [
      "vandaag tussen half tien en half elf",
      "vandaag tussen half tien en half elf = 2016-11-07T09:30/2016-11-07T10:30",
    ],
    ["Voor 10 uur 's ochtends.", "Voor 10 uur 's ochtends = 2016-11-07T10:00"],
    ["Hij komt morgen voor 8 uur.", "morgen voor 8 uur = 2016-11-08T08:00"],
    ["Zij vertrekt voor 3 uur.", "3 uur = PT3H"],
    ["Het begint deze week 20.00.", "deze week = 2016-W45; 20.00 = 2016-11-07T20:00"],
    ["Zij kregen een gesprek van een uur.", "een uur = PT1H"],
    ["Het duurde een uur en een kwartier.", "een uur en een kwartier = PT1H15M"],
    ["De winkel sluit om 15.00 's middags.", "15.00 's middags = 2016-11-07T15:00"],
    ["tussen 10-12 uur 's ochtends", "tussen 10-12 uur 's ochtends = 2016-11-07T10:00/2016-11-07T12:00"],
    ["'s avonds op 4 mei", "'s avonds op 4 mei = 2017-05-04TEV"],
    ["vanavond 7", "vanavond 7 = 2016-11-07T19:00"],
    ["Vanavond 7 doden.", "Vanavond = 2016-11-07TEV"],
    ["4 uur 's middags op de maandag", "4 uur 's middags op de maandag = 2016-11-07T16:00"],
    ["Er ging een half uurtje voorbij.", "een half uurtje = PT0.5H"],
  ])("%s", (text, found) => {
    expect(read(text)).toBe(found);
  });

  it.each([
    ["nl", "vannacht om drie uur", "vannacht om drie uur = 2016-11-07T03:00"],
    ["nl", "om 12 uur vannacht", "12 uur vannacht = 2016-11-07T00:00"],
    ["nl", "vanavond om 7", "vanavond om 7 = 2016-11-07T19:00"],
    ["en", "last night at 2", "last night at 2 = 2016-11-06T02:00"],
    ["en", "last night at 10", "last night at 10 = 2016-11-06T22:00"],
  ])("an hour of the night lies on either side of midnight (%s): %s", (language, text, found) => {
    expect(read(text, language)).toBe(found);
  });
});

describe("what comes back, in Dutch", () => {
  it.each([
    ["Zij vergaderen om de vrijdag.", "om de vrijdag = XXXX-WXX-5"],
    ["De bus gaat om de twee weken.", "om de twee weken = P2W"],
    ["Zij kwam om de dag te vieren.", ""],
    ["om de week op vrijdag", "om de week op vrijdag = XXXX-WXX-5"],
    ["elke twee weken vrijdag", "elke twee weken vrijdag = XXXX-WXX-5"],
    ["op maandagen", "maandagen = XXXX-WXX-1"],
    ["tweejaarlijkse top", "tweejaarlijkse = P2Y"],
    ["elke zomer", "elke zomer = XXXX-SU"],
    ["elke 15 april", "elke 15 april = XXXX-04-15"],
  ])("%s", (text, found) => {
    expect(read(text)).toBe(found);
  });
});

describe("days and periods of Dutch reports", () => {
  it.each([
    ["vrijdag jl. kwam hij", "vrijdag jl. = 2016-11-04"],
    ["De zitting is vrijdag a.s. om tien uur.", "vrijdag a.s. om tien uur = 2016-11-11T10:00"],
    ["12 mei jl.", "12 mei jl. = 2016-05-12"],
    ["vorig jaar mei", "vorig jaar mei = 2015-05"],
    ["vorig jaar in de zomer", "vorig jaar in de zomer = 2015-SU"],
    ["vorig jaar op 5 mei", "vorig jaar op 5 mei = 2015-05-05"],
    ["komend jaar, in mei", "komend jaar = 2017; mei = 2017-05"],
    ["23 januari van het volgende jaar", "23 januari van het volgende jaar = 2017-01-23"],
    ["de laatste dag van deze week", "de laatste dag van deze week = 2016-11-13"],
    ["zondagavond 8 mei", "zondagavond 8 mei = 2017-05-08TEV"],
    ["22-04-16", "22-04-16 = 2016-04-22"],
    ["10-20-30", ""],
    ["Ik ga 22-04 terug", "22-04 = 2017-04-22"],
    ["Het werd 25-10.", ""],
    ["Bel 06-12 34 56 78.", ""],
    ["09-2018", "09-2018 = 2018-09"],
    ["fiscaal jaar 18", "fiscaal jaar 18 = 2018"],
    ["In schooljaar 18 scholen.", ""],
    ["drie dagen vóór maandag", "drie dagen vóór maandag = 2016-11-04"],
    ["twee etmalen", "twee etmalen = P2D"],
    ["van 1-10 tot 7-11", "van 1-10 tot 7-11 = 2016-10-01/2016-11-07"],
    ["Zij wonnen met 3-1.", ""],
    ["tussen de 21e en 23e", "tussen de 21e en 23e = 2016-11-21/2016-11-23"],
    ["van ma t/m vr", "van ma t/m vr = 2016-11-07/2016-11-11"],
    ["25 januari negentienhonderd zesentachtig", "25 januari negentienhonderd zesentachtig = 1986-01-25"],
    ["over 1 dag en 2 uur", "over 1 dag en 2 uur = 2016-11-08T18:12"],
    ["meer dan twee uur geleden", "meer dan twee uur geleden = 2016-11-07T14:12"],
    ["een week of drie geleden", "een week of drie geleden = 2016-W42"],
    ["voor het eerst in drie jaar", "drie jaar = P3Y"],
    ["een paar weken geleden", "een paar weken geleden = 2016-W43"],
    ["In drie jaar tijd verdubbelde het.", "drie jaar = P3Y"],
    ["Ik ga in 5 dagen terug.", "in 5 dagen = 2016-11-12"],
    ["week 3 van mei", "week 3 van mei = 2016-05-W03"],
    ["dat weekend", "dat weekend = XXXX-WXX-WE"],
  ])("%s", (text, found) => {
    expect(read(text)).toBe(found);
  });

  it.each([
    ["nl", "de jaren zestig van de vorige eeuw", "de jaren zestig van de vorige eeuw = 196"],
    ["nl", "de jaren tachtig van de 19e eeuw", "de jaren tachtig van de 19e eeuw = 188"],
    ["en", "the sixties of the 19th century", "the sixties of the 19th century = 186"],
    ["nl", "het laatste kwartaal van 2016", "het laatste kwartaal van 2016 = 2016-Q4"],
    ["en", "the last quarter of 2014", "the last quarter of 2014 = 2014-Q4"],
    ["en", "the last quarter", "the last quarter = 2016-Q3"],
  ])("parts of a whole that is told behind them (%s): %s", (language, text, found) => {
    expect(read(text, language)).toBe(found);
  });

  it("tells the half of a month by its days", () => {
    const [half] = readDates("de tweede helft van mei 2015", { language: "nl", date: "2016-11-07" });
    expect(half).toMatchObject({ timex: "2015-05", start: "2015-05-16", end: "2015-05-31" });
  });

  it.each(["boven de 20", "één op de drie", "tussen de 5 en 10 mensen"])(
    "a number behind an article is no day of the month: %s",
    text => {
      expect(read(text)).toBe("");
    },
  );
});
