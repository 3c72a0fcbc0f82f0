import type { HappeningWords } from "./types.ts";

export const es: HappeningWords = {
  outside: "",
  participles: null,
  compounds: false,
  modifiers:
    "presunto|presuntos|presunta|presuntas|supuesto|supuestos|antiguo|antigua|antiguos|antiguas|viejo|vieja|viejos|viejas|joven|jóvenes|gran|grandes|pequeño|pequeña|pequeños|pequeñas|nuevo|nueva|nuevos|nuevas",
  before: "none",
  behind:
    /(?:ad[oa]s?|id[oa]s?|ales?|ares?|istas?|iv[oa]s?|os[oa]s?|ian[oa]s?|eñ[oa]s?|ic[oa]s?|í[oa]s?|ari[oa]s?|ent[ae]s?|es[ea]s|és)$/u,
  parts:
    "miembro|miembros|integrante|integrantes|grupo|grupos|banda|bandas|célula|células|columna|columnas|unidad|unidades|comando|comandos|frente|facción|efectivos|elementos|representantes|sede|oficina|oficinas|casa|edificio|local|cuartel|cargas|carga",
  of: "de|del",
  articles:
    "el|la|los|las|un|una|unos|unas|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|varias|algunos|algunas|otro|otra|otros|otras|su|sus|al menos|este|esta|estos|estas",
  stops: "frente a|en frente de|en manos de|por parte de",
  listed: "y|e|o|u|,",
  agents: "por|a manos de",
  onto: "a|al|contra|de|del|en|sobre",
  by: "por|manos|parte",
  marked: "",
  verbs: /(?:ó|aron|ieron|eron|ab[ao]n?|ían?|ando|iendo|[aiu]d[oa]s?|[éí])$/u,
  nouns: null,
  plural: /[^s]s$/u,
  passives: null,
  agentCase: null,
  suffers: "sufrió|sufrieron|sufrido|víctima|víctimas|blanco|objeto",
  auxiliary: 3,
  inverted: true,
  definite: "el|la|los|las|este|esta|ese|esa|dicho|dicha",
  further: "también|asimismo|mientras|otro|otra|otros|otras|segundo|segunda|tercer|tercera",
  blames:
    "se atribuyó|se adjudicó|reivindicó|reivindicaron|se responsabilizó|asumió la autoría|asumió la responsabilidad|acusó a|acusaron a|culpó a|culparon a|atribuido a|atribuida a|responsable de|responsables de|obra de|cometido por|perpetrado por",
  infinitive: "a|para|de|intentar|iban",
  unreal:
    "planeaba|planeaban|planea|pretendía|pretendían|amenazó con|amenazaron con|amenaza de|amenazas de|frustró|frustraron|evitó|evitaron|podría|podrían|habría podido|si|intento de|riesgo de|temor a|temen|plan para",
};
