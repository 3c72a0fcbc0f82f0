// Made from the codebook by `node scripts/reference.mjs`; do not edit it here.

/** Indexes that class countries */
export type ClassLists = "eiu" | "row" | "fh";

/** Income of the recipient: quarters of all countries */
export type IncomeQuarters = "q1" | "q2" | "q3" | "q4";

/** Topics of training */
export type Topics = "general" | "cybercrime" | "counter-narcotics" | "counter-terrorism" | "riot-control" | "regime-security" | "surveillance-technology" | "forensics" | "traffic" | "border" | "peacekeeping" | "vip-protection" | "economic-crime" | "trafficking" | "community-policing" | "language" | "leadership" | "swat" | "k9" | "other";

/** Venues */
export type Venues = "provider" | "recipient" | "third" | "online";

/** Forms of training */
export type TrainingForms = "session" | "programme" | "forum" | "drill";

/** Kinds of product */
export type ProductKinds = "safe-city" | "cctv" | "facial-recognition" | "licence-plate-recognition" | "internet-filtering" | "deep-packet-inspection" | "social-media-monitoring" | "spyware" | "lawful-interception" | "data-centre" | "telecom-network" | "biometric-id" | "police-equipment" | "drone" | "other";

/** Statuses */
export type Statuses = "announced" | "signed" | "built" | "operational" | "suspended" | "cancelled" | "unknown";

/** Terms */
export type Terms = "sale" | "loan" | "grant" | "gift" | "build-operate-transfer" | "unknown";

/** Confidence */
export type Confidence = "high" | "medium" | "low";

/** Kinds of incident */
export type IncidentKinds = "arrest-or-stop" | "internet-shutdown" | "censorship" | "spying" | "protest-policing" | "data-breach" | "system-failure" | "other";

/** Kinds of policy */
export type PolicyKinds = "initiative" | "concept-paper" | "forum" | "pledge" | "proposal" | "police-agreement" | "security-agreement" | "joint-patrol" | "deployment" | "withdrawal" | "aid-package" | "response" | "recognition-switch" | "endorsement" | "statement" | "police-station" | "policy-change" | "law" | "procurement-ban" | "export-control" | "sanction";

/** Kinds of entity */
export type EntityKinds = "vendor" | "company" | "product" | "programme" | "police-college" | "police-agency" | "ministry" | "university" | "international-organisation";

/** Kinds of source */
export type SourceKinds = "news" | "report" | "dataset" | "government" | "vendor" | "academic" | "ngo" | "state-media";

/** Origins of figures */
export type Origins = "primary" | "secondary" | "vendor-claim" | "government-claim";

/** Directions */
export type Directions = "up" | "down";

/** Classes of regime */
export type Regimes = "full-democracy" | "flawed-democracy" | "hybrid-regime" | "authoritarian" | "liberal-democracy" | "electoral-democracy" | "electoral-autocracy" | "closed-autocracy" | "free" | "partly-free" | "not-free" | "democracy" | "autocracy";

/** Languages */
export type Languages = "am" | "ar" | "bn" | "ca" | "da" | "de" | "en" | "es" | "et" | "fr" | "hi" | "hu" | "id" | "it" | "kk" | "mn" | "nl" | "pt" | "ru" | "rw" | "sl" | "sr" | "tl" | "uz" | "vi" | "zh";

