import { defineConfig } from '@playwright/test'

/** The real app under Xvfb, one window at a time: two cores do not make two boards faster. */
export default defineConfig({
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  // A second try on the gate only, for machines that are busy with other things; it is told, never hidden.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  // The figures go to a file where one is named; without it they would flood the terminal.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : 'list',
  outputDir: '../test-results',
  projects: [
    { name: 'e2e', testDir: './e2e' },
    // Beside them are rows that need no window, which the unit tests' runner provokes.
    { name: 'faults', testDir: './faults', testMatch: '*.spec.ts', timeout: 900_000 },
  ],
})
