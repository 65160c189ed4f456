import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openFleet } from '../../src/index.ts'
import { createListFolder } from '../../test/lists.ts'
import { startWorkers } from '../../test/processes.ts'
import { type RequestRate, rateOf, rollCall } from '../../test/request-rate.ts'
import { startService } from '../../test/service.ts'
import { compile } from './compile.ts'

/** How fast a list was checked, and how often the service throttled. */
export interface Pacing extends RequestRate {
  /** Requests a second that the service allows. */
  readonly ceiling: number
}

/** The options of `measurePacing`. */
export interface PacingOptions {
  readonly processes: number
  readonly customers: number
  /** Requests a second that the service allows. */
  readonly ceiling: number
}

/** Measures processes that share a gate through the database, and as many that share a journal, each at its own pace. */
export async function measurePacing(
  database: string,
  options: PacingOptions,
): Promise<{ readonly shared: Pacing; readonly own: Pacing }> {
  return { shared: await measure(options, share(database, options)), own: await measure(options, alone(options)) }
}

/** Runs a list to the end, given its path and the service's base URL. */
type Run = (list: string, service: string) => Promise<void>

/** Checks a list of customers: one request each. */
async function measure({ processes, customers, ceiling }: PacingOptions, run: Run): Promise<Pacing> {
  const [roll, lists] = [rollCall(processes), createListFolder()]
  // Network delays vary, all the more on a busy machine, so requests are counted over a few seconds.
  const service = await startService({ throttling: [{ requests: ceiling * 5, per: '5s' }] }, { after: roll.heard })
  try {
    await run(lists.write('pacing.csv', customers), service.url)
    return { ceiling, ...rateOf(service, roll.complete()) }
  } finally {
    await service.close()
    lists.remove()
  }
}

function share(database: string, { processes, ceiling }: PacingOptions): Run {
  return async (list, service) => {
    const fleet = openFleet({ database })
    await fleet.init()
    await fleet.setPartner({ name: 'pacing', service, ceiling: ceiling * 60 })
    await fleet.add(list, { partner: 'pacing', dryRun: true })
    await fleet.close()
    await startWorkers(database, processes).done
  }
}

function alone({ processes }: PacingOptions): Run {
  return async (list, service) => {
    const program = await compile('alone-program')
    const endings = Array.from({ length: processes }, async (_, number) => {
      const args = [program, list, service, `worker-${number}`]
      const [code] = await once(spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] }), 'exit')
      if (code !== 0) throw new Error(`A process ended with ${code}.`)
    })
    await Promise.all(endings)
  }
}
