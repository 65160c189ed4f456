import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { CommandOptions } from '../command.ts'
import type { Consumer } from '../examples/consumers.ts'
import { fillIn, runSteps } from '../workflows/azure-pipeline.ts'
import { workspace } from '../workspace-copy.ts'

/**
 * Runs the Azure Pipelines template for a consumer of the packages as published: the plain script upgrades a customer of the
 * mock that the template starts.
 *
 * @throws Error with what the steps printed, if one of them fails
 */
export async function runPipeline(
  consumers: readonly Consumer[],
  folder: string,
  { env, signal }: Omit<CommandOptions, 'cwd'>,
): Promise<void> {
  const consumer = consumers.find(({ name }) => name === 'script')
  if (consumer === undefined)
    throw new Error('There is no example `script` any more: the pipeline needs another to run.')
  const template = await readFile(join(workspace, 'pipelines/azure-devops-integration.yml'), 'utf8')
  const variables = { 'Agent.TempDirectory': join(folder, 'agent'), 'System.DefaultWorkingDirectory': consumer.folder }
  await mkdir(variables['Agent.TempDirectory'])
  const parameters = {
    testCommand: 'npm start -- 4c721420-72ad-4708-a0a7-371a2f7b0969',
    scenario: 'scenario.json',
    port: await freePort(),
  }
  const { failed, output } = await runSteps(fillIn(template, parameters, variables), env, signal)
  signal?.throwIfAborted()
  if (failed.length > 0) throw new Error(`The Azure pipeline fails at ${failed.join(', ')}:\n${output.slice(-4000)}`)
  if (!output.includes('The customer is on an Azure plan'))
    throw new Error(`The Azure pipeline ran no test:\n${output}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.')
  return address.port
}
