import type { Command } from "../command.ts";
import { appeal } from "./appeal.ts";
import { check } from "./check.ts";
import { count } from "./count.ts";
import { diff } from "./diff.ts";
import { doctor } from "./doctor.ts";
import { estimate } from "./estimate/estimate.ts";
import { init } from "./init.ts";
import { judge } from "./judge.ts";
import { link } from "./link/link.ts";
import { log } from "./log.ts";
import { pairs } from "./pairs/pairs.ts";
import { query } from "./query.ts";
import { read } from "./read.ts";
import { redact } from "./redact.ts";
import { serve, start } from "./serve.ts";
import { undercount } from "./undercount.ts";
import { verify } from "./verify.ts";
import { watch } from "./watch.ts";

/** All commands, in the order of `custodes --help`. */
export const commands: readonly Command[] = [
  start,
  check,
  read,
  judge,
  appeal,
  watch,
  count,
  undercount,
  estimate,
  query,
  link,
  pairs,
  log,
  diff,
  verify,
  redact,
  init,
  serve,
  doctor,
];
