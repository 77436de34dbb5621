/** One plain stylesheet; contrast at least 4.5 : 1. */
export const stylesheet = `
:root{--ink:#1c1c1c;--soft:#555;--line:#d5d5d5;--red:#9b1c1c;--blue:#0b4f8a;--green:#14602c;--paper:#fff}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:#f4f4f2;font:1rem/1.75 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
a{color:var(--blue)}a:focus-visible,input:focus-visible,select:focus-visible,button:focus-visible{outline:3px solid #f5a300;outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;background:var(--paper)}
.top{background:var(--red);padding:.6rem 1rem}.top a{color:#fff;font-size:1.25rem;font-weight:700;text-decoration:none}
main{max-width:70rem;margin:1rem auto;padding:1rem 1.25rem;background:var(--paper)}
footer{max-width:70rem;margin:0 auto 2rem;padding:0 1.25rem;color:var(--soft);font-size:.875rem}
h1{font-size:1.6rem;line-height:1.4;margin:.5rem 0}h2{font-size:1.15rem;margin:1.5rem 0 .5rem;border-bottom:2px solid var(--red)}
.search{display:flex;gap:.5rem;flex-wrap:wrap}.search input[type=search]{flex:1 1 16rem}
.terms{display:flex;gap:.75rem;flex-wrap:wrap;margin-top:.5rem}.terms fieldset{display:flex;gap:.25rem 1rem;flex-wrap:wrap;align-items:center}
.terms label{display:inline-block}.terms input[type=number]{width:6.5rem}
input,select,button{font:inherit;padding:.4rem .6rem;border:1px solid #767676;border-radius:3px}
button{background:var(--blue);color:#fff;border-color:var(--blue);cursor:pointer}
.columns{display:grid;grid-template-columns:15rem 1fr;gap:1.5rem}
@media(max-width:50rem){.columns{grid-template-columns:1fr}.skip.to-hits{position:static}}
fieldset{border:1px solid var(--line);margin:0 0 .75rem;padding:.25rem .75rem .5rem}legend{font-weight:700}
fieldset label{display:block;font-size:.9rem}fieldset input{margin-right:.4rem}
details{margin-left:1.4rem;font-size:.9rem}summary{cursor:pointer;color:var(--soft)}
.hits{list-style:none;padding:0;margin:0}.hits li{border-bottom:1px solid var(--line);padding:.75rem 0}
.hits h3{margin:0;font-size:1.1rem;font-weight:600}.facts{color:var(--soft);font-size:.9rem;margin:.15rem 0}
mark{background:#ffe9a8;color:inherit}
.badge{display:inline-block;padding:0 .5rem;border:1px solid;border-radius:3px;font-size:.875rem;white-space:nowrap}
.in-force{color:var(--green)}.ended{color:var(--red)}.other{color:#5a4300}
.banner{border-left:.5rem solid;padding:.6rem 1rem;margin:1rem 0;background:#f7f7f5}.banner strong{font-size:1.3rem}
.banner.big strong{font-size:2rem}
table.facts{border-collapse:collapse;width:100%;color:var(--ink)}table.facts th{text-align:left;width:8rem;background:#f4f4f2;font-weight:600}
table.history{border-collapse:collapse}table.history th{background:#f4f4f2;text-align:left}table.history p{margin:0}
table.facts th,table.facts td,table.history th,table.history td{border:1px solid var(--line);padding:.3rem .6rem;vertical-align:top}
.text{max-width:44rem;margin:1.5rem auto;font-size:1.05rem}.text p{margin:.6rem 0;text-indent:2em}
.text table{border-collapse:collapse}.text td,.text th{border:1px solid var(--line);padding:.2rem .5rem}
code{overflow-wrap:anywhere;font-size:.8rem}.qr{width:9rem;height:9rem}
@media print{.top,footer,.qr,form{display:none}main{margin:0}}
`;
