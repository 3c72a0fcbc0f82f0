export { wordingOf } from "./explain/word.ts";
export { CONSTANTS, type RuleConstants } from "./rule/constants.ts";
export { judge } from "./rule/judge.ts";
export { type JudgedLine, judgeLine, judgeLines } from "./rule/line.ts";
export type { Judgement, RuleClaim, RuleEvidence } from "./rule/types.ts";
export type * from "./types.ts";
