import { expect, it } from 'vitest'
import { createTickets } from '../../../main/ipc/tickets'

it('gives a path once for its ticket, and nothing for a guess', () => {
  const tickets = createTickets()
  const ticket = tickets.issue('/home/anna/map.cjm')

  expect(ticket).toMatch(/^[A-Za-z0-9_-]{22}$/)
  expect([tickets.take('guess'), tickets.take(ticket), tickets.take(ticket)]).toEqual([undefined, '/home/anna/map.cjm', undefined])
})

it('forgets the oldest of more than fifty', () => {
  const tickets = createTickets()
  const issued = Array.from({ length: 51 }, (_none, at) => tickets.issue(`/${at}`))

  expect(tickets.take(issued[0]!)).toBeUndefined()
  expect(tickets.take(issued[50]!)).toBe('/50')
})
