// Runs the test runners, adds their figures up and says them in one line.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root, say } from './context.mjs'

/** One runner's outcome: `failed` is at least 1 where the runner itself failed, so that nothing can pass by not running. */
function outcome(status, passed, failed, skipped = 0) {
  return { passed, failed: status === 0 ? failed : Math.max(1, failed), skipped }
}

export function runUnitTests(args = [], env = process.env) {
  const file = path.join(os.tmpdir(), `wayline-unit-${process.pid}.json`)
  const runner = path.join(root, 'node_modules/vitest/vitest.mjs')
  const options = [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...args,
  ]
  const run = spawnSync(process.execPath, [runner, ...options], { cwd: root, stdio: ['ignore', 2, 2], env })
  const figures = readJson(file)
  return outcome(run.status, figures?.numPassedTests ?? 0, figures?.numFailedTests ?? 0, figures?.numPendingTests ?? 0)
}

/** Playwright in the real Electron; `project` is e2e or faults. */
export async function runEndToEnd(project, args, env) {
  const file = path.join(os.tmpdir(), `wayline-${project}-${process.pid}.json`)
  const runner = path.join(root, 'node_modules/@playwright/test/cli.js')
  const options = ['test', '--config', 'test/playwright.config.ts', `--project=${project}`, ...args]
  const run = spawnSync(process.execPath, [runner, ...options], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  })
  const figures = readJson(file)?.stats
  const flaky = figures?.flaky ?? 0
  if (flaky > 0) say(`${flaky} of the tests of ${project} passed only at the second try`)
  return outcome(run.status, (figures?.expected ?? 0) + flaky, figures?.unexpected ?? 0, figures?.skipped ?? 0)
}

/** Says the sum as the last line, and gives the exit code. */
export function report(outcomes) {
  const sum = (name) => outcomes.reduce((total, one) => total + one[name], 0)
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')]
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return failed === 0 ? 0 : 1
}

function readJson(file) {
  if (!fs.existsSync(file)) return null
  const value = JSON.parse(fs.readFileSync(file, 'utf8'))
  fs.rmSync(file)
  return value
}
