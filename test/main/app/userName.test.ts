import { describe, expect, it } from 'vitest'
import { systemUserName } from '../../../main/app/userName'

const NO_ENTRY = (): never => {
  throw Object.assign(new Error('A system error occurred: uv_os_get_passwd returned ENOENT'), { code: 'ERR_SYSTEM_ERROR' })
}

describe('the name of the person at this computer', () => {
  it('is what the system says', () => {
    expect(systemUserName({ userInfo: () => ({ username: 'anna' }), env: { USER: 'root' } })).toBe('anna')
  })

  it('comes from the environment, or is empty, where the system has no entry for the user', () => {
    expect(systemUserName({ userInfo: NO_ENTRY, env: { USER: 'anna' } })).toBe('anna')
    expect(systemUserName({ userInfo: NO_ENTRY, env: { USERNAME: 'Anna' } })).toBe('Anna')
    expect(systemUserName({ userInfo: NO_ENTRY, env: {} })).toBe('')
  })
})
