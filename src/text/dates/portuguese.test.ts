import { expect, it } from "vitest";
import { readDates } from "./dates.ts";

// A Tuesday.
const read = (text: string, language = "pt"): string[] =>
  readDates(text, { language, date: "2019-06-18" }).map(d => `${d.text} = ${d.timex}`);

it.each([
  ["na segunda e na quarta.", ["segunda = 2019-06-17", "quarta = 2019-06-12"]],
  ["às terças e quintas", ["terças = 2019-06-18", "quintas = 2019-06-13"]],
  ["O time venceu na segunda fase.", []],
  ["A sessão foi adiada para a 2ª feira.", ["2ª feira = 2019-06-17"]],
  ["nesta terça-feira (18)", ["nesta terça-feira (18) = 2019-06-18"]],
  ["no domingo (16) à noite", ["domingo (16) à noite = 2019-06-16TNI"]],
  ["na segunda-feira (3) da lista", ["segunda-feira (3) = 2019-06-03"]],
  ["na segunda-feira (4)", ["segunda-feira = 2019-06-17"]],
  ["ontem (17)", ["ontem (17) = 2019-06-17"]],
  ["ontem (12)", ["ontem = 2019-06-17"]],
])("weekdays as Portuguese news tell them: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["no último dia 15", ["último dia 15 = 2019-06-15"]],
  ["no passado dia 20", ["passado dia 20 = 2019-05-20"]],
  ["no próximo dia 30", ["próximo dia 30 = 2019-06-30"]],
  ["no próximo dia 10", ["próximo dia 10 = 2019-07-10"]],
  ["entre os dias 3 e 8 de maio", ["entre os dias 3 e 8 de maio = 2019-05-03/2019-05-08"]],
  ["do dia 3 ao dia 8 de maio", ["do dia 3 ao dia 8 de maio = 2019-05-03/2019-05-08"]],
  ["em 1.º de janeiro de 2019", ["1.º de janeiro de 2019 = 2019-01-01"]],
  ["em 1.º de julho, 17 vezes", ["1.º de julho = 2019-07-01"]],
  ["na noite de ontem", ["na noite de ontem = 2019-06-17TNI"]],
  ["na manhã desta terça-feira", ["na manhã desta terça-feira = 2019-06-18TMO"]],
  ["na noite", ["na noite = TNI"]],
])("days by their number and their part: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["no último trimestre de 2018", ["último trimestre de 2018 = 2018-Q4"]],
  ["na segunda quinzena de maio", ["segunda quinzena de maio = 2019-05"]],
  ["nas últimas 3 semanas deste ano", ["nas últimas 3 semanas deste ano = P3W"]],
  ["no início dos anos 80", ["no início dos anos 80 = 198"]],
  ["durante todo o ano de 2018", ["o ano de 2018 = 2018"]],
  ["nos dez anos anteriores", ["nos dez anos anteriores = P10Y"]],
  ["em fins de 2018", ["em fins de 2018 = 2018"]],
  ["de 2010 para cá", ["de 2010 para cá = 2010/2019-06-18"]],
  ["hoje em dia", ["hoje em dia = PRESENT_REF"]],
  ["Em 05/1968 e em 2018-05", ["05/1968 = 1968-05", "2018-05 = 2018-05"]],
  ["A Lei 05/2018 e a Portaria n.º 12/2018", []],
  ["no fim da semana", ["no fim da semana = 2019-W25"]],
  ["no fim de semana", []],
])("periods: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["na segunda quinzena de maio", "2019-05-16", "2019-05-31"],
  ["na primeira metade de maio", "2019-05-01", "2019-05-15"],
])("the half of a month by its days: %s", (text, start, end) => {
  expect(readDates(text, { language: "pt", date: "2019-06-18" })).toMatchObject([{ start, end }]);
});

it.each([
  ["de dois em dois anos", ["de dois em dois anos = P2Y"]],
  ["de hora em hora", ["de hora em hora = PT1H"]],
  ["dia sim, dia não", ["dia sim, dia não = P2D"]],
  ["à uma e trinta", ["uma e trinta = 2019-06-18T01:30"]],
  ["às 18h30min", ["18h30min = 2019-06-18T18:30"]],
  ["pelas 20 horas", ["20 horas = 2019-06-18T20:00"]],
  ["dois anos depois de 2011", ["dois anos depois de 2011 = 2013"]],
  ["de cinco a dez anos", ["dez anos = P10Y"]],
])("rates, times and lengths: %s", (text, found) => {
  expect(read(text)).toEqual(found);
});

it.each([
  ["es", "el pasado día 12", ["el pasado día 12 = 2019-06-12"]],
  ["es", "entre los días 3 y 8 de mayo", ["entre los días 3 y 8 de mayo = 2019-05-03/2019-05-08"]],
  ["es", "la primera quincena de mayo", ["la primera quincena de mayo = 2019-05"]],
  ["es", "el martes (18)", ["martes (18) = 2019-06-18"]],
  ["it", "dal giorno 3 al giorno 8 maggio", ["dal giorno 3 al giorno 8 maggio = 2019-05-03/2019-05-08"]],
  ["en", "in the last quarter of 2018", ["the last quarter of 2018 = 2018-Q4"]],
  ["en", "the second half of May", ["the second half of May = 2019-05"]],
  ["ar", "في الربع الأخير من عام 2018", ["الربع الأخير من عام 2018 = 2018-Q4"]],
  ["en", "two years after 2011", ["two years after 2011 = 2013"]],
  ["en", "in 2018-05", ["2018-05 = 2018-05"]],
  ["en", "in 2010-11", ["2010-11 = 2010/2011"]],
])("the same in its sisters, %s: %s", (language, text, found) => {
  expect(read(text, language)).toEqual(found);
});
