"""nbgrader's formgrader as a server's extension whose pages run nbgrader's own scripts and no others.

Each script in the source of a template gets a nonce; what students wrote comes into a template as a value, and gets
none. The Content-Security-Policy of each answer names the nonce. What a page shows is sanitized once more, since a page
may be of an earlier version of the course; and formulas are set by a MathJax of this computer.
"""
from __future__ import annotations

import base64
import hashlib
import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment
from nbgrader.server_extensions.formgrader import formgrader, handlers
from nbgrader.server_extensions.formgrader.base import BaseHandler

from backprop_course.teaching.nbgrader_steps.sanitized_notebook import given_out, sanitized

NONCE: ContextVar[str] = ContextVar("nonce")  # of the answer that is being made
CLICK = re.compile(r'\bonclick="([^"]*)"', re.IGNORECASE)
FILES = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"  # files that lie beside a submission
MATHJAX = """{%- macro mathjax(url="") -%}
<script>
window.MathJax = {
  elements: ["notebook-container"], messageStyle: "none", showMathMenu: false,
  tex2jax: {inlineMath: [["$", "$"], ["\\\\(", "\\\\)"]], processEscapes: true},
  TeX: {equationNumbers: {autoNumber: "AMS"}}, displayAlign: "center",
  "HTML-CSS": {availableFonts: [], imageFont: null, preferredFont: null, webFont: "STIX-Web"},
  Safe: {allow: {URLs: "none", classes: "none", cssIDs: "none", styles: "none", require: "none"}}
};
</script>
<script src="BASE/static/jupyter_server_mathjax/MathJax.js?config=TeX-AMS-MML_HTMLorMML-full,Safe"></script>
<style>.rendered_html, .output_subarea { contain: paint; overflow-x: auto; }</style>
{%- endmacro %}"""


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(app: Any) -> None:
    """nbgrader's extension, with what stands above around it. The policy comes first: were the rest to fail, no script
    would run."""
    clicks = {digest(code) for file in Path(handlers.template_path).rglob("*.*")
              for code in CLICK.findall(file.read_text(encoding="utf-8"))}
    BaseHandler.content_security_policy = property(lambda self: policy(sorted(clicks)))
    handlers.SubmissionFilesHandler.content_security_policy = property(lambda self: FILES)
    formgrader.load_jupyter_server_extension(app)
    pages, exporter = (app.web_app.settings[f"nbgrader_{name}"] for name in ("jinja2_env", "exporter"))
    pages.autoescape = True
    for environment in (pages, exporter.environment):
        guard(environment, MATHJAX.replace("BASE", app.base_url.rstrip("/")))
    show, root = exporter.from_notebook_node, Path(app.root_dir)
    exporter.from_notebook_node = lambda nb, resources, **more: show(
        sanitized(nb, given_out(root, resources["assignment_id"], resources["notebook_id"])), resources, **more)


def guard(environment: Environment, mathjax: str) -> None:
    environment.loader = Guarded(environment.loader, mathjax)
    environment.globals["nonce"] = NONCE.get


def digest(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def policy(clicks: list[str]) -> str:
    """A policy with a nonce of its own; nbgrader's scripts load MathJax's parts, and its buttons have a few handlers."""
    NONCE.set(secrets.token_urlsafe(16))
    return "; ".join([
        "default-src 'none'", f"script-src 'nonce-{NONCE.get()}' 'strict-dynamic' 'unsafe-hashes' {' '.join(clicks)}",
        "style-src 'self' 'unsafe-inline'", "img-src data:", "font-src 'self'", "connect-src 'self'", "form-action 'none'",
        "base-uri 'none'", "frame-ancestors 'self'"])


class Guarded(BaseLoader):
    """Templates with a nonce in each script, and with values that are quoted where they stand."""

    def __init__(self, origin: BaseLoader, mathjax: str):
        self.origin, self.mathjax = origin, mathjax

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        if template == "mathjax.html.j2":
            return self.script(self.mathjax), template, lambda: True
        source, file, current = self.origin.get_source(environment, template)
        source = re.sub(r'"\{\{ ?([\w.]+) ?\}\}";', r"{{ \1 | tojson }};", source)  # in a script
        source = re.sub(r"\{\{ ?(resources\.\w+) ?\}\}", r"{{ \1 | e }}", source)
        return self.script(source), file, current

    @staticmethod
    def script(source: str) -> str:
        return re.sub(r"<script\b", '<script nonce="{{ nonce() }}"', source)
