/** A kind of record that is told by a code of its own ("was arrested", "internet shutdown") and not by giving and taking. */
export interface EventFrame {
  /** Kind of the codebook that it fills. */
  readonly kind: string;
  /** Code list whose phrases bring the frame to mind, and the field that takes the code. */
  readonly list: string;
  readonly code: string;
  readonly country: string;
  readonly date: string;
  /** Field for entities of the book, of these kinds. */
  readonly entities: { readonly field: string; readonly kinds: readonly string[] } | null;
  /** Field for a code of another list that is named with it. */
  readonly object: { readonly list: string; readonly field: string } | null;
  /** Field for whoever it happened to: a role in words, never a name. */
  readonly affected: string;
  /** Field for the name of an act; the frame then needs a named act. */
  readonly title: string;
  /** Field for whom an act concerns, where one that is told by its verb alone counts. */
  readonly counterpart: string;
  /** One of these arguments must be there beside the code. */
  readonly needs: readonly string[];
}

const incident: EventFrame = {
  kind: "incident",
  list: "incident-kinds",
  code: "kind",
  country: "country",
  date: "date",
  entities: { field: "vendors", kinds: ["vendor", "company", "product"] },
  object: { list: "product-kinds", field: "system_kind" },
  affected: "affected",
  title: "",
  counterpart: "",
  needs: ["country", "system_kind", "vendors"],
};

const policy: EventFrame = {
  kind: "policy",
  list: "policy-kinds",
  code: "kind",
  country: "actor",
  date: "date",
  entities: null,
  object: null,
  affected: "",
  title: "title",
  counterpart: "counterpart",
  needs: ["date", "actor"],
};

export const EVENT_FRAMES: readonly EventFrame[] = [incident, policy];
