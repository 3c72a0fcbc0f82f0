import type { HappeningWords } from "./types.ts";

export const ar: HappeningWords = {
  outside: "",
  participles: null,
  compounds: false,
  modifiers: "",
  before: "none",
  // Other adjectives have the endings of nouns.
  behind: /(?:ون|ين)$/u,
  parts: "عناصر|أعضاء|أفراد|مجموعة|مجموعات|خلية|عصابة|مقر|مكتب|مبنى|منزل",
  of: "من",
  articles: "عدد|بعض|عدة|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة",
  stops: "في يد|من جانب",
  listed: "و|أو",
  agents: "على يد|على أيدي|من قبل",
  onto: "على|ضد|في",
  by: "يد|أيدي|قبل|من",
  marked: "",
  verbs: /^(?:ي|ت)\p{L}{3,}|\p{L}{2,}(?:وا|ت)$/u,
  nouns: null,
  plural: null,
  passives: null,
  agentCase: null,
  suffers: "تعرض|تعرضت|تعرضوا",
  auxiliary: 4,
  inverted: true,
  definite: "هذا|هذه|ذلك|تلك",
  further: "أيضا|أيضاً|كذلك|أخرى|آخر|ثان|ثانية|ثالث|ثالثة",
  blames:
    "أعلن مسؤوليته|أعلنت مسؤوليتها|أعلنوا مسؤوليتهم|تبنى|تبنت|اتهم|اتهمت|اتهموا|مسؤول عن|مسؤولة عن|مسؤولين عن",
  infinitive: "أن",
  unreal:
    "خطط|خططت|خططوا|يخطط|تخطط|هدد|هددت|هددوا|تهديد|أحبطت|أحبط|إحباط|منع|منعت|حاول|حاولت|حاولوا|محاولة|إذا|لو|قد|يمكن|خشية|تفادي",
};
