import path from 'node:path'
import { defineConfig } from 'vitest/config'

const GATE = process.env['CI'] !== undefined

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    environment: 'node',
    pool: 'threads',
    // Only for what hangs: on a machine that is busy with other things the laws take many times as long.
    testTimeout: 120_000,
    setupFiles: ['test/support/seedLaws.ts'],
    projects: [
      // Rules: what fails once is wrong.
      { extends: true, test: { name: 'rules', include: ['test/*.test.ts', 'test/{shared,renderer}/**/*.test.{ts,tsx}'] } },
      // Real disks, processes and clocks: a second try on the gate only, for machines that are busy with other things.
      { extends: true, test: { name: 'system', include: ['test/main/**/*.test.ts', 'test/faults/*.test.ts'], retry: GATE ? 1 : 0 } },
    ],
  },
})
