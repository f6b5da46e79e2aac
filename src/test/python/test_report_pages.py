"""The grader's pages in a browser, as an instructor and a student see them: on a telephone, a laptop, a large screen."""
from __future__ import annotations

import json
import shutil
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

import browser
import submissions
from project import course, has_sandbox

NAME = "02-logistic-regression"  # of which a heading has a formula
ANSWER = ("Column $i$ of $dZ$ is $\\frac{\\partial \\mathcal L^{(i)}}{\\partial z}$: $$dW = \\frac1m\\, dZ A^\\top$$\n"
          "<b onclick='window.hit = 1'>so</b> $\\newcommand{\\a}{b}\\a$ <script>window.hit = 1</script>")
WIDTHS = 400, 1024, 1280


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """The reports of two: one has written answers, the other has handed in what was given out."""
    folder = tmp_path_factory.mktemp("reports")
    assignment = submissions.Assignment(NAME)
    given = {"cells": [without_solution(cell) for cell in assignment.source["cells"]], "nbformat": 4, "metadata": {}}
    written = submissions.filled(given, assignment.solutions)
    for cell in written["cells"]:
        if submissions.is_text(cell):
            cell["source"] = ANSWER
    for student, notebook in {"ada": written, "bob": given}.items():
        submissions.hand_in(folder, student, NAME, notebook)
    sandbox = [] if has_sandbox() else ["--no-sandbox"]
    done = course("grade", NAME, str(folder / "submitted"), "--out", str(folder / "out"), *sandbox)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "out"


def without_solution(cell: dict) -> dict:
    text = "".join(cell["source"])
    if submissions.is_text(cell):
        text = text[:text.index("BEGIN SOLUTION")] + "*Your answer here.*"
    elif "BEGIN SOLUTION" in text:
        text = "// your code here\nthrow new NotWrittenYet();"
    return {**cell, "source": text}


@pytest.fixture(scope="module")
def pages(out):
    """Opens a page of the reports."""
    executable = next(filter(None, map(shutil.which, browser.BROWSERS)), None)
    if not executable:
        pytest.skip("no browser")
    from playwright.sync_api import sync_playwright
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])

        def opened(name: str, width: int = WIDTHS[1], scheme: Literal["light", "dark"] = "light", bypass_csp: bool = False):
            context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme,
                                           bypass_csp=bypass_csp)
            page = context.new_page()
            page.goto((out / name).as_uri())
            return page
        yield opened
        chromium.close()


PAGES = "overview.html", "feedback/ada.html", "feedback/bob.html"


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut_off_at_any_width(pages, width):
    for name in PAGES:
        page = pages(name, width)
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), name
        cut = page.evaluate("""() => [...document.querySelectorAll('.wide, .written, pre')]
            .filter(each => each.scrollWidth > each.clientWidth).map(each => each.outerHTML.slice(0, 200))""")
        assert not cut, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(pages, scheme):
    browser.SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for name in PAGES:
        for width in WIDTHS[::2]:
            page = pages(name, width, scheme, bypass_csp=True)  # axe-core is a script, which the pages allow none
            found = Axe().run(page).response["violations"]
            page.screenshot(path=browser.SCREENSHOTS / f"report-{name.replace('/', '-')[:-5]}-{width}-{scheme}.png",
                            full_page=True)
            assert not [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]], name


def test_formulas_are_drawn_and_whatever_else_a_student_wrote_is_text(pages):
    page = pages("feedback/ada.html")
    answers = page.locator(".written")
    assert answers.count() == 2
    inline, display = answers.first.locator("math[display=inline]"), answers.first.locator("math[display=block]")
    assert (inline.count(), display.count()) == (3, 1)
    fraction = display.locator("mfrac").bounding_box()
    letter = inline.first.bounding_box()
    assert fraction["height"] > 1.5 * letter["height"] > 0
    assert "<b onclick='window.hit = 1'>so</b> $\\newcommand{\\a}{b}\\a$ <script>" in answers.first.inner_text()
    assert page.evaluate("() => window.hit") is None
    assert page.locator("h2 math").count() == 1  # the heading with z


def test_an_answer_that_is_not_written_is_said_to_be_none(pages, out):
    page = pages("feedback/bob.html")
    assert page.get_by_text("– not answered, so 0 points").count() == 2 and page.get_by_text("to be marked").count() == 0
    overview = pages("overview.html")
    assert overview.get_by_text("1 student did not answer it and gets 0 points.").count() == 2
    assert overview.get_by_text("2 written answers of 1 student are still to be marked").count() == 1
    assert json.loads((out / "raw" / "bob.json").read_text(encoding="utf-8"))["status"] == "GRADED"
