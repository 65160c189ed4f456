import { isJsonMediaType, type MediaType } from '@partner-upgrades/spec'
import type { Findings } from './finding.ts'
import type { BodyPlace, FindAdditions } from './schema-additions.ts'

/**
 * Holds the value of a recorded body against what is declared for it.
 *
 * @param mediaType the one that it was sent as
 * @param value undefined if it is not what that says
 */
export function checkBodyValue(
  place: BodyPlace,
  declared: MediaType,
  mediaType: string,
  value: unknown,
  findings: Findings,
  findAdditions: FindAdditions,
): void {
  const pointer = `/${place.message}/body`
  if (value === undefined) {
    findings.violation(pointer, 'is not JSON')
    return
  }
  for (const problem of declared.validate?.(value) ?? []) {
    findings.violation(pointer + problem.pointer, problem.message)
  }
  if (isJsonMediaType(mediaType)) findAdditions(place, value, pointer, findings)
}
