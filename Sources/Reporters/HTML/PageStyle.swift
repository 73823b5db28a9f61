/// The look of the page: light and dark, from 320 pixels up, and in black and white on paper.
///
/// Colours keep a contrast of 4.5 to 1 or more with what is behind them. No colour stands alone: marks differ in the
/// line below them too.
enum PageStyle {
  static let css = screen + dark + paper

  private static let screen = """
    :root{color-scheme:light dark;--text:#1b1b1b;--page:#fff;--soft:#f3f4f6;--line:#7a7f87;--faint:#54595f;\
    --link:#0a4fb3;--risk:#ffe4ad;--risk-line:#8a5200;--promise:#d8f3d8;--promise-line:#1c6a1c;--choice:#dbe9ff;\
    --choice-line:#174c96}
    *{box-sizing:border-box}
    html{scroll-padding-top:1rem}
    body{margin:0;color:var(--text);background:var(--page);font:1.0625rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}
    header,main,footer{max-width:46rem;margin:0 auto;padding:0 1rem}
    h1{font-size:1.7rem;line-height:1.25;margin:1.5rem 0 .75rem}
    h2{font-size:1.35rem;line-height:1.3;margin:2.25rem 0 .5rem;padding-bottom:.25rem;border-bottom:2px solid var(--line)}
    h3{font-size:1.08rem;line-height:1.4;margin:1.25rem 0 .25rem}
    p{margin:.4rem 0}
    a{color:var(--link)}
    a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-100rem;padding:.5rem 1rem;background:var(--page)}
    .skip:focus{left:.5rem;top:.5rem}
    nav ul{list-style:none;margin:1rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.35rem .6rem}
    nav a,.back,.place{display:inline-block;min-height:1.5rem;min-width:1.5rem}
    nav a{padding:.35rem .7rem;border:1px solid var(--line);border-radius:.4rem;text-decoration:none}
    .points{list-style:none;margin:0;padding:0}
    .points>li{margin:0 0 1rem;padding:0 0 0 .8rem;border-left:4px solid var(--line)}
    .lets>li{border-left-color:var(--risk-line)}
    .promises>li{border-left:4px dotted var(--promise-line)}
    .choices>li{border-left:4px dashed var(--choice-line)}
    blockquote{margin:.3rem 0;padding:.3rem .7rem;background:var(--soft)}
    .sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.75rem}
    .label{font-weight:600}
    .faint,footer{color:var(--faint)}
    .notice{border:2px solid var(--risk-line);padding:.5rem .8rem}
    summary{min-height:1.5rem;cursor:pointer;color:var(--link)}
    details ul{margin:.25rem 0;padding-left:1.2rem}
    .form{border:1px solid var(--line);border-radius:.4rem;padding:.25rem 1rem 1rem;line-height:1.75}
    .form ul{list-style:none;margin:.4rem 0;padding:0}
    .form li{padding-left:1.2rem}
    .form .d2{padding-left:2.4rem}
    .form .d3{padding-left:3.6rem}
    .form .row{border-bottom:1px solid var(--line)}
    mark{color:inherit;background:var(--soft);border-bottom:2px solid var(--line)}
    .risk{background:var(--risk);border-bottom-color:var(--risk-line)}
    .promise{background:var(--promise);border-bottom:2px dotted var(--promise-line)}
    .choice{background:var(--choice);border-bottom:2px dashed var(--choice-line)}
    .back{margin:0 .1rem;padding:0 .2rem;font-size:.85rem;line-height:1.5rem;text-align:center}
    .paper{display:none}
    :target{outline:3px solid var(--link);outline-offset:3px}
    footer{padding-bottom:2rem;font-size:.95rem}

    """

  private static let dark = """
    @media (prefers-color-scheme:dark){:root{--text:#ececec;--page:#15171a;--soft:#24272c;--line:#8d939c;\
    --faint:#b4b9c0;--link:#a8c7fa;--risk:#4b3500;--risk-line:#ffc44d;--promise:#173d1a;--promise-line:#8fdc92;\
    --choice:#15335e;--choice-line:#a8c7fa}}

    """

  /// Two pages at most, then the form: small type in two columns, and only the weightiest points of each part.
  private static let paper = """
    @media print{@page{margin:1.2cm}
    :root{--text:#000;--page:#fff;--soft:#fff;--line:#000;--faint:#000;--link:#000;--risk:#fff;--risk-line:#000;\
    --promise:#fff;--promise-line:#000;--choice:#fff;--choice-line:#000}
    body{font-size:8.5pt;line-height:1.25}
    header,main,footer{max-width:none;padding:0}
    h1{font-size:13pt;margin:0 0 3pt}
    h2{font-size:10pt;margin:6pt 0 2pt;padding:0;border-bottom:1pt solid #000;break-after:avoid}
    h3{font-size:8.5pt;margin:3pt 0 0;break-after:avoid}
    p,blockquote{margin:0;padding:0}
    nav,.skip,.screen,details,.extra{display:none}
    a{text-decoration:none}
    .summary{columns:2;column-gap:.7cm}
    .points>li{margin:0 0 3pt;padding-left:4pt;border-left-width:2pt;break-inside:avoid}
    .sides{display:block}
    .form-part{break-before:page}
    .form{border:0;padding:0;font-size:9.5pt;line-height:1.5}
    mark{border-bottom-width:1.5pt}
    .risk{border-bottom:1.5pt double #000}
    .paper{display:block}
    .back,.place{min-height:0;min-width:0}
    .back{font-weight:700;border:.5pt solid #000;border-radius:3pt;line-height:1.1}
    .back,.form h3{break-after:auto}
    :target{outline:0}
    footer{font-size:8pt;padding:0;margin-top:6pt}}

    """
}
