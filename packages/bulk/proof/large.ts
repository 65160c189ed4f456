import { copyFileSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeJournal, makeList } from './make-journal.ts'
import { compile, run, serve } from './run-program.ts'

/** What a run through a list of some size took. */
export interface Footprint {
  readonly rows: number
  /** The most memory that was resident. */
  readonly megabytes: number
  readonly seconds: number
  readonly completed: number
}

/** Works lists of these sizes through, one after the other, each in a process of its own, over sockets. */
export async function measureMemory(sizes: readonly number[]): Promise<readonly Footprint[]> {
  const [server, client] = await Promise.all([compile('plain-server'), compile('memory-client')])
  const { url, child } = await serve(server, [])
  const footprints: Footprint[] = []
  try {
    for (const rows of sizes) {
      const file = join(mkdtempSync(join(tmpdir(), 'memory-')), 'customers.csv')
      makeList(file, rows)
      const begin = performance.now()
      const { megabytes, ended } = await run(client, [file, url, String(Date.now())])
      const completed = Number(Object(ended).completed)
      footprints.push({ rows, megabytes: Number(megabytes), completed, seconds: (performance.now() - begin) / 1_000 })
    }
    return footprints
  } finally {
    child.kill()
  }
}

/** What it took to take up a journal, in seconds. */
export interface Resumption {
  /** The size of the journal before. */
  readonly bytes: number
  /** From the start of the process until the first customer was at hand. */
  readonly ready: number
  /** Processor time of it. */
  readonly cpu: number
  /** The first customer that was at hand. */
  readonly row: number
  /** What a program took, right afterwards, to do no more than parse the journal's lines. */
  readonly parse: number
}

/** Takes up the journal of a list of some size several times, whose last hundred rows are open. */
export async function measureResumption(rows: number, times: number): Promise<readonly Resumption[]> {
  const folder = mkdtempSync(join(tmpdir(), 'resume-'))
  const [list, journal] = [join(folder, 'customers.csv'), join(folder, 'journal.jsonl')]
  const service = 'https://api.partnercenter.microsoft.com'
  makeList(list, rows)
  await makeJournal(list, journal, service, 100)
  const [program, parser] = await Promise.all([compile('resume'), compile('parse-journal')])
  const resumptions: Resumption[] = []
  for (let time = 0; time < times; time++) {
    const copy = `${journal}.${time}`
    copyFileSync(journal, copy)
    const bytes = statSync(copy).size
    const { ready, cpu, row } = await run(program, [list, copy, service])
    const parse = await run(parser, [list, journal])
    resumptions.push({ ready: Number(ready), cpu: Number(cpu), row: Number(row), parse: Number(parse.ready), bytes })
  }
  return resumptions
}
