"""Each committed notebook in a browser, untrusted and not run: its formulas are typeset, and its pictures are there."""
import json

import pytest

from browser import APP, PANEL, opened, wait_for
from project import ROOT, code, lab, write_notebook
from test_notebooks import FEW_OR_ALL

OPENED = """name => {
    const panel = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden)');
    const path = window.jupyterapp.shell.currentWidget?.context?.path;
    return panel && path === name && window.jupyterapp.shell.currentWidget.content.widgets.length > 0
        && !panel.querySelector('.jp-MarkdownCell .jp-RenderedMarkdown:empty');
}"""
UNTYPESET = f"""() => [...document.querySelectorAll('{PANEL} .jp-RenderedMarkdown')]
    .map(cell => [...cell.childNodes].filter(node => !['PRE', 'CODE'].includes(node.nodeName))
        .map(node => node.innerText || '').join(' '))
    .filter(text => /\\$|\\\\(frac|underbrace|top|partial|begin)/.test(text))"""
WRONG = f"""() => [...document.querySelectorAll('{PANEL} mjx-merror, {PANEL} mjx-container [style*="red"]')]
    .map(node => node.getAttribute('data-mjx-error') || node.outerHTML)"""
IMAGES = f"""() => [...document.querySelectorAll('{PANEL} .jp-OutputArea-output img')]
    .map(image => image.naturalWidth > 0 && image.alt.length > 20)"""


@pytest.fixture(scope="module")
def show(tmp_path_factory):
    """Opens a notebook, by its path below the project's folder, and waits until its formulas are typeset."""
    folder = tmp_path_factory.mktemp("browser")
    with opened(folder) as context, lab(folder, "--edit", "--", APP) as server:
        page = context.new_page()

        def open_notebook(path: str):
            page.goto(f"{server.base}/lab/tree/{path}?reset&token={server.token}")
            wait_for(page, OPENED, path)
            page.wait_for_timeout(1000)
            return page
        yield open_notebook


@pytest.mark.parametrize("notebook", FEW_OR_ALL)
def test_its_formulas_are_typeset_and_its_pictures_are_there(show, notebook):
    page = show(f"notebooks/{notebook}")
    wait_for(page, f"() => ({UNTYPESET})().length === 0")
    assert page.evaluate(WRONG) == []
    content = (ROOT / "notebooks" / notebook).read_text(encoding="utf-8")
    images = page.evaluate(IMAGES)
    assert len(images) == content.count("<img "), "JupyterLab shows all pictures of a notebook that it does not trust"
    assert all(images), "each picture is drawn, and has a text alternative"


@pytest.mark.parametrize("formula, found", [(r"$\frac{1$", UNTYPESET), (r"$x^2^3$", WRONG), (r"$\nonsense$", WRONG)])
def test_a_formula_that_is_none_would_be_found(show, formula, found):
    path = write_notebook(ROOT / "target" / "wrong.ipynb", code("1"))
    content = json.loads(path.read_text(encoding="utf-8"))
    content["cells"].insert(0, {"cell_type": "markdown", "id": "formula", "metadata": {}, "source": formula})
    path.write_text(json.dumps(content), encoding="utf-8")
    wait_for(show("target/wrong.ipynb"), f"() => ({found})().length === 1")
