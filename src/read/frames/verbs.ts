/**
 * The forms in which news uses a regular verb, so that frames name verbs and not each of their forms. Phrases are matched on stems without
 * accents, plural and gender, so one form of a participle stands for most.
 */

/** Who does it: presents, perfects, futures, the verb alone. */
function frenchActive(verb: string): string[] {
  const root = verb.slice(0, -2);
  const er = verb.endsWith("er");
  const done = er ? `${root}é` : `${root}i`;
  const now = er ? [`${root}e`, `${root}ent`, `${root}ait`, `${root}aient`] : [`${root}it`, `${root}issent`];
  const auxiliaries = ["a", "ont", "avait", "avaient"].map(has => `${has} ${done}`);
  const coming = [
    `${verb}a`,
    `${verb}ont`,
    `va ${verb}`,
    `vont ${verb}`,
    `vient de ${verb}`,
    `viennent de ${verb}`,
  ];
  return [...now, ...auxiliaries, ...coming, verb];
}

/** To whom or what it is done: an auxiliary and a participle. */
function frenchPassive(verb: string): string[] {
  const root = verb.slice(0, -2);
  const done = FRENCH_DONE[verb] ?? (verb.endsWith("er") ? `${root}é` : `${root}i`);
  return [done, `${done}e`].flatMap(each => [
    `été ${each}`,
    `sera ${each}`,
    `seront ${each}`,
    `sont ${each}`,
    `fut ${each}`,
    `furent ${each}`,
  ]);
}

/** Participles that no rule makes. */
const FRENCH_DONE: Readonly<Record<string, string>> = {
  vendre: "vendu",
  offrir: "offert",
  construire: "construit",
  remettre: "remis",
};

const SPANISH: Readonly<Record<string, readonly [now: readonly string[], done: string]>> = {
  ar: [["a", "an", "ó", "aron", "ará", "arán", "aba", "aban"], "ado"],
  er: [["e", "en", "ió", "ieron", "erá", "erán", "ía", "ían"], "ido"],
  ir: [["e", "en", "ió", "ieron", "irá", "irán", "ía", "ían"], "ido"],
};

function spanishActive(verb: string): string[] {
  const root = verb.slice(0, -2);
  const [now, done] = SPANISH[verb.slice(-2)]!;
  return [
    ...now.map(ending => root + ending),
    ...["ha", "han", "había", "habían"].map(has => `${has} ${root}${done}`),
    ...["va a", "van a", "acaba de", "acaban de"].map(goes => `${goes} ${verb}`),
    verb,
  ];
}

/** "Fue vendido", "ha sido vendido", "se vendió", "están instaladas". */
function spanishPassive(verb: string): string[] {
  const root = verb.slice(0, -2);
  const [[now, nows, past, pasts], done] = SPANISH[verb.slice(-2)]! as [string[], string];
  return [
    ...["fue", "fueron", "será", "serán", "son", "sido", "está", "están"].map(is => `${is} ${root}${done}`),
    ...[now, nows, past, pasts].map(ending => `se ${root}${ending}`),
  ];
}

const PORTUGUESE: Readonly<Record<string, readonly [now: readonly string[], done: string]>> = {
  ar: [["a", "am", "ou", "aram", "ará", "arão", "ava", "avam"], "ado"],
  er: [["e", "em", "eu", "eram", "erá", "erão", "ia", "iam"], "ido"],
  ir: [["e", "em", "iu", "iram", "irá", "irão", "ia", "iam"], "ido"],
};

function portugueseActive(verb: string): string[] {
  const root = verb.slice(0, -2);
  const [now, done] = PORTUGUESE[verb.slice(-2)]!;
  return [
    ...now.map(ending => root + ending),
    ...["tem", "têm", "tinha", "tinham", "havia", "haviam"].map(has => `${has} ${root}${done}`),
    ...["vai", "vão"].map(goes => `${goes} ${verb}`),
    verb,
  ];
}

function portuguesePassive(verb: string): string[] {
  const done = verb.slice(0, -2) + PORTUGUESE[verb.slice(-2)]![1];
  return ["foi", "foram", "será", "serão", "são", "sido", "está", "estão"].map(is => `${is} ${done}`);
}

const forms =
  (of: (verb: string) => readonly string[]) =>
  (verbs: string): string =>
    verbs.split("|").flatMap(of).join("|");

export const es = { active: forms(spanishActive), passive: forms(spanishPassive) };
export const fr = { active: forms(frenchActive), passive: forms(frenchPassive) };
export const pt = { active: forms(portugueseActive), passive: forms(portuguesePassive) };
