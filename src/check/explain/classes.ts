/** Classes of numbers (CLDR), in the order in which words for them are listed. */
const CLASSES: readonly string[] = ["other", "one", "few", "many", "two"];

const RULES = new Map<string, Intl.PluralRules>();

/** Of words for the classes of numbers, the one that stands behind a number; the first where its class has none of its own. */
export function formFor<T>(n: number, forms: readonly T[], locale: string): T | undefined {
  if (forms.length < 2) return forms[0];
  const rules = RULES.get(locale) ?? new Intl.PluralRules(locale);
  RULES.set(locale, rules);
  return forms[CLASSES.indexOf(rules.select(n))] ?? forms[0];
}
