import type { Problem, Validate } from './model.ts'

/** The function that Ajv generates for a schema. */
export interface Check {
  (value: unknown): boolean
  errors?: readonly Failure[] | null
}

interface Failure {
  readonly instancePath: string
  readonly keyword: string
  readonly message?: string
  readonly params: Readonly<Record<string, unknown>>
}

/** Makes Ajv's function return problems. */
export function toValidate(check: Check): Validate {
  return (value) => {
    try {
      return check(value) ? [] : (check.errors ?? []).map(toProblem)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return [{ pointer: '', keyword: 'depth', message: 'is nested too deeply to be checked' }]
    }
  }
}

export function toProblem({ instancePath, keyword, message = 'is not valid', params }: Failure): Problem {
  const unexpected = params.additionalProperty ?? params.unevaluatedProperty
  if (typeof unexpected === 'string') {
    return { pointer: `${instancePath}/${escapeKey(unexpected)}`, keyword, message: 'must not be present' }
  }
  if (keyword === 'enum' && Array.isArray(params.allowedValues)) {
    return { pointer: instancePath, keyword, message: `must be one of ${params.allowedValues.map(show).join(', ')}` }
  }
  if (keyword === 'type' && Array.isArray(params.type)) {
    return { pointer: instancePath, keyword, message: `must be ${params.type.join(' or ')}` }
  }
  if (keyword === 'const') return { pointer: instancePath, keyword, message: `must be ${show(params.allowedValue)}` }
  return { pointer: instancePath, keyword, message }
}

function escapeKey(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function show(value: unknown): string {
  return JSON.stringify(value)
}
