/// The look of a page: light and dark by the reader's system, narrow and wide, and on paper.
enum PageStyle {
  static let css = """
    :root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--soft:#57606a;--line:#d0d7de;--card:#f6f8fa;--good:#116329;\
    --bad:#a40e26;--now:#0a58ca;--s0:#0a58ca;--s1:#b35900;--s2:#116329;--s3:#8250df;--s4:#a40e26;--s5:#0f766e}
    @media (prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#e6edf3;--soft:#9da7b3;--line:#30363d;--card:#161b22;\
    --good:#56d364;--bad:#ff8f8a;--now:#79b8ff;--s0:#79b8ff;--s1:#ffab5e;--s2:#56d364;--s3:#d2a8ff;--s4:#ff8f8a;--s5:#5eead4}}
    *{box-sizing:border-box}
    html{font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;background:var(--bg);\
    color:var(--fg);-webkit-text-size-adjust:100%}
    body{margin:0 auto;max-width:60rem;padding:1rem;overflow-wrap:anywhere}
    h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0 1rem}h2{font-size:1.35rem;margin:2.4rem 0 .6rem;\
    border-top:1px solid var(--line);padding-top:1.2rem}h3{font-size:1.05rem;margin:1.4rem 0 .4rem}
    a{color:var(--now)}code{font:.86em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--card);\
    padding:.1em .3em;border-radius:4px}
    .skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--bg);padding:.5rem}
    nav ul{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.3rem 1rem}
    .meta{color:var(--soft);font-size:.9rem}.badge{display:inline-block;padding:.05rem .55rem;border:1px solid;\
    border-radius:1rem;font-size:.85rem;font-weight:600}
    .badge.now,.badge.by_month{color:var(--now)}.badge.done{color:var(--good)}\
    .badge.not_needed,.badge.does_not_pay{color:var(--soft)}
    .scroll{overflow-x:auto;max-width:100%}table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.4rem 0}
    th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:normal}
    td:first-child{min-width:9rem}td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
    thead th{color:var(--soft);font-weight:600}
    details{margin:.5rem 0;border:1px solid var(--line);border-radius:8px;padding:.4rem .8rem}
    summary{cursor:pointer;font-weight:600}dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.2rem 1rem}
    dt{color:var(--soft)}dd{margin:0}ul,ol{padding-left:1.3rem}li{margin:.2rem 0}
    figure{margin:1.2rem 0;padding:.8rem;border:1px solid var(--line);border-radius:8px}
    figcaption{font-weight:600;margin-bottom:.4rem}svg{display:block;width:100%;min-width:34rem;max-width:52rem;height:auto}
    svg text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;fill:var(--fg)}
    .axis line{stroke:var(--line)}.axis text,svg .note,svg .axis-title{fill:var(--soft)}
    .line{fill:none;stroke-width:2;stroke:var(--c)}.mark circle,.mark rect{fill:var(--c)}.mark .hit{fill:transparent}
    .flip{stroke:var(--fg);stroke-dasharray:3 4}.mark{outline:none}.mark:focus circle:not(.hit),.mark:focus rect{\
    stroke:var(--fg);stroke-width:2}
    svg .tip{display:none;paint-order:stroke;stroke:var(--bg);stroke-width:5px;stroke-linejoin:round;font-weight:600}
    .mark:hover .tip,.mark:focus .tip{display:block}
    .s0{--c:var(--s0)}.s1{--c:var(--s1)}.s2{--c:var(--s2)}.s3{--c:var(--s3)}.s4{--c:var(--s4)}.s5{--c:var(--s5)}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:0;margin:.4rem 0;font-size:.9rem}
    .legend span{display:inline-block;width:.8rem;height:.8rem;border-radius:50%;background:var(--c);margin-right:.4rem}
    @media (max-width:30rem){body{padding:.7rem}dl{grid-template-columns:1fr}dt{font-weight:600}h1{font-size:1.5rem}}
    @media print{html{font-size:11pt}body{max-width:none;padding:0}nav,.skip{display:none}h2{break-after:avoid}\
    figure,tr{break-inside:avoid}svg{min-width:0}.scroll{overflow:visible}}
    """
}
