import { type Job, type Step, scriptsIn, type Workflow } from './workflow.ts'

/** Lists what is wrong with a workflow, one line each; empty if nothing is. `scripts` are the script names of package.json. */
export function workflowFindings(workflow: Workflow, scripts: ReadonlySet<string>): readonly string[] {
  const { file, text, on, permissions, jobs } = workflow
  const triggers = Object.keys(on).filter((trigger) => trigger === 'pull_request_target' || trigger === 'workflow_run')
  return [
    ...triggers.map((trigger) => `${trigger} runs with our secrets on code from strangers`),
    ...(isEmpty(permissions) ? [] : ['the workflow as a whole must have permissions: {}, each job its own']),
    ...unpinned(text),
    ...Object.entries(jobs).flatMap(([name, job]) => jobFindings(job, scripts).map((line) => `${name}: ${line}`)),
  ].map((line) => `${file}: ${line}`)
}

function jobFindings(job: Job, scripts: ReadonlySet<string>): readonly string[] {
  return [
    ...(isMapping(job.permissions) ? [] : ['states no permissions']),
    ...(typeof job['timeout-minutes'] === 'number' ? [] : ['states no timeout-minutes']),
    ...job.steps.flatMap((step) => stepFindings(step, scripts)),
  ]
}

function stepFindings(
  { uses = '', run = '', with: inputs = {} }: Step,
  scripts: ReadonlySet<string>,
): readonly string[] {
  const commands = [
    run,
    ...Object.entries(inputs).flatMap(([name, value]) => (/script$/.test(name) ? [String(value)] : [])),
  ]
  const unknown = commands.flatMap(scriptsIn).filter((script) => !scripts.has(script))
  const keepsToken = uses.startsWith('actions/checkout@') && inputs['persist-credentials'] !== false
  return [
    ...unknown.map((script) => `there is no npm script ${script}`),
    ...(run.includes('${{')
      ? [`an expression in a command lets anyone inject commands: pass the value in env (${run})`]
      : []),
    ...(keepsToken ? ['the checkout leaves its token behind: set persist-credentials: false'] : []),
  ]
}

/** Lists actions that are not pinned to a commit with its version beside it. A tag can be moved, and a bare commit hides its version. */
function unpinned(text: string): readonly string[] {
  const uses = [...text.matchAll(/^[ -]*uses: *(.*)$/gm)].map(([, action = '']) => action.trim())
  return uses
    .filter((action) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))
    .map((action) => `${action} is not pinned to a commit with its version in a comment`)
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEmpty(value: unknown): boolean {
  return isMapping(value) && Object.keys(value).length === 0
}
