// The per-template score of GTT (Du, Rush & Cardie 2021) for MUC-4: predicted templates are mapped one-to-one to gold ones of their type,
// by the mapping with the best F1 of the document; an entity is right if all its mentions are among those of one gold entity.
const ROLES = ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"];
const PLAIN = /[^\p{L}\p{N}\s]/gu;
const ARTICLES = /\b(?:a|an|the)\b/g;

export const normal = text =>
  text.toLowerCase().replace(PLAIN, "").replace(ARTICLES, " ").replace(/\s+/g, " ").trim();

const fits = (mentions, entity) => mentions.every(mention => entity.includes(mention));

/** Right and all, from both sides, of two templates; `null` stands for one that has no partner. */
function counts(predicted, gold) {
  const type = {
    p: [predicted && gold ? 1 : 0, predicted ? 1 : 0],
    r: [predicted && gold ? 1 : 0, gold ? 1 : 0],
  };
  const roles = ROLES.map(role => {
    const [own, theirs] = [predicted?.[role] ?? [], gold?.[role] ?? []];
    const right = own.filter(each => theirs.some(entity => fits(each, entity))).length;
    const found = theirs.filter(entity => own.some(each => fits(each, entity))).length;
    return { p: [right, own.length], r: [found, theirs.length] };
  });
  return [type, ...roles];
}

const add = (a, b) =>
  a.map((x, i) => ({
    p: [x.p[0] + b[i].p[0], x.p[1] + b[i].p[1]],
    r: [x.r[0] + b[i].r[0], x.r[1] + b[i].r[1]],
  }));
const zero = () => Array.from({ length: ROLES.length + 1 }, () => ({ p: [0, 0], r: [0, 0] }));

export function micro(each) {
  const sum = (side, i) => each.reduce((total, x) => total + x[side][i], 0);
  const p = sum("p", 1) ? sum("p", 0) / sum("p", 1) : 0;
  const r = sum("r", 1) ? sum("r", 0) / sum("r", 1) : 0;
  return { p, r, f: p + r ? (2 * p * r) / (p + r) : 0 };
}

const MAPPINGS = 20_000;

function best(predicted, gold) {
  let [top, topF, tried] = [null, -1, 0];
  const used = new Set();
  const step = (i, so) => {
    if (tried > MAPPINGS) return;
    if (i === predicted.length) {
      tried++;
      const all = gold.reduce((sum, each, k) => (used.has(k) ? sum : add(sum, counts(null, each))), so);
      const { f } = micro(all);
      if (f > topF) [top, topF] = [all, f];
      return;
    }
    for (let k = 0; k < gold.length; k++) {
      if (used.has(k) || !gold[k].incident_type.includes(predicted[i].incident_type)) continue;
      used.add(k);
      step(i + 1, add(so, counts(predicted[i], gold[k])));
      used.delete(k);
    }
    step(i + 1, add(so, counts(predicted[i], null)));
  };
  step(0, zero());
  return top;
}

const plain = template => ({
  incident_type: template.incident_type,
  ...Object.fromEntries(
    ROLES.map(role => [
      role,
      (template[role] ?? []).map(entity => entity.map(m => normal(Array.isArray(m) ? m[0] : m))),
    ]),
  ),
});

const unique = list => [...new Map(list.map(each => [JSON.stringify(each), each])).values()];

/** Scores of documents given as `{ predicted, gold }`, both lists of templates: overall, of types, and of each role. */
export function scoreTemplates(documents) {
  const total = documents.reduce(
    (sum, { predicted, gold }) => add(sum, best(predicted.map(plain), unique(gold.map(plain)))),
    zero(),
  );
  const parts = Object.fromEntries(
    ["type", ...ROLES].map((name, i) => [name, { ...micro([total[i]]), p_: total[i].p, r_: total[i].r }]),
  );
  return { ...micro(total), parts };
}
