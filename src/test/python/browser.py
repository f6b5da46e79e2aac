"""A notebook in JupyterLab in a browser, driven and looked at as a person does."""
from __future__ import annotations

import base64
import json
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from project import ROOT

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SCREENSHOTS = ROOT / "target" / "screenshots"
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
APP = "--LabApp.expose_app_in_browser=True"
PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"
OUTPUT = ".jp-OutputArea-output"
ERROR = "[data-mime-type='application/vnd.jupyter.stderr']"  # JupyterLab shows an error as it shows what goes to stderr
WIDTH, HEIGHT = 1280, 1600
READY = """async () => {
    const context = window.jupyterapp.shell.currentWidget.sessionContext;
    await context.ready;
    await context.session.kernel.info;
}"""
TRUSTED = "() => window.jupyterapp.shell.currentWidget.content.widgets.every(cell => cell.model.trusted)"
RUN = """() => {
    window.ran = false;
    window.jupyterapp.commands.execute('notebook:run-cell').then(() => { window.ran = true; });
}"""
ACTIVATE = """k => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    notebook.deselectAll();
    notebook.activeCellIndex = k;
}"""


@contextmanager
def opened(folder: Path, height: int = HEIGHT, width: int = WIDTH):
    """A browser without a past. JupyterLab, whose state is in the same folder, draws all cells, also those out of
    sight, so that a test finds them."""
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not executable:
        pytest.skip(f"no browser: none of {', '.join(BROWSERS)} is on PATH (apt install chromium)")
    from playwright.sync_api import sync_playwright
    settings = folder / "state/config/lab/user-settings/@jupyterlab/notebook-extension"
    settings.mkdir(parents=True)
    (settings / "tracker.jupyterlab-settings").write_text(json.dumps({"windowingMode": "none"}))
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            folder / "browser", executable_path=executable, viewport={"width": width, "height": height},
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        yield context
        context.close()


LUMINANCES = """async png => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + png;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height).data;
    const linear = c => c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4;
    const luminance = i => 0.2126 * linear(pixels[i]) + 0.7152 * linear(pixels[i + 1]) + 0.0722 * linear(pixels[i + 2]);
    const ground = luminance(4 * (10 * image.width + 10));
    let [least, most] = [ground, ground];
    for (let i = 0; i < pixels.length; i += 4) {
        least = Math.min(least, luminance(i));
        most = Math.max(most, luminance(i));
    }
    return [ground, least, most];
}"""


def look(page, locator) -> tuple[float, float]:
    """The relative luminance of a picture's ground, as the page shows it, and the contrast of what stands out most."""
    locator.scroll_into_view_if_needed()
    ground, least, most = page.evaluate(LUMINANCES, base64.b64encode(locator.screenshot()).decode())

    def contrast(other):
        return (max(ground, other) + 0.05) / (min(ground, other) + 0.05)

    return ground, max(contrast(least), contrast(most))


def wait_for(page, happened: str, arg=None) -> None:
    """Waits for what a script tells; a picture of the page is left behind if it never comes."""
    try:
        page.wait_for_function(happened, arg=arg, timeout=180_000)
    except Exception:
        page.screenshot(path=SCREENSHOTS / "failed.png")
        raise


def wear(page, theme: str) -> None:
    """Changes JupyterLab's theme."""
    page.evaluate("theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})", THEMES[theme])
    wait_for(page, """light => document.body.dataset.jpThemeLight === light
        && !document.querySelector('#jupyterlab-splash')""", str(theme == "light").lower())


def serious_violations(page) -> list[str]:
    """What axe-core finds serious or critical in the outputs alone, each as its rule and the element.

    It judges what it takes for visible. So the window grows until no output is out of sight; and body, which has no
    height in JupyterLab and hides what overflows it, to no effect in browsers, must not do so here."""
    height = page.evaluate("() => document.querySelector('.jp-WindowedPanel-viewport').clientHeight")
    page.set_viewport_size({"width": WIDTH, "height": height + 400})
    page.evaluate("""() => {
        document.body.style.overflow = 'visible';
        document.querySelector('.jp-WindowedPanel-outer').scrollTo(0, 0);
    }""")
    found = Axe().run(page, context=f"{PANEL} {OUTPUT}").response["violations"]
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    return [f"{rule['id']}: {node['html']} {node['failureSummary']}" for rule in found
            if rule["impact"] in ("serious", "critical") for node in rule["nodes"]]


class Cells:
    """The cells of the notebook on a page, by their places from 0."""

    def __init__(self, page):
        self.page = page

    def cell(self, k: int):
        return self.page.locator(f"{PANEL} .jp-Notebook-cell").nth(k)

    def outputs(self, k: int):
        return self.cell(k).locator(OUTPUT)

    def activate(self, k: int) -> None:
        """Makes it the current cell, in sight."""
        self.cell(k).scroll_into_view_if_needed()
        self.page.evaluate(ACTIVATE, k)

    def start(self, k: int) -> None:
        self.activate(k)
        self.page.evaluate(RUN)

    def run(self, k: int) -> None:
        """Runs a cell to its end."""
        self.start(k)
        wait_for(self.page, "() => window.ran")

    def edit(self, k: int, column: int) -> None:
        """Puts the cursor into the cell, so far behind the beginning of its last line."""
        self.activate(k)
        self.cell(k).locator(".cm-content").click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.press("Home")
        for _ in range(column):
            self.page.keyboard.press("ArrowRight")

    def photograph(self, k: int, name: str, popup=None) -> None:
        """A picture of a cell, and of what popped up over it."""
        if not popup:  # which scrolling would close
            self.cell(k).scroll_into_view_if_needed()
        boxes = [shown.bounding_box() for shown in (self.cell(k), popup) if shown]
        left, top = (min(box[side] for box in boxes) for side in "xy")
        right, bottom = (max(box[side] + box[size] for box in boxes) for side, size in (("x", "width"), ("y", "height")))
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png",
                             clip={"x": left, "y": top, "width": right - left, "height": bottom - top})
