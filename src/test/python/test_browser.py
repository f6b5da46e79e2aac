"""The first notebook in a browser, as a newcomer meets it: untrusted, then run as a whole."""
import html
import json
import re
import shutil

import pytest
from project import ROOT, lab

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NOTEBOOK = "00-start-here.ipynb"
SCREENSHOTS = ROOT / "target" / "screenshots"
PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"
PICTURES = """() => [...document.querySelectorAll('.jp-OutputArea-output img')].filter(image => image.naturalWidth > 0)
    .length"""
TRUSTED = "() => window.jupyterapp.shell.currentWidget.content.widgets.every(cell => cell.model.trusted)"
READY = """async () => {
    const context = window.jupyterapp.shell.currentWidget.sessionContext;
    await context.ready;
    await context.session.kernel.info;
}"""
MARK = "() => document.querySelectorAll('.jp-OutputArea-child').forEach(child => child.dataset.before = 'yes')"
FINISHED = """() => document.querySelectorAll('[data-before]').length === 0
    && ![...document.querySelectorAll('.jp-InputPrompt')].some(prompt => prompt.textContent.includes('*'))
    && document.querySelector('.jp-Notebook-ExecutionIndicator').dataset.status === 'idle'"""


@pytest.fixture
def executable():
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or pytest.skip(f"no browser: none of {', '.join(BROWSERS)} is on PATH (apt install chromium)")


@pytest.fixture
def context(executable, tmp_path):
    """A browser without a past; it notes every request that would leave this machine."""
    from playwright.sync_api import sync_playwright
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            tmp_path / "browser", executable_path=executable, viewport={"width": 1280, "height": 1000},
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        yield browser
        browser.close()


def settings(state):
    """All cells are drawn, also those out of sight, so that a test finds them."""
    folder = state / "config/lab/user-settings/@jupyterlab/notebook-extension"
    folder.mkdir(parents=True)
    (folder / "tracker.jupyterlab-settings").write_text(json.dumps({"windowingMode": "none"}))


def wait_for(page, happened):
    """Waits for what a script tells; a picture of the page is left behind if it never comes."""
    try:
        page.wait_for_function(happened, timeout=180_000)
    except Exception:
        page.screenshot(path=SCREENSHOTS / "failed.png")
        raise


def photograph(page, name, theme):
    """The whole notebook, and a window's view of the curves of its training."""
    page.evaluate("theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})", theme)
    page.wait_for_function("light => document.body.dataset.jpThemeLight === light", arg=str("Light" in theme).lower())
    height = page.evaluate("() => document.querySelector('.jp-WindowedPanel-outer').scrollHeight")
    page.set_viewport_size({"width": 1280, "height": min(height + 140, 12000)})
    page.evaluate("() => document.querySelector('.jp-WindowedPanel-outer').scrollTo(0, 0)")
    page.wait_for_timeout(1000)
    page.screenshot(path=SCREENSHOTS / f"notebook-{name}.png")
    page.set_viewport_size({"width": 1280, "height": 1000})
    page.locator(f"{PANEL} img[alt^='Curves']").evaluate("image => image.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(500)
    page.screenshot(path=SCREENSHOTS / f"window-{name}.png")


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


def test_a_newcomer_sees_the_plots_runs_all_cells_and_finds_the_check(context, tmp_path, work):
    settings(tmp_path / "state")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    with lab(tmp_path, "--work", str(work), "--", "--LabApp.expose_app_in_browser=True") as server:
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
        assert page.locator(f"{PANEL} .jp-RenderedText[data-mime-type='application/vnd.jupyter.error']").count() == 0
        texts = list(committed_texts())
        assert texts
        shown = page.locator(PANEL).inner_text()
        assert [text for text in texts if text not in shown] == []

        photograph(page, "light", "JupyterLab Light")
        photograph(page, "dark", "JupyterLab Dark")
        assert [url for url in requests if not re.match(r"(http://localhost[:/]|data:|blob:|ws://localhost)", url)] == []
