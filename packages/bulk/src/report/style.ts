/** The style sheet of the page. It loads no external files, follows the reader's light or dark scheme, and fits 320 pixels and up. */
export const style: string = `
:root{color-scheme:light dark;--ground:#f6f7f9;--card:#fff;--text:#1b2430;--soft:#5a6675;--line:#dde2e8;--grid:#e8ebef;
--completed:#1f8a5b;--eligible:#1f8a5b;--upgraded:#2f6fd0;--partial:#d09a1c;--failed:#c8402f;--ineligible:#7d8896;--rejected:#8a5cc2;--unknown:#d4267d;--open:#b4bcc6;--created:#2f6fd0}
@media(prefers-color-scheme:dark){:root{--ground:#11161c;--card:#1a212a;--text:#e7ecf2;--soft:#a0acb9;--line:#303a46;--grid:#28313c;
--completed:#3fb982;--eligible:#3fb982;--upgraded:#78a9f5;--partial:#e3b341;--failed:#f0705f;--ineligible:#8d99a8;--rejected:#b08ae6;--unknown:#ff6fb3;--open:#566270;--created:#78a9f5}}
*{box-sizing:border-box}
body{margin:0;overflow-wrap:anywhere;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.05rem;font-weight:600;color:var(--soft);margin:0 0 .5rem}
.lead{font-size:clamp(1.5rem,5vw,2.2rem);line-height:1.2;font-weight:650;margin:0 0 .5rem;letter-spacing:-.01em}
.after{color:var(--soft);margin:0 0 1.5rem;font-size:1.05rem}
section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.25rem;margin:0 0 1rem}
h2{font-size:1.1rem;margin:0 0 1rem}
h2 small{font-weight:400;color:var(--soft);display:block}
svg{display:block;width:100%}
.bar{height:28px;border-radius:6px;overflow:hidden}
.bar rect{stroke:var(--card);stroke-width:2}
.legend{list-style:none;margin:1rem 0 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.75rem 1.5rem}
.legend i{font-style:normal;color:var(--soft)}
.legend small{display:block;color:var(--soft);padding-left:1.25rem;line-height:1.35}
.dot{display:inline-block;width:.75rem;height:.75rem;border-radius:50%;margin-right:.5rem}
.course{height:220px;border-bottom:1px solid var(--line)}
.course path,.course line{vector-effect:non-scaling-stroke;fill:none}
.grid{stroke:var(--grid)}
.line{stroke-width:2.5;stroke-linejoin:round}
.line.settled{stroke:var(--completed)}
.line.created{stroke:var(--created);stroke-dasharray:5 4}
.course .area{fill:var(--completed);opacity:.12}
figure{margin:0}
figcaption,.times,.scale{color:var(--soft);font-size:.875rem}
figcaption{margin-bottom:.5rem;display:flex;flex-wrap:wrap;gap:0 1rem}
.key{display:inline-block;width:1.25rem;border-top:3px solid var(--completed);vertical-align:middle;margin-right:.35rem}
.key.created{border-top:3px dashed var(--created)}
.times{display:flex;justify-content:space-between;gap:1rem;margin-top:.35rem}
.times span:last-child{text-align:right}
.reason{border-top:1px solid var(--line);padding:.9rem 0}
.reason:first-of-type{border-top:0;padding-top:0}
.reason p{margin:.15rem 0 0}
.reason .bar{height:6px;margin:.5rem 0}
.reason .bar rect{stroke:none}
.reason .track{fill:var(--grid)}
.reason .who{color:var(--soft);font-size:.95rem}
.tag{font-size:.8rem;border:1px solid var(--line);border-radius:99px;padding:.05rem .55rem;color:var(--soft)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-top:1px solid var(--line)}
th{color:var(--soft);font-weight:600;border-top:0;white-space:nowrap}
code{white-space:nowrap}
td code{font-size:.8em}
td:nth-child(3){white-space:nowrap}
td .items{margin:.25rem 0;padding-left:1.1rem}
td small{color:var(--soft)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.25rem;margin:0;font-size:.95rem}
dt{color:var(--soft)}
dd{margin:0}
@media(max-width:40rem){main{padding-top:1.25rem}section{padding:1rem}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}
thead{display:none}table,tbody{display:block}td:first-child::before{content:"Line "}td{display:block;border:0;padding:.1rem 0}tr{display:block;border-top:1px solid var(--line);padding:.6rem 0}}
@media print{body{background:none}section{break-inside:avoid}}
${['completed', 'eligible', 'upgraded', 'partial', 'failed', 'ineligible', 'rejected', 'unknown', 'open']
  .map((outcome) => `.fill-${outcome}{fill:var(--${outcome})}.bg-${outcome}{background:var(--${outcome})}`)
  .join('\n')}
`