/** A course, seminar, exchange, drill or programme that one state or organisation gives to police or security forces of others. Some rows are whole programmes or forums and not single sessions; `form` says which. */
export interface Training {
  /** Its id, which never changes. */
  readonly id: string;
  /** Provider: State that gives the training. Empty where an organisation gives it. */
  readonly provider: string | null;
  /** Providing organisation: Organisation that gives it and is no state: European Union, United Nations, INTERPOL. */
  readonly provider_organisation: string | null;
  /** Host: Institution that holds it, as named. */
  readonly host: string | null;
  /** Host (entity): The host where it is an entity of the book. */
  readonly host_entity: string | null;
  /** Place: Town or region where it is held. */
  readonly place: string | null;
  /** Country of venue: Country where it is held: the provider or the only recipient by `venue`, or the country that the source names. */
  readonly country: string | null;
  /** Recipients: Countries whose forces take part. Empty where the source names none. */
  readonly recipients: readonly string[];
  /** Began: First day as far as it is known. */
  readonly began: string | null;
  /** First day that it covers, ISO 8601. */
  readonly began_start: string | null;
  /** Last day that it covers, ISO 8601. */
  readonly began_end: string | null;
  /** Ended: Last day as far as it is known. */
  readonly ended: string | null;
  /** First day that it covers, ISO 8601. */
  readonly ended_start: string | null;
  /** Last day that it covers, ISO 8601. */
  readonly ended_end: string | null;
  /** Participants: People trained. Without a hedge in `participants_qualifier` the source states none. */
  readonly participants: number | null;
  /** Lower end of its interval. */
  readonly participants_low: number | null;
  /** Upper end of its interval. */
  readonly participants_high: number | null;
  /** Its unit or currency. */
  readonly participants_unit: string | null;
  /** How the source hedges it. */
  readonly participants_qualifier: string | null;
  /** Topics: What is taught. */
  readonly topics: readonly Topics[];
  /** Venue: Whose country it is held in. */
  readonly venue: Venues | null;
  /** Form: Session, programme, forum or drill. */
  readonly form: TrainingForms | null;
  /** Confidence: How well the sources bear the row. */
  readonly confidence: Confidence | null;
  /** Note: What else is known, in our words. */
  readonly note: string | null;
  /** Ids of the sources that state it. */
  readonly sources: readonly string[];
  /** Entry of the journal that last touched it. */
  readonly seq: number;
}

/** A surveillance or information-control system that was offered, sold, given, built or seen in use in a country. */
export interface Deployment {
  /** Its id, which never changes. */
  readonly id: string;
  /** Vendor: Seller or maker, as the sources name it. */
  readonly vendor: readonly string[];
  /** Vendors (entities): The sellers or makers as entities of the book. */
  readonly vendors: readonly string[];
  /** Country of vendor: Country or countries the vendors are at home in. */
  readonly vendor_country: readonly string[];
  /** Product: What was supplied. */
  readonly product: string | null;
  /** Kind of product: What sort of system it is. */
  readonly product_kind: ProductKinds | null;
  /** Recipient: Country that gets or runs it. */
  readonly recipient: string | null;
  /** Place: Town or region where it stands. */
  readonly place: readonly string[];
  /** Agreed: When it was agreed or ordered. */
  readonly agreed: string | null;
  /** First day that it covers, ISO 8601. */
  readonly agreed_start: string | null;
  /** Last day that it covers, ISO 8601. */
  readonly agreed_end: string | null;
  /** Seen operating by: A date by which the system was seen working. For most rows it is the date of the report, so it is never a start. Where the status is neither operational nor built, it is the date of the report that speaks of the system. */
  readonly seen_operating_by: string | null;
  /** First day that it covers, ISO 8601. */
  readonly seen_operating_by_start: string | null;
  /** Last day that it covers, ISO 8601. */
  readonly seen_operating_by_end: string | null;
  /** Status: How far it has come. */
  readonly status: Statuses | null;
  /** Value: What it cost or is worth. Many of the sources hedge and the hedge was not kept; an empty `value_qualifier` means that it is not known. */
  readonly value: number | null;
  /** Lower end of its interval. */
  readonly value_low: number | null;
  /** Upper end of its interval. */
  readonly value_high: number | null;
  /** Its unit or currency. */
  readonly value_unit: string | null;
  /** How the source hedges it. */
  readonly value_qualifier: string | null;
  /** Cameras: How many cameras. An empty `cameras_qualifier` means that the hedge of the source was not kept. */
  readonly cameras: number | null;
  /** Lower end of its interval. */
  readonly cameras_low: number | null;
  /** Upper end of its interval. */
  readonly cameras_high: number | null;
  /** Its unit or currency. */
  readonly cameras_unit: string | null;
  /** How the source hedges it. */
  readonly cameras_qualifier: string | null;
  /** Financier: Who pays or lends, as the sources name it. */
  readonly financier: string | null;
  /** Terms: On what terms it is supplied. */
  readonly terms: Terms | null;
  /** Confidence: How well the sources bear the row. */
  readonly confidence: Confidence | null;
  /** Note: What else is known, in our words. */
  readonly note: string | null;
  /** Ids of the sources that state it. */
  readonly sources: readonly string[];
  /** Entry of the journal that last touched it. */
  readonly seq: number;
}

