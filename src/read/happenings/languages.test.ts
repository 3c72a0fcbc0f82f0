import { expect, test } from "vitest";
import type { Codebook, Field, Kind } from "../../codebook/types.ts";
import { createLexicon } from "../lexicon.ts";
import { readRecords } from "../read-records.ts";
import { testDocument } from "../test-book.ts";

const field = (id: string, type: Field["type"], more: Partial<Field> = {}): Field => ({
  id,
  type,
  label: { en: id },
  description: id,
  required: false,
  many: type === "text" || type === "country",
  sensitive: false,
  ...more,
});

const kind: Kind = {
  id: "raid",
  label: { en: "Raid" },
  plural: { en: "Raids" },
  description: "Raids.",
  name: { en: "{kind}" },
  sentence: { en: "{kind}" },
  identify: ["date"],
  when: "date",
  cited: false,
  sourced: false,
  fields: [
    field("kind", "code", { list: "raid-kinds" }),
    field("date", "date"),
    field("country", "country"),
    field("actor", "text", { role: "agent" }),
    field("place", "text", { role: "patient" }),
    field("person", "text", { role: "patient" }),
    field("tool", "text", { role: "instrument" }),
  ],
};

const codes = { attack: { label: { en: "Attack" } }, burning: { label: { en: "Burning" } } };

const codebook: Codebook = {
  id: "raids",
  title: { en: "Raids" },
  version: "1",
  kinds: new Map([["raid", kind]]),
  measures: new Map(),
  lists: new Map([
    ["raid-kinds", { id: "raid-kinds", label: { en: "Kinds" }, codes: new Map(Object.entries(codes)) }],
  ]),
  series: new Map(),
  indicators: new Map(),
  studies: new Map(),
  phrases: {
    "raid-kinds.attack": {
      es: ["atacaron", "atacó", "atacado", "ataque", "hirieron", "heridos", "asaltaron", "asaltado"],
      fr: ["a attaqué", "ont attaqué", "attaqué", "attaque", "blessé", "blessés"],
      pt: ["atacaram", "atacou", "atacado", "atacada", "ataque", "feridos"],
      ru: ["атаковали", "атакован", "напали на", "нападение", "ранены"],
      zh: ["袭击", "攻击", "打伤"],
      ar: ["هاجم", "هاجمت", "هجوم", "أصيب", "اقتحم"],
    },
    "raid-kinds.burning": {
      es: ["incendiaron", "quemaron"],
      fr: ["ont incendié", "incendié", "incendiée"],
      pt: ["incendiaram", "queimaram"],
      ru: ["сожгли", "сожжена", "подожгли"],
      zh: ["烧毁", "纵火"],
      ar: ["أحرق", "أحرقوا", "أضرم"],
    },
    "raid.actor": {
      es: ["hombres", "guerrilleros", "miembros", "bandidos"],
      fr: ["hommes", "rebelles", "membres", "bandits"],
      pt: ["homens", "rebeldes", "membros", "bandidos"],
      ru: ["боевики", "люди", "члены", "бандиты"],
      zh: ["枪手", "武装分子", "匪徒"],
      ar: ["مسلحون", "مسلحين", "عناصر", "متمردون"],
    },
    "raid.place": {
      es: ["molino", "oficina", "puente"],
      fr: ["moulin", "bureau", "pont"],
      pt: ["moinho", "escritório", "ponte"],
      ru: ["мельница", "офис", "мост"],
      zh: ["磨坊", "办公室", "桥"],
      ar: ["الطاحونة", "المكتب", "الجسر", "جسر"],
    },
    "raid.person": {
      es: ["molinero", "empleados"],
      fr: ["meunier", "employés"],
      pt: ["moleiro", "funcionários"],
      ru: ["мельник", "сотрудники"],
      zh: ["磨坊主", "职员"],
      ar: ["موظفين", "موظفان", "الطحان"],
    },
    "raid.tool": {
      es: ["hachas", "granadas"],
      fr: ["haches", "grenades"],
      pt: ["machados", "granadas"],
      ru: ["топоры", "гранаты"],
      zh: ["斧头", "手榴弹"],
      ar: ["قنابل", "فؤوس"],
    },
  },
};

