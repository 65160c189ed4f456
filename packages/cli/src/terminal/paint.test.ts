import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { customerId, setStage } from '../../test/partner-center.ts'

test.for<[what: string, terminal: number | undefined, env: Record<string, string>, coloured: boolean]>([
  ['a terminal', 80, {}, true],
  ['a terminal that cannot', 80, { TERM: 'dumb' }, false],
  ['NO_COLOR', 80, { NO_COLOR: '1' }, false],
  ['an empty NO_COLOR', 80, { NO_COLOR: '' }, true],
  ['a pipe', undefined, {}, false],
  ['NO_COLOR against FORCE_COLOR', 80, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
])('%s: the text is the same with and without colours', async ([, terminal, env, coloured]) => {
  const { cli } = await setStage()
  for (const args of [['eligibility', customerId], ['explain', '900105'], ['status', 'contoso'], ['--help']]) {
    const { output } = await cli(args, { env, ...(terminal && { terminal }) })
    expect(output !== stripVTControlCharacters(output)).toBe(coloured)
  }
})

test.for([80, 120])('no line is wider than %i columns, except unbreakable words', async (terminal) => {
  const name = 'A subscription with a name that is so long that it does not fit into a column'
  const product = { id: 'b1beb621-3cad-4d7a-b360-62db33ce028e', name }
  const { cli } = await setStage({ customers: [{ id: customerId, lineItems: [{ sourceProduct: product }, {}] }] })
  for (const args of [
    ['upgrade', customerId, '--yes'],
    ['create', customerId, '--yes'],
    ['explain'],
    ['explain', '900109'],
  ]) {
    const { output } = await cli(args, { terminal })
    for (const line of stripVTControlCharacters(output).split('\n')) {
      if (/ /.test(line.trim())) expect(line.length, line).toBeLessThanOrEqual(terminal)
    }
  }
})
