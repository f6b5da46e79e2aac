"""A student's Markdown or HTML as HTML that may stand on an instructor's page: text, lists, tables, pictures and
formulas, and nothing that runs, loads or covers what is around it."""
from __future__ import annotations

import base64
import binascii
import html
import re
from functools import partial
from typing import Any
from urllib.parse import unquote, urlsplit

import nh3
from mistune import HTMLRenderer
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

TAGS = set("""a abbr b blockquote br caption cite code dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li
    mark ol p pre q s samp small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var""".split())
ATTRIBUTES = {"*": set(), "a": {"href"}, "img": {"src", "alt"}, "td": {"style"}, "th": {"style"},
              "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "attachment", "data"}  # of the last two only pictures pass
HOST = re.compile(r"(?:[\w-]+\.)+(?!local)(?:xn--[\w-]+|[^\W\d_]{2,})")  # not this computer, nor another by its number
DATA = re.compile(r"data:(image/\w+);base64,(.*)", re.DOTALL)
PICTURES = {"image/png": rb"\x89PNG\r\n\x1a\n", "image/jpeg": rb"\xff\xd8\xff", "image/gif": rb"GIF8[79]a",
            "image/webp": rb"RIFF....WEBP"}
# What MathJax knows beside mathematics: links, identifiers, styles, other characters, definitions, extensions.
COMMANDS = """action bbox begingroup class cssId data def DeclareMathOperator DeclarePairedDelimiter edef enclose endgroup
    futurelet gdef global html htmlClass htmlData htmlId htmlStyle href includegraphics input let long mathtip
    mmlToken mtip newcommand newenvironment newtagform pseudo providecommand renewcommand renewenvironment renewtagform
    require style texttip toggle tooltip unicode url usetagform xdef""".split()
COMMAND = re.compile(rf"\\(\\|(?:{'|'.join(COMMANDS)})(?![A-Za-z]))")
GONE = re.compile(r'<img(?: alt="([^"]*)")?>')
SET_MINUS = "\u2216"  # in the backslash's place it makes a command a mere word
MOST = 20_000  # characters that are read as Markdown, for which the time may grow with their square
MOST_TAGS = 5_000
OPEN, CLOSE = '<div style="contain: paint; overflow: auto">', "</div>"


def shown(source: str, attachments: dict[str, Any] | None = None) -> str:
    """Markdown as one line of HTML, which a Markdown reader takes as it is; the same for what is such a line already."""
    if source.startswith(OPEN) and source.endswith(CLOSE):
        return line(source.removeprefix(OPEN).removesuffix(CLOSE), attachments)
    return line(rendered(source), attachments) if len(source) <= MOST else verbatim(source)


def verbatim(source: str) -> str:
    """Text as it was typed."""
    return line(f"<pre>{html.escape(source)}</pre>", None)


def line(markup: str, attachments: dict[str, Any] | None) -> str:
    return OPEN + re.sub(r"[\r\n]", "&#10;", clean(markup, attachments)) + CLOSE


def clean(markup: str, attachments: dict[str, Any] | None = None) -> str:
    """HTML without all that is not on the lists above."""
    if markup.count("<") > MOST_TAGS:
        markup = f"<pre>{html.escape(markup)}</pre>"
    safe = nh3.clean(markup, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, url_relative="deny",
                     attribute_filter=partial(attribute, attachments or {}), filter_style_properties={"text-align"},
                     link_rel="noopener noreferrer nofollow")
    safe = safe.replace("<a href=", '<a target="_blank" href=')  # nh3 itself would add the two in any order
    safe = GONE.sub(lambda found: f"[a picture that is not shown: {found[1] or 'without a name'}]", safe)
    return COMMAND.sub(lambda found: found[0] if found[1] == "\\" else SET_MINUS + found[1], safe)


def attribute(attachments: dict[str, Any], tag: str, name: str, value: str) -> str | None:
    if name == "src":
        return source_of(value.strip(), attachments)
    if name == "href":
        return link(value.strip())
    if name == "start":
        return value if re.fullmatch(r"\d{1,6}", value, re.ASCII) else None
    return value


def link(address: str) -> str | None:
    """An address elsewhere; none on this computer, where the marks are."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return None
    elsewhere = parts.scheme in ("http", "https") and HOST.fullmatch(host) and "@" not in parts.netloc
    plain = not re.search(r"[\\\s]", address)  # a browser takes a backslash for a slash
    return address if plain and (elsewhere or parts.scheme == "mailto") else None


def source_of(address: str, attachments: dict[str, Any]) -> str | None:
    """A picture that is at hand; one from elsewhere would tell who looks at the page, and when."""
    if address.startswith("attachment:"):
        name = address.removeprefix("attachment:")
        bundle = attachments.get(name) or attachments.get(unquote(name))
        kinds = bundle if isinstance(bundle, dict) else {}
        found = [(kind, picture(kind, kinds[kind])) for kind in PICTURES if kind in kinds]
    else:
        data = DATA.fullmatch(address)
        found = [(data[1], picture(data[1], data[2]))] if data else []
    return next((f"data:{kind};base64,{content}" for kind, content in found if content), None)


def picture(kind: str, content: object) -> str | None:
    """The base64 text of a picture, without spaces, if it is one of its kind."""
    try:
        text = "".join("".join(content).split())  # type: ignore[arg-type]  # what is no text raises TypeError
        start = base64.b64decode(text, validate=True)[:16]
    except (TypeError, ValueError, binascii.Error):
        return None
    return text if kind in PICTURES and re.match(PICTURES[kind], start, re.DOTALL) else None


class Renderer(IPythonRenderer):
    """nbconvert's, but for pictures, which `clean` looks up, and colours of code."""

    image = HTMLRenderer.image
    block_code = HTMLRenderer.block_code


def rendered(source: str) -> str:
    """What nbconvert would show; the text itself, where its reader fails."""
    try:
        return MarkdownWithMath(Renderer(escape=False, exclude_anchor_links=True)).render(source)
    except Exception:  # which one, is the reader's own affair
        return f"<pre>{html.escape(source)}</pre>"
