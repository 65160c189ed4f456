import { expect, test } from 'vitest'
import { readProxy } from './proxy.ts'

const loopback = 'localhost,127.0.0.1,::1,[::1]'

// The order and the spellings of curl: https://everything.curl.dev/usingcurl/proxies/env.html
test.for([
  [{}, undefined],
  [{ HTTPS_PROXY: '' }, undefined],
  [{ HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128'],
  [{ HTTP_PROXY: 'http://proxy:3128' }, 'http://proxy:3128'],
  [{ HTTP_PROXY: 'http://other:1', HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128'],
  [{ https_proxy: 'http://proxy:3128', HTTPS_PROXY: 'http://other:1' }, 'http://proxy:3128'],
  [{ HTTPS_PROXY: 'proxy:3128' }, 'http://proxy:3128'],
  [{ HTTPS_PROXY: 'https://a:b%40c@proxy' }, 'https://a:b%40c@proxy'],
] as const)('%j means the proxy %s', ([env, proxy]) => {
  expect(readProxy(env)?.proxy).toBe(proxy)
})

test.for([
  [{}, loopback],
  [{ NO_PROXY: 'a.example,.b.example' }, `a.example,.b.example,${loopback}`],
  [{ no_proxy: 'a.example', NO_PROXY: 'b.example' }, `a.example,${loopback}`],
] as const)('with %j, loopback and the hosts named are reached directly', ([env, except]) => {
  expect(readProxy({ ...env, HTTPS_PROXY: 'http://proxy:3128' })?.except).toBe(except)
})

test.for(['socks5://proxy', 'http://proxy/path', 'http://', 'http://a:secret%@proxy'])(
  '%s is rejected with the name of its variable, and not shown',
  (address) => {
    const advice = [
      'Use http://HOST:PORT or http://USER:PASSWORD@HOST:PORT; percent-encode special characters of user and password.',
    ]
    const message = 'http_proxy is not the address of an HTTP proxy.'
    expect(() => readProxy({ http_proxy: address })).toThrow(expect.objectContaining({ message, advice }))
  },
)
