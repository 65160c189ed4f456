import { isJsonMediaType, type MediaType } from '@partner-upgrades/spec'
import type { Findings } from './finding.ts'
import type { BodyPlace, FindAdditions } from './schema-additions.ts'

/**
 * Checks the value of a recorded body against its declaration.
 *
 * @param mediaType the media type that it was sent with
 * @param value undefined if the body should be JSON but is not
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
