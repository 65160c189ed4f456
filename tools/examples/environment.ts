import { delimiter, dirname } from 'node:path'

const kept =
  /^(PATH|HOME|USERPROFILE|TMPDIR|TEMP|LANG|CHROMIUM|NODE_EXTRA_CA_CERTS|(https?|no)_proxy|npm_config_(cache|registry|userconfig))$/i

/**
 * The environment of a user who types the commands of an example by hand: without the variables that npm and test runners
 * set for their own programs, which change how others build and run.
 *
 * @param node the Node that the examples run on
 */
export function byHand(env: NodeJS.ProcessEnv, node: string): NodeJS.ProcessEnv {
  const inherited = Object.fromEntries(Object.entries(env).filter(([name]) => kept.test(name)))
  return {
    ...inherited,
    PATH: [dirname(node), env.PATH].join(delimiter),
    NO_COLOR: '1',
    NPM_CONFIG_PREFER_OFFLINE: 'true',
    NPM_CONFIG_AUDIT: 'false',
    NPM_CONFIG_FUND: 'false',
    NPM_CONFIG_LOGLEVEL: 'error',
    NPM_CONFIG_UPDATE_NOTIFIER: 'false',
  }
}