const lexicon = createLexicon(codebook, []);
const read = (language: string, text: string) =>
  readRecords(testDocument(text, language), lexicon).map(({ fields }) => fields);

test.each([
  [
    "es",
    "Hombres armados atacaron el viejo molino de Ghana con hachas el 3 de mayo de 2019.",
    "Hombres armados",
    "viejo molino",
    "hachas",
  ],
  [
    "fr",
    "Des hommes armés ont attaqué le vieux moulin au Ghana avec des haches le 3 mai 2019.",
    "hommes armés",
    "vieux moulin",
    "haches",
  ],
  [
    "pt",
    "Homens armados atacaram o velho moinho no Gana com machados a 3 de maio de 2019.",
    "Homens armados",
    "velho moinho",
    "machados",
  ],
  [
    "ru",
    "Вооружённые люди атаковали старый мост в Гане, используя гранаты, 3 мая 2019 года.",
    "Вооружённые люди",
    "старый мост",
    "гранаты",
  ],
  ["zh", "2019年5月3日，枪手用手榴弹袭击了加纳的一座磨坊。", "枪手", "磨坊", "手榴弹"],
  [
    "ar",
    "هاجم مسلحون مجهولون الطاحونة في غانا باستخدام قنابل في 3 مايو 2019.",
    "مسلحون مجهولون",
    "الطاحونة",
    "قنابل",
  ],
])("whoever acts, what it happens to and what with are told in %s", (language, text, actor, place, tool) => {
  expect(read(language, text)).toEqual([
    { kind: "attack", date: "2019-05-03", country: "GHA", actor, place, tool },
  ]);
});

test.each([
  ["es", "La oficina fue asaltada de noche por guerrilleros.", "guerrilleros", "oficina"],
  ["es", "El molino fue atacado por miembros de la banda.", "miembros", "molino"],
  ["fr", "Le pont a été attaqué par des rebelles.", "rebelles", "pont"],
  ["pt", "A ponte foi atacada por rebeldes armados.", "rebeldes armados", "ponte"],
  ["ru", "Офис был атакован боевиками.", "боевиками", "Офис"],
  ["zh", "办公室遭武装分子袭击。", "武装分子", "办公室"],
  ["zh", "磨坊被匪徒烧毁。", "匪徒", "磨坊"],
  ["ar", "تعرض المكتب لهجوم من مسلحين.", "مسلحين", "المكتب"],
])("in a passive the two change places: %s, %s", (language, text, actor, place) => {
  expect(read(language, text)[0]).toMatchObject({ actor, place });
});

test.each([
  ["es", "La policía habló de un ataque de guerrilleros contra la oficina.", "guerrilleros", "oficina"],
  ["fr", "La police a parlé d'une attaque contre le bureau par des rebelles.", "rebelles", "bureau"],
  ["pt", "A polícia falou de um ataque de rebeldes ao escritório.", "rebeldes", "escritório"],
  ["ru", "Полиция сообщила о нападении боевиков на офис.", "боевиков", "офис"],
  ["zh", "武装分子对办公室发动袭击。", "武装分子", "办公室"],
  ["ar", "تحدثت الشرطة عن هجوم شنه مسلحون على المكتب.", "مسلحون", "المكتب"],
])("a noun of acting has its object behind or before a preposition: %s", (language, text, actor, place) => {
  expect(read(language, text)[0]).toMatchObject({ actor, place });
});

test.each([
  ["es", "Los guerrilleros planeaban atacar el molino. Amenazaron con un ataque contra el puente."],
  ["fr", "Les rebelles projetaient une attaque contre le moulin."],
  ["pt", "Os rebeldes ameaçaram com um ataque à ponte."],
  ["ru", "Боевики планировали нападение на мост."],
  ["zh", "武装分子企图袭击磨坊。"],
  ["ar", "خطط مسلحون لهجوم على الجسر."],
])("plans and threats make no record in %s", (language, text) => {
  expect(read(language, text)).toEqual([]);
});

test.each([
  ["es", "Guerrilleros atacaron al molinero Pérez Hansen."],
  ["pt", "Rebeldes atacaram o moleiro Pérez Hansen."],
])("a name behind a role is left out in %s", (language, text) => {
  expect(read(language, text)[0]!["person"]).toMatch(/^(?:molinero|moleiro)$/);
});
