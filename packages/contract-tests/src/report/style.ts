/** The styles of the HTML report: light or dark by the reader's preference, down to the width of a phone. */
export const style = `
:root { color-scheme: light dark; --page: #fbfbfd; --card: #fff; --ink: #1c1e26; --quiet: #5c6270; --line: #e3e5ec;
  --good: #13703c; --good-back: #e0f4e8; --bad: #a81c2c; --bad-back: #fde8ea; --open: #8a5300; --open-back: #fdf0d8; --none-back: #eef0f5 }
@media (prefers-color-scheme: dark) {
  :root { --page: #14161c; --card: #1c1f27; --ink: #e8eaf0; --quiet: #a3a9b8; --line: #30343f;
    --good: #7fdca4; --good-back: #153823; --bad: #ff9aa5; --bad-back: #471a21; --open: #f6c469; --open-back: #42300f; --none-back: #2a2e38 }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 68rem; padding: clamp(1rem, 4vw, 3rem); background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { margin: .4rem 0 0; font-size: clamp(1.5rem, 5vw, 2.2rem); line-height: 1.2 }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.3rem }
h3 { display: inline; margin: 0; font-size: 1rem }
p { margin: .25rem 0 }
code, pre { font: .875em/1.5 ui-monospace, monospace }
.quiet { color: var(--quiet); font-size: .9rem }
.verdict { display: inline-block; margin: 0; padding: .2rem .8rem; border-radius: 2rem; font-weight: 600 }
.verdict.good { background: var(--good-back); color: var(--good) }
.verdict.bad { background: var(--bad-back); color: var(--bad) }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(10.5rem, 45%), 1fr)); gap: .75rem; margin: 1.5rem 0 0 }
.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: .9rem 1rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card) }
.figures dd { margin: 0; font-size: 1.35rem; font-weight: 650; white-space: nowrap; line-height: 1.2; font-variant-numeric: tabular-nums }
.figures dt { color: var(--quiet); font-size: .875rem }
details { margin: .75rem 0; border: 1px solid var(--line); border-radius: .75rem; background: var(--card) }
summary { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .9rem; padding: .75rem 1rem; cursor: pointer }
summary::before { content: '▸'; color: var(--quiet); transition: transform .15s }
details[open] > summary::before { transform: rotate(90deg) }
summary::-webkit-details-marker { display: none }
summary:focus-visible { outline: 2px solid var(--good); border-radius: .75rem }
meter { flex: 1 1 6rem; max-width: 14rem; height: .6rem; margin-left: auto }
table { width: 100%; border-collapse: collapse; font-size: .925rem }
th, td { padding: .3rem .5rem; text-align: left; vertical-align: top }
th:first-child { padding-left: 1rem; width: 5rem; white-space: nowrap; font-variant-numeric: tabular-nums }
td:last-child, th:last-child { padding-right: 1rem; text-align: right }
thead th { color: var(--quiet); font-weight: 500; font-size: .85rem }
tr.first > * { border-top: 1px solid var(--line) }
tbody tr:last-child > * { padding-bottom: .75rem }
td code { color: var(--quiet) }
.slot { display: inline-block; margin: .1rem 0; padding: 0 .55rem; border: 1px solid transparent; border-radius: 1rem; font-size: .8rem; white-space: nowrap }
.slot.shown { background: var(--good-back); color: var(--good) }
.slot.failed { background: var(--bad-back); color: var(--bad); font-weight: 600 }
.slot.open { background: var(--open-back); color: var(--open); font-weight: 600 }
.slot.notExercised { background: var(--none-back); color: var(--quiet) }
.slot.outOfReach { border: 1px dashed var(--line); color: var(--quiet) }
.legend { display: flex; flex-wrap: wrap; gap: .4rem }
.cases { margin: 0; padding: 0 1rem .75rem; list-style: none }
.wrong { padding: 0 }
.cases li { padding: .35rem 0 .35rem 1.5rem; border-top: 1px solid var(--line); text-indent: -1.5rem; font-size: .925rem }
.cases li > * { text-indent: 0 }
.cases li::before { display: inline-block; width: 1.5rem; text-indent: 0; content: '✓'; color: var(--good) }
.cases li.failed::before { content: '✗'; color: var(--bad) }
.cases li.notExercised::before { content: '–'; color: var(--quiet) }
.cases li.notExercised { color: var(--quiet) }
li details { margin: .25rem 0; border: 0; background: none }
li summary { padding: 0; color: var(--quiet); font-size: .875rem }
.cases p { color: var(--quiet); font-size: .875rem }
pre { margin: .4rem 0; padding: .6rem .8rem; overflow-x: auto; border-radius: .5rem; background: var(--none-back); white-space: pre-wrap }
@media (max-width: 34rem) {
  td:last-child, th:last-child { text-align: right; width: 6.5rem }
  th:first-child { width: 4.4rem; padding-left: .8rem }
}
@media print { details { break-inside: avoid-page } }
`
