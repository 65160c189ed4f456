import { isText, type JsonObject, textOrEmptyAt } from '../grammar/json.ts'
import { below, type Location, type Report, type SourceFile } from './source-file.ts'

/** A supported version of OpenAPI. */
export type Version = '3.0' | '3.1'

/** Reads the version of a document; reports an unsupported version, with advice. */
export function readVersion(file: SourceFile, document: JsonObject, report: Report): Version | undefined {
  const minor = /^3\.([01])\.\d/.exec(textOrEmptyAt(document, 'openapi'))?.[1]
  if (minor) return minor === '0' ? '3.0' : '3.1'
  const at = (key: string): Location => below({ file }, key)
  const { openapi, swagger } = document
  if (swagger !== undefined) {
    report.add(at('swagger'), 'is Swagger 2.0, which is not supported; convert it to OpenAPI 3.0 or 3.1')
  } else if (isText(openapi) && /^\d+\.\d+\.\d/.test(openapi)) {
    report.add(at('openapi'), `is OpenAPI ${openapi}, which is not supported; use 3.0 or 3.1`)
  } else {
    const message = 'is not OpenAPI 3.0 or 3.1; state the version in `openapi`, such as `openapi: 3.1.1`'
    report.add(at('openapi'), message)
  }
  return undefined
}
