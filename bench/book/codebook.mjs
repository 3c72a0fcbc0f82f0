/** Kinds of the synthetic book; ten fields each, so that ten statements make a record. */
export const KINDS = ["deal", "visit", "course"];

const FIELDS = `
    country: {type: country, label: Country, description: Where.}
    agreed: {type: date, label: Agreed, description: When.}
    units: {type: quantity, label: Units, description: How many.}
    seller: {type: text, label: Seller, description: Who.}
    product: {type: text, label: Product, description: What.}
    status: {type: text, label: Status, description: How it stands.}
    place: {type: text, label: Place, description: Town.}
    terms: {type: text, label: Terms, description: On what terms.}
    confidence: {type: text, label: Confidence, description: How sure.}
    note: {type: text, label: Note, description: More.}`;

export const FIELD_NAMES = [...FIELDS.matchAll(/^ {4}(\w+):/gm)].map(match => match[1]);

const kind = id => `kind:
  id: ${id}
  label: ${id}
  plural: ${id}s
  description: A ${id}.
  name: "{seller}"
  sentence: "{seller}."
  identify: [country, agreed]
  when: agreed
  where: country
  fields:${FIELDS}
`;

const SOURCE = `kind:
  id: source
  label: Source
  plural: Sources
  description: Something published.
  name: "{title}"
  sentence: "{title} came out."
  identify: [title]
  cited: true
  fields:
    title: {type: text, required: true, label: Title, description: Its title.}
`;

/** Codebook of the synthetic book. */
export const codebook = new Map([
  ["codebook/codebook.yaml", 'codebook: {id: synthetic, title: A synthetic book, version: "1"}\n'],
  ["codebook/source.yaml", SOURCE],
  ...KINDS.map(id => [`codebook/${id}.yaml`, kind(id)]),
]);
