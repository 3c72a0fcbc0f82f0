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
  const done = verb.endsWith("er") ? `${root}é` : `${root}i`;
  return [done, `${done}e`].flatMap(each => [
    `été ${each}`,
    `sera ${each}`,
    `seront ${each}`,
    `sont ${each}`,
  ]);
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
    ...["tem", "têm"].map(has => `${has} ${root}${done}`),
    ...["vai", "vão"].map(goes => `${goes} ${verb}`),
    verb,
  ];
}

function portuguesePassive(verb: string): string[] {
  const done = verb.slice(0, -2) + PORTUGUESE[verb.slice(-2)]![1];
  return ["foi", "foram", "será", "serão", "são", "sido"].map(is => `${is} ${done}`);
}

const forms =
  (of: (verb: string) => readonly string[]) =>
  (verbs: string): string =>
    verbs.split("|").flatMap(of).join("|");

export const fr = { active: forms(frenchActive), passive: forms(frenchPassive) };
export const pt = { active: forms(portugueseActive), passive: forms(portuguesePassive) };
