export type { Accepted, ProposedClaim, ProposedRecord, Rejected } from "./accept.ts";
export {
  ASK_LIMITS,
  type AskEffects,
  type AskLimits,
  ask,
  completionsAddress,
  type Endpoint,
  type Message,
  ModelFailure,
} from "./client.ts";
export { type Answers, type Proposals, type ProposeOptions, piecesOf, proposeReadings } from "./propose.ts";
