import { expect, test } from "vitest";
import { Gate } from "./gate.ts";

const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds));

test("many pass together, one alone, and who waits to pass alone is not overtaken", async () => {
  const events: string[] = [];
  const gate = new Gate(() => events.push("waiting"));
  const pass = (name: string) =>
    gate.together(async () => {
      events.push(`${name} in`);
      await pause(10);
      events.push(`${name} out`);
    });
  const first = [pass("a"), pass("b")];
  await null;
  await pause(1);
  const alone = gate.inPrivate(async () => {
    events.push("alone in");
    await pause(5);
    events.push("alone out");
  });
  const later = pass("c");
  await Promise.all([...first, alone, later]);
  expect(events).toEqual([
    "a in",
    "b in",
    "waiting",
    "a out",
    "b out",
    "alone in",
    "alone out",
    "c in",
    "c out",
  ]);
});

test("a task that fails opens the gate again", async () => {
  const gate = new Gate();
  await expect(gate.inPrivate(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(gate.together(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await gate.inPrivate(async () => 1)).toBe(1);
  expect(await gate.together(async () => 2)).toBe(2);
});
