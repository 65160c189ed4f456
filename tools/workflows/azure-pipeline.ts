import { parse } from 'yaml'
import { tryCommand } from '../command.ts'

/** A step of an Azure Pipelines template, as far as it can be run here: a bash script, or a task that only Azure has. */
export interface PipelineStep {
  readonly task?: string
  readonly bash?: string
  readonly displayName?: string
  readonly condition?: 'succeeded()' | 'succeededOrFailed()' | 'always()'
  readonly workingDirectory?: string
  readonly env?: Readonly<Record<string, string | number>>
}

/** A template: its parameters and its steps. */
export interface PipelineTemplate {
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly default: string | number }[]
  readonly steps: readonly PipelineStep[]
}

/** Parses a template without filling anything in. */
export function parseTemplate(text: string): PipelineTemplate {
  return parse(text)
}

/**
 * The steps as Azure would run them: `${{ parameters.x }}` filled in first, then `$(Variable)` in the environment and folder of a step.
 *
 * @throws Error if the template reads a parameter or a variable that does not exist
 */
export function fillIn(
  text: string,
  given: Readonly<Record<string, string | number>>,
  variables: Readonly<Record<string, string>>,
): readonly PipelineStep[] {
  const { parameters } = parseTemplate(text)
  const values = new Map(parameters.map(({ name, default: value }) => [name, given[name] ?? value]))
  for (const name of Object.keys(given)) if (!values.has(name)) throw new Error(`There is no parameter ${name}.`)
  const filled = text.replaceAll(/\$\{\{ parameters\.(\w+) \}\}/g, (_, name: string) => {
    const value = values.get(name)
    if (value === undefined) throw new Error(`The template reads a parameter ${name} that it does not have.`)
    return value === '' ? "''" : String(value)
  })
  const expand = (value: string | number) =>
    String(value).replaceAll(/\$\(([\w.]+)\)/g, (_, name: string) => {
      const variable = variables[name]
      if (variable === undefined) throw new Error(`There is no variable ${name}.`)
      return variable
    })
  return parseTemplate(filled).steps.map(
    ({ env = {}, workingDirectory = variables['System.DefaultWorkingDirectory'] ?? '', ...step }) => ({
      ...step,
      workingDirectory: expand(workingDirectory),
      env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, expand(value)])),
    }),
  )
}

/** The result of running the steps. */
export interface PipelineRun {
  readonly failed: readonly string[]
  readonly output: string
}

/** Runs the bash steps one after the other, each if its condition holds. */
export async function runSteps(
  steps: readonly PipelineStep[],
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<PipelineRun> {
  const failed: string[] = []
  const printed: string[] = []
  for (const { bash, displayName = '', condition = 'succeeded()', workingDirectory = '', env: given = {} } of steps) {
    if (bash === undefined || (condition === 'succeeded()' && failed.length > 0)) continue
    const own = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
    // The last step stops what an earlier one has started, and runs even if the run is aborted.
    const until = condition === 'always()' ? undefined : signal
    const { ok, output } = await tryCommand('bash', ['-c', bash], {
      cwd: workingDirectory,
      env: { ...env, ...own },
      signal: until,
    })
    printed.push(`${displayName}:`, output)
    if (!ok) failed.push(displayName)
  }
  return { failed, output: printed.join('\n') }
}
