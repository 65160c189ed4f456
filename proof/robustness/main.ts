// Runs the campaign, or a part of it: npm run campaign -w @partner-upgrades/proof -- --seed 7 --only 'four processes'
import { parseArgs } from 'node:util'
import { entries, oddEntries } from './campaign.ts'
import { explain } from './judge/explain.ts'
import { toBehaviourTable, toTable } from './judge/table.ts'
import { runAll } from './run-all.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    odd: { type: 'boolean', default: false },
    room: { type: 'string', default: '10' },
  },
})
process.once('SIGINT', () => process.exit(130))

const pattern = new RegExp(values.only)
const seed = Number(values.seed)
const chosen = (values.odd ? oddEntries : entries).filter(({ name }) => pattern.test(name))
const begin = Date.now()
const observations = await runAll(chosen, seed, Number(values.room), (observation) => {
  console.log(`${observation.name}: ${Math.round(observation.took / 100) / 10} s`)
  for (const line of explain(observation)) console.log(line)
})
console.log(`\n${toTable(observations)}`)
if (!values.odd) console.log(`\n${toBehaviourTable(observations)}`)
console.log(`\nSeed ${seed}, ${Math.round((Date.now() - begin) / 1_000)} s`)
process.exitCode = observations.some(({ violations, problems }) => violations.length + problems.length > 0) ? 1 : 0
