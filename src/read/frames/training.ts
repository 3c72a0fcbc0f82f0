import type { Frame } from "./types.ts";

/** Who trained whose police, on what. */
export const training: Frame = {
  kind: "training",
  subject: "police training",
  giver: "provider",
  giverCountry: "provider",
  taker: "recipient",
  giverKinds: ["police-college", "police-agency", "ministry", "programme"],
  object: { list: "topics", role: "topic" },
  needsObject: false,
  given: "done",
  fields: {
    provider: "provider",
    recipient: "recipients",
    topic: "topics",
    host: "host_entity",
    date: "began",
    participants: "participants",
  },
  words: {
    en: {
      gives:
        "trained|trains|train|has trained|have trained|training for|provided training|provides training|provided|offered|offers courses|offered courses|gave|ran|runs|hosted|hosts|held|taught|teaches|teaching|delivered|conducted|organised|organized|instructed|opened a course|sent trainers|provide training|gave a course|attract|attracts|attracted|draws|drew",
      takes:
        "received|receive|taken|took|take|attended|attend|was trained|were trained|been trained|trained by|trained in|trained at|have received|study|studied|graduated|completed|joined|took part in|participated in|travelled to|went to|taught by|have taken",
      tells:
        "trained|trains|was trained|were trained|been trained|trained by|taught|instructed|be trained|train police|train officers|train soldiers",
      nouns:
        "training|police training|training session|training course|course|seminar|workshop|police college|police academy|police academies|law enforcement academies|law enforcement academy|instruction|curriculum|trainee|security assistance|drill",
      by: "by|from|at|in|with",
      to: "to|for|from|in|of|like",
      made: "",
    },
  },
};
