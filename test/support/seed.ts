/**
 * Where chance begins. `npm test` takes the same numbers every time, so that it tells about a change and never about luck; `npm run test:laws` and
 * `npm run test:faults` look for what those numbers do not meet, with others each time, and a failure there names its seed.
 */
export const SEED = Number(process.env['WAYLINE_SEED'] ?? '1')
