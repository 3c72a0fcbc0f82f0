import type { Calls } from "./calls.ts";
import { canShare, SecondThread } from "./second-thread.ts";
import type { Workspace } from "./workspace.ts";

/** Rows visited in a process, solve after solve, after which a second thread is started: as long as it takes to start one, twice over. */
const LONG = 50_000_000;

let visited = 0;
let second: SecondThread | null = null;

/**
 * Makes the calls of `theirs` in a second thread and those of `own` in this one, at the same time; false, and nothing done, where there is no second
 * thread. It is started when many rows have been visited, and takes part as soon as it is ready.
 */
export function sideBySide(
  workspace: Workspace,
  rows: number,
  { theirs, own }: { theirs: (calls: Calls) => void; own: () => void },
): boolean {
  visited += rows;
  if (second?.isGone) forget();
  if (second === null && visited > LONG && workspace.isShared && hasRoom()) second = started();
  return second?.share(workspace, theirs, own) ?? false;
}

/** On one processor a second thread would only take turns with this one. */
const hasRoom = (): boolean => canShare() && process.getBuiltinModule("node:os").availableParallelism() > 1;

/** Null, and not tried again soon, where the program may start no threads. */
function started(): SecondThread | null {
  try {
    return SecondThread.start();
  } catch {
    forget();
    return null;
  }
}

function forget(): void {
  second = null;
  visited = 0;
}

/** Starts the second thread now; when it can take part. */
export async function startSecondThread(): Promise<SecondThread> {
  if (second === null || second.isGone) second = SecondThread.start();
  await second.started;
  return second;
}
