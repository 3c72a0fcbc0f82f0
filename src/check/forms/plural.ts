/** Plural nouns for those who supply, by language. Chinese and others without a plural are left out. */
const PLURALS: Readonly<Record<string, RegExp>> = {
  en: /\b(firms|companies|vendors|suppliers|makers|manufacturers|sellers|giants|contractors)\b/i,
  es: /\b(empresas|compañías|firmas|proveedores|fabricantes)\b/i,
  fr: /\b(entreprises|sociétés|firmes|fournisseurs|fabricants)\b/i,
  pt: /\b(empresas|companhias|firmas|fornecedores|fabricantes)\b/i,
  ru: /(компании|фирмы|поставщики|производители)/i,
  ar: /(شركات|موردون|مصنعون)/,
};

/** Does a sentence speak of several suppliers without naming them? */
export const isPlural = (sentence: string, language: string): boolean =>
  (PLURALS[language.slice(0, 2)] ?? /(?!)/).test(sentence);
