// Starts the program in a page. The service itself serves it, so that nothing has to be allowed across origins; a browser tells
// a page no more than a part of its version, so that comes from outside.
import { runChecks, toText } from './program.ts'

const version = new URLSearchParams(location.search).get('version')
document.body.innerText = toText(`Chromium ${version}`, await runChecks(location.origin))
document.title = 'done'