/** A documented use of such a system against a person or a group, or a documented failure of it. Those affected are roles, never names. */
export interface Incident {
  /** Its id, which never changes. */
  readonly id: string;
  /** Kind: What happened. */
  readonly kind: IncidentKinds | null;
  /** Country: Where it happened. */
  readonly country: readonly string[];
  /** Place: Town or region. */
  readonly place: readonly string[];
  /** Date: When it happened. */
  readonly date: string | null;
  /** First day that it covers, ISO 8601. */
  readonly date_start: string | null;
  /** Last day that it covers, ISO 8601. */
  readonly date_end: string | null;
  /** Kind of system: What sort of system was used or failed. */
  readonly system_kind: ProductKinds | null;
  /** Vendor: Maker of the system, as the sources name it. */
  readonly vendor: readonly string[];
  /** Vendors (entities): The makers as entities of the book. */
  readonly vendors: readonly string[];
  /** Actor: Office or body that acted. */
  readonly actor: string | null;
  /** Affected: Role of whoever was affected (`anti-corruption activist`), never a private person's name. */
  readonly affected: string | null;
  /** Confidence: How well the sources bear the row. */
  readonly confidence: Confidence | null;
  /** Note: What else is known, in our words. */
  readonly note: string | null;
  /** Ids of the sources that state it. */
  readonly sources: readonly string[];
  /** Entry of the journal that last touched it. */
  readonly seq: number;
}

/** A number that a source publishes, with what it counts and who counted it. */
export interface Figure {
  /** Its id, which never changes. */
  readonly id: string;
  /** Subject: What the figure is about. */
  readonly subject: string | null;
  /** Counted: What is counted, in the words in which the figure was noted. */
  readonly counted: string | null;
  /** Measure: Measure of the codebook that it is a figure of. */
  readonly measure: string | null;
  /** About: Entities and states that it speaks of: provider, vendor, product, recipient, place. Empty for the whole world. */
  readonly about: readonly string[];
  /** Value: The number. A range has its upper end in `value_high`. */
  readonly value: number | null;
  /** Lower end of its interval. */
  readonly value_low: number | null;
  /** Upper end of its interval. */
  readonly value_high: number | null;
  /** Its unit or currency. */
  readonly value_unit: string | null;
  /** How the source hedges it. */
  readonly value_qualifier: string | null;
  /** Direction: Whether a change is a rise or a fall; the value itself has no sign. */
  readonly direction: Directions | null;
  /** Population: Denominator or scope as the source gives it. */
  readonly population: string | null;
  /** Regime: Class of countries that the figure speaks of. */
  readonly regime: Regimes | null;
  /** Kind of product: Sort of system that is counted. */
  readonly product_kind: ProductKinds | null;
  /** Period from: Start of the time that is counted. */
  readonly period_start: string | null;
  /** First day that it covers, ISO 8601. */
  readonly period_start_start: string | null;
  /** Last day that it covers, ISO 8601. */
  readonly period_start_end: string | null;
  /** Period to: End of the time that is counted. */
  readonly period_end: string | null;
  /** First day that it covers, ISO 8601. */
  readonly period_end_start: string | null;
  /** Last day that it covers, ISO 8601. */
  readonly period_end_end: string | null;
  /** As of: When the count stood. */
  readonly as_of: string | null;
  /** First day that it covers, ISO 8601. */
  readonly as_of_start: string | null;
  /** Last day that it covers, ISO 8601. */
  readonly as_of_end: string | null;
  /** Place: Country that is counted in. */
  readonly place: string | null;
  /** Counter: Whose count it is: a short slug. Figures with the same counter and measure are one voice. */
  readonly counter: string | null;
  /** Origin: How near the source is to the count. */
  readonly origin: Origins | null;
  /** Note: What else is known, in our words. */
  readonly note: string | null;
  /** Ids of the sources that state it. */
  readonly sources: readonly string[];
  /** Entry of the journal that last touched it. */
  readonly seq: number;
}

