// Runs the test runners, adds their figures up and says them in one line.
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root, say } from './context.mjs'

/** One runner's outcome: `failed` is at least 1 where the runner itself failed, so that nothing can pass by not running. */
function outcome(status, { passed = 0, failed = 0, skipped = 0, failures = [] }) {
  return { passed, failed: status === 0 ? failed : Math.max(1, failed), skipped, failures }
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
  return outcome(run.status, {
    passed: figures?.numPassedTests,
    failed: figures?.numFailedTests,
    skipped: figures?.numPendingTests,
    failures: figures?.testResults.flatMap(failuresIn),
  })
}

/** Other chances than the last time, as text for WAYLINE_SEED. */
export function newSeed() {
  return String(randomInt(1_000_000_000))
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
  const figures = readJson(file)
  const { expected = 0, flaky = 0, unexpected, skipped } = figures?.stats ?? {}
  const specs = figures?.suites.flatMap(specsIn) ?? []
  for (const spec of specs) if (statusOf(spec) === 'flaky') say(`passed only at the second try: ${placeOf(spec)}`)
  return outcome(run.status, {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    failures: specs.filter((spec) => statusOf(spec) === 'unexpected').map((spec) => `${placeOf(spec)}\n${errorOf(spec)}`),
  })
}

/** Every failed test of one file of Vitest's report, and the file itself where it could not even be read. */
function failuresIn({ name, message, assertionResults }) {
  const file = path.relative(root, name)
  const failed = assertionResults.filter(({ status }) => status === 'failed')
  if (failed.length === 0 && message) return [`${file}\n${message}`]
  return failed.map(({ fullName, failureMessages }) => `${file} > ${fullName}\n${failureMessages.join('\n')}`)
}

/** Playwright's report nests groups of tests. */
function specsIn({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsIn)]
}

function statusOf({ tests }) {
  return tests[0]?.status
}

function placeOf({ file, line, title }) {
  return `${file}:${line} > ${title}`
}

function errorOf({ tests }) {
  return tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message }) => message))).join('\n')
}

/** Of one failure: a diff of two whole boards would push everything else out of a log that is cut. */
const MOST_LINES = 60

/** Says once more what failed, for whoever only sees the end of a log, then the sum as the last line, and gives the exit code. */
export function report(outcomes) {
  for (const failure of outcomes.flatMap(({ failures = [] }) => failures)) {
    console.log(`FAILED ${failure.split('\n').slice(0, MOST_LINES).join('\n')}\n`)
  }
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
