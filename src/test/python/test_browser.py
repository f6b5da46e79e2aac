"""The first notebook in a browser, as a newcomer meets it: untrusted, then run as a whole."""
import html
import json
import re

from browser import APP, ERROR, PANEL, READY, SCREENSHOTS, THEMES, TRUSTED, WIDTH, opened, wait_for, wear
from project import ROOT, lab

NOTEBOOK = "00-start-here.ipynb"
HEIGHT = 1000
PICTURES = """() => [...document.querySelectorAll('.jp-OutputArea-output img')].filter(image => image.naturalWidth > 0)
    .length"""
MARK = "() => document.querySelectorAll('.jp-OutputArea-child').forEach(child => child.dataset.before = 'yes')"
FINISHED = """() => document.querySelectorAll('[data-before]').length === 0
    && ![...document.querySelectorAll('.jp-InputPrompt')].some(prompt => prompt.textContent.includes('*'))
    && document.querySelector('.jp-Notebook-ExecutionIndicator').dataset.status === 'idle'"""


def photograph(page, theme):
    """The whole notebook, and a window's view of the curves of its training."""
    wear(page, theme)
    height = page.evaluate("() => document.querySelector('.jp-WindowedPanel-outer').scrollHeight")
    page.set_viewport_size({"width": WIDTH, "height": min(height + 140, 12000)})
    page.evaluate("() => document.querySelector('.jp-WindowedPanel-outer').scrollTo(0, 0)")
    page.wait_for_timeout(1000)
    page.screenshot(path=SCREENSHOTS / f"notebook-{theme}.png")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.wait_for_timeout(1000)  # JupyterLab scrolls of its own accord when the window changes
    page.locator(f"{PANEL} img[alt^='Curves']").evaluate("image => image.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(500)
    page.screenshot(path=SCREENSHOTS / f"window-{theme}.png")


def committed_texts():
    """A piece of each committed text that must be in the page again: the first line of what a check cell gives."""
    notebook = json.loads((ROOT / "notebooks" / NOTEBOOK).read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and re.search(r"Check\.|Exercises\.", "".join(cell["source"])):
            for output in cell["outputs"]:
                data = output.get("data", {})
                text = "".join(data.get("text/html") or data.get("text/plain") or [])
                words = html.unescape(re.sub(r"<[^>]+>", "\n", text)).strip().splitlines()
                yield from words[:1]


def failing_on_purpose():
    notebook = json.loads((ROOT / "notebooks" / NOTEBOOK).read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if "raises-exception" in cell["metadata"].get("tags", [])]


def test_a_newcomer_sees_the_plots_runs_all_cells_and_finds_the_check(tmp_path, work):
    with opened(tmp_path, HEIGHT) as context, lab(tmp_path, "--work", str(work), "--", APP) as server:
        page = context.new_page()
        requests = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(server.address)
        page.wait_for_selector(f"{PANEL} .jp-OutputArea-output img", timeout=60_000)
        committed = page.evaluate(PICTURES)
        assert committed > 0 and not page.evaluate(TRUSTED)

        page.evaluate(READY)
        page.evaluate(MARK)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        wait_for(page, FINISHED)

        assert page.evaluate(PICTURES) == committed
        assert page.locator(f"{PANEL} {ERROR}").count() == len(failing_on_purpose())
        texts = list(committed_texts())
        assert texts
        shown = page.locator(PANEL).inner_text()
        assert [text for text in texts if text not in shown] == []

        for theme in THEMES:
            photograph(page, theme)
        assert [url for url in requests if not re.match(r"(http://localhost[:/]|data:|blob:|ws://localhost)", url)] == []
