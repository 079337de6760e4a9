import { expect, it } from 'vitest'
import { checkLink } from '../../../main/app/links'

it('opens web and mail links and shows the host as it really is', () => {
  expect(checkLink('https://example.org/a?b=1#c')).toEqual({ url: 'https://example.org/a?b=1#c', host: 'example.org' })
  expect(checkLink('https://раураl.com/login')?.host).toBe('xn--l-7sba6dbr.com')
  expect(checkLink('https://example.org:8443/')?.host).toBe('example.org:8443')
  expect(checkLink('mailto:team@example.org')).toEqual({ url: 'mailto:team@example.org', host: 'team@example.org' })
})

it('refuses every other scheme, and links made to look like another', () => {
  const refused = [
    'http://example.org',
    'file:///etc/passwd',
    'file://host/share',
    'FILE:///c:/windows/system32/calc.exe',
    'smb://host/share',
    'nfs://host/share',
    'ftp://host/a',
    'sftp://host/a',
    '\\\\host\\share',
    '//host/share',
    'ms-msdt:/id PCWDiagnostic',
    'ms-officecmd:{}',
    'ms-excel:ofe|u|https://example.org/a.xls',
    'search-ms:query=x&crumb=location:\\\\host',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' https://example.org',
    'https://example.org\n',
    'https://exa\tmple.org',
    'https://user:password@example.org',
    'https://example.org@evil.example',
    'https:example.org',
    'https:/example.org',
    'https:\\\\example.org',
    'https://',
    'https:///',
    'https://exam ple.org',
    'https://\u202Egro.elpmaxe',
    'https://example.org/\u200B',
    'vbscript:x',
    'data:text/html,<script>',
    'blob:https://example.org/1',
    'app://wayline/index.html',
    'devtools://devtools/bundled/inspector.html',
    'about:blank',
    'chrome://gpu',
    'ssh://host',
    'telnet://host',
    'tel:+4812345',
    'mailto:',
    'mailto:a@b?attach=/etc/passwd',
    'mailto:a@b.example?subject=x&body=y',
    'mailto:"x y"@example.org',
    'calculator:',
    '',
    'example.org',
    'C:\\Windows\\System32\\calc.exe',
    '/usr/bin/xcalc',
  ]
  expect(refused.filter((link) => checkLink(link) !== null)).toEqual([])
})
