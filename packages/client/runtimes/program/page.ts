// Starts the program in a page. The service itself serves the page, so that no CORS is needed. A browser shows a page only a part of its
// version, so the version is passed in the URL.
import { runChecks, toText } from './program.ts'

const version = new URLSearchParams(location.search).get('version')
document.body.innerText = toText(`Chromium ${version}`, await runChecks(location.origin))
document.title = 'done'
