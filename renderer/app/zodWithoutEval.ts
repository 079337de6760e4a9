import { config } from 'zod'

// zod tries whether it may compile code; the page's policy forbids that, and would report every try.
config({ jitless: true })
