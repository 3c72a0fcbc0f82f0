import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tests/**/*.test.ts"],
    // A limit for what hangs, not for what is slow: a loaded machine must not fail a test.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Two cores are the smallest machine we support; more workers than that only fight.
    maxWorkers: 2,
  },
});
