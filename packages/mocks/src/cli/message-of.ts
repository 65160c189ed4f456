import { reasonOf } from '../contract/errors.ts'

/** Describes an error to a person at the command line. */
export function messageOf(error: unknown): string {
  const { code, address, port, hostname, path } = Object(error)
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${address} is already in use. Use --port 0 to take a free one.`
    case 'EACCES':
      if (port !== undefined)
        return `You are not allowed to use port ${port} on ${address}. Use --port 0 to take a free one.`
      break
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${address}. Use --host 127.0.0.1 for this machine only, or 0.0.0.0 for every address it has.`
    case 'ENOTFOUND':
      return `Unknown host ${hostname}.`
    case 'ENOENT':
      return `File not found: ${path}.`
    case 'ENXIO':
      return `The scenario ${path} is a socket; use a regular file.`
  }
  return reasonOf(error)
}
