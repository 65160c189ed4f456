import type { Stats } from 'node:fs'

/** Describes why a path is not a regular file; undefined if it is one. */
export function whyNoFile(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined
  if (stats.isDirectory()) return 'it is a folder'
  return stats.isFIFO() ? 'it is a pipe, not a regular file' : 'it is a device, not a regular file'
}

const inherited = /^\/(?:dev\/(?:std(?:in|out|err)|fd\/\d+)|proc\/self\/fd\/\d+)$/

/** Whether a shell has opened it, as for `<(git show HEAD:openapi.yaml)`: opening it again does not wait for the other end. */
export function isInherited(file: string): boolean {
  return inherited.test(file)
}
