import { type Fleet, openFleet } from '../src/index.ts'
import { createListFolder, type ListFolder } from './lists.ts'
import { type Postgres, startPostgres } from './postgres.ts'

/** A fleet on its own server, and a folder for its lists. */
export interface FleetSetUp {
  readonly postgres: Postgres
  readonly fleet: Fleet
  readonly lists: ListFolder
  remove(): Promise<void>
}

/** Sets up a fleet on a new server. */
export async function setUpFleet(): Promise<FleetSetUp> {
  const postgres = await startPostgres()
  const fleet = openFleet({ database: postgres.url })
  await fleet.init()
  const lists = createListFolder()
  return {
    postgres,
    fleet,
    lists,
    async remove() {
      await fleet.close()
      await postgres.remove()
      lists.remove()
    },
  }
}
