import type { HappeningWords } from "./types.ts";

export const pt: HappeningWords = {
  outside: "",
  participles: null,
  compounds: false,
  modifiers:
    "suposto|supostos|suposta|supostas|alegado|alegados|antigo|antiga|antigos|antigas|velho|velha|velhos|velhas|jovem|jovens|grande|grandes|pequeno|pequena|pequenos|pequenas|novo|nova|novos|novas",
  before: "none",
  behind:
    /(?:ad[oa]s?|id[oa]s?|al|ais|ar|ares|istas?|iv[oa]s?|os[oa]s?|ian[oa]s?|enh[oa]s?|ic[oa]s?|ári[oa]s?|ent[ae]s?|ês|es[ae]s)$/u,
  parts:
    "membro|membros|integrante|integrantes|grupo|grupos|bando|bandos|célula|células|coluna|colunas|unidade|unidades|comando|comandos|frente|fação|facção|elementos|representantes|sede|escritório|escritórios|casa|edifício|quartel|cargas|carga",
  of: "de|do|da|dos|das",
  articles:
    "o|a|os|as|um|uma|uns|umas|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|vários|várias|alguns|algumas|outro|outra|outros|outras|seu|sua|seus|suas|este|esta|estes|estas",
  stops: "em frente a|à frente de|nas mãos de|por parte de",
  listed: "e|ou|,",
  agents: "por|pelo|pela|pelos|pelas|às mãos de",
  onto: "a|à|ao|aos|às|contra|de|do|da|dos|das|em|no|na|nos|nas|sobre",
  by: "por|pelo|pela|pelos|pelas|mãos|parte",
  marked: "",
  verbs: /(?:ou|aram|eram|iram|iu|eu|av[ao]m?|iam?|ando|endo|indo|[aiu]d[oa]s?)$/u,
  nouns: null,
  plural: /[^s]s$/u,
  passives: null,
  agentCase: null,
  suffers: "sofreu|sofreram|sofrido|vítima|vítimas|alvo",
  auxiliary: 3,
  inverted: true,
  definite: "o|a|os|as|este|esta|esse|essa",
  further: "também|enquanto|outro|outra|outros|outras|segundo|segunda|terceiro|terceira",
  blames:
    "reivindicou|reivindicaram|assumiu a autoria|assumiu a responsabilidade|acusou|acusaram|culpou|culparam|atribuído a|atribuída a|responsável por|responsáveis por|obra de|cometido por|perpetrado por",
  infinitive: "a|para|de|tentar|iam",
  unreal:
    "planejava|planejavam|planeava|planeavam|pretendia|pretendiam|ameaçou|ameaçaram|ameaça de|ameaças de|frustrou|frustraram|evitou|evitaram|poderia|poderiam|se|tentativa de|risco de|receio de|plano para",
};
