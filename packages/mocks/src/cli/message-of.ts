/** What went wrong, for a person at the command line. */
export function messageOf(error: unknown): string {
  const { code, address, port, hostname, path } = Object(error)
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${address} is taken already. --port 0 takes one that is free.`
    case 'EACCES':
      if (port !== undefined) return `Port ${port} of ${address} is not for you to take. --port 0 takes one that is.`
      break
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${address}. --host 127.0.0.1 is its own, 0.0.0.0 all it has.`
    case 'ENOTFOUND':
      return `There is no host ${hostname}.`
    case 'ENOENT':
      return `There is no file ${path}.`
    case 'EISDIR':
      return 'The scenario is a folder; a file is needed.'
  }
  return error instanceof Error ? error.message : String(error)
}