/** A dated policy, agreement, statement or turning point. */
export interface Policy {
  /** Its id, which never changes. */
  readonly id: string;
  /** Date: When it was made, signed or announced. */
  readonly date: string | null;
  /** First day that it covers, ISO 8601. */
  readonly date_start: string | null;
  /** Last day that it covers, ISO 8601. */
  readonly date_end: string | null;
  /** Actor: States that act. */
  readonly actor: readonly string[];
  /** Acting organisation: Organisations that act and are no states. */
  readonly organisation: readonly string[];
  /** Counterpart: States that it concerns or is made with. */
  readonly counterpart: readonly string[];
  /** Kind: What sort of act it is. */
  readonly kind: PolicyKinds | null;
  /** Title: The act in a few words, ours. */
  readonly title: string | null;
  /** Confidence: How well the sources bear the row. */
  readonly confidence: Confidence | null;
  /** Note: What else is known, in our words. */
  readonly note: string | null;
  /** Ids of the sources that state it. */
  readonly sources: readonly string[];
  /** Entry of the journal that last touched it. */
  readonly seq: number;
}

/** An organisation, programme or product that records speak of. No persons. */
export interface Entity {
  /** Its id, which never changes. */
  readonly id: string;
  /** Kind: What it is. */
  readonly kind: EntityKinds | null;
  /** Name: Its usual name in English. */
  readonly name: string | null;
  /** Country: Where it is at home; empty for international organisations. */
  readonly country: string | null;
  /** Other names: Names in any language. */
  readonly aliases: readonly string[];
  /** Parent: Entity of the book that it belongs to. */
  readonly parent: string | null;
  /** Parent (name): Owner that is no entity of the book. */
  readonly parent_name: string | null;
  /** Note: What else is known, in our words. */
  readonly note: string | null;
  /** Ids of the sources that state it. */
  readonly sources: readonly string[];
  /** Entry of the journal that last touched it. */
  readonly seq: number;
}

/** Something published that can be cited. */
export interface Source {
  /** Its id, which never changes. */
  readonly id: string;
  /** Publisher: Who published it. */
  readonly publisher: string | null;
  /** Title: Its title; empty where the page gives none. */
  readonly title: string | null;
  /** Author: By-line of the publication. */
  readonly author: readonly string[];
  /** Published: When it came out. */
  readonly published: string | null;
  /** First day that it covers, ISO 8601. */
  readonly published_start: string | null;
  /** Last day that it covers, ISO 8601. */
  readonly published_end: string | null;
  /** Address: Where it stands. */
  readonly url: string | null;
  /** Language: Language it is written in. */
  readonly language: Languages | null;
  /** Kind: What sort of publication it is. */
  readonly kind: SourceKinds | null;
  /** State: The state that speaks, by ISO 3166-1 alpha-3 code, where the source is of a government or its media; empty for all others and for international bodies. */
  readonly state: string | null;
  /** Ids of the sources that state it. */
  readonly sources: readonly string[];
  /** Entry of the journal that last touched it. */
  readonly seq: number;
}
