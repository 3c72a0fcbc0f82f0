import type { HappeningWords } from "./types.ts";

export const fr: HappeningWords = {
  outside: "",
  participles: null,
  compounds: false,
  modifiers:
    "présumé|présumés|présumée|présumées|prétendu|prétendus|ancien|ancienne|anciens|anciennes|vieux|vieille|vieilles|jeune|jeunes|grand|grande|grands|grandes|petit|petite|petits|petites|nouveau|nouvelle|nouveaux|nouvelles",
  before: "none",
  behind:
    /(?:ée?s?|ie?s|aux|ales?|al|ai[rn]e?s?|istes?|ifs?|ives?|eux|euses?|iens?|iennes?|iques?|ants?|antes?|ents?|entes?|ais|aises?|ois|oises?)$/u,
  parts:
    "membre|membres|groupe|groupes|bande|bandes|cellule|cellules|colonne|colonnes|unité|unités|commando|commandos|front|faction|éléments|représentants|siège|bureau|bureaux|maison|bâtiment|local|locaux|charges|charge",
  of: "de|du|des|d",
  articles:
    "le|la|les|l|un|une|des|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|quelques|autre|autres|son|sa|ses|leur|leurs|ce|cette|ces|'|’",
  stops: "en face de|entre les mains de|de la part de",
  listed: "et|ou|,",
  agents: "par|aux mains de|de la main de",
  onto: "à|au|aux|contre|de|du|des|d|dans|sur",
  by: "par|mains|main",
  marked: "",
  verbs: /(?:èrent|[aiu]it|aient|ant|é|ées?|és)$/u,
  nouns: null,
  plural: /[^s][sx]$/u,
  passives: null,
  agentCase: null,
  suffers: "subi|subit|victime|victimes|cible|cibles|objet",
  auxiliary: 3,
  inverted: false,
  definite: "le|la|les|l|ce|cette|cet",
  further: "aussi|également|ailleurs|autre|autres|deuxième|second|seconde|troisième",
  blames:
    "a revendiqué|ont revendiqué|revendiqué par|a endossé la responsabilité|a accusé|ont accusé|attribué à|attribuée à|attribuée aux|attribué aux|responsable de|responsables de|l'œuvre de|commis par|commise par|perpétré par|perpétrée par",
  infinitive: "à|pour|de|d",
  unreal:
    "projetait|projetaient|prévoyait|prévoyaient|voulait|voulaient|a menacé|ont menacé|menace de|menaces de|a déjoué|ont déjoué|déjoué|évité|empêché|pourrait|pourraient|si|tentative de|tentative d'|risque de|risque d'|crainte de|crainte d'|projet de|projet d'",
};
