"""`course nbgrader formgrader`: a class that the grader has marked, in a browser, with the students' names."""
from __future__ import annotations

import itertools
import json
import os
import signal
import sqlite3
import subprocess
import urllib.request
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

import browser
import submissions
from backprop_course.teaching import nbgrader_command
from project import COURSE, ROOT, course, has_sandbox, serving, tree_state
from test_gradebook import ROWS

NAME = "04-backward-pass"
TEACH = ROOT / ".venv-teach" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
DEPRECATED = {"assign", "feedback", "release", "fetch", "formgrade", "extension"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A course's folder with what two students handed in at Moodle."""
    here = tmp_path_factory.mktemp("formgrader")
    folder, handed_in = here / "course", here / "moodle.zip"
    done = course("release", NAME, str(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    released = json.loads((folder / "release" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8"))
    right = submissions.filled(released, submissions.Assignment(NAME).solutions)
    with zipfile.ZipFile(handed_in, "w") as archive:
        for number, (student, notebook) in enumerate({"Ada Lovelace": right, "J\u00f6rg M\u00fcller": released}.items()):
            archive.writestr(f"{student}_{number}_assignsubmission_file/{NAME}.ipynb", json.dumps(notebook))
    done = mark(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def mark(folder: Path, *more: str) -> subprocess.CompletedProcess:
    sandbox = [] if has_sandbox() else ["--no-sandbox"]
    handed_in, out = (str(folder.with_name(name)) for name in ("moodle.zip", "marks"))
    return course("grade", NAME, handed_in, "--out", out, "--nbgrader", str(folder), *more, *sandbox)


REFUSED = ("{who},{x},999,", "{who},{x},-5,", "{who},{x},1e3,", "{who},{x},NaN,", "{who},{x},1,because,of,commas", "{who},{x}",
           "{who},hidden-{x},2,", "{who},check-{x},2,", "nobody,{x},1,", "{who},{x},0x1p3,", "{who},{x},\u0662,")


def test_rows_of_overrides_that_are_refused_never_reach_the_gradebook(folder):
    overrides, before = folder.parent / "marks" / "overrides.csv", points(folder)
    assignment = submissions.Assignment(NAME)
    places = itertools.product(sorted({row[0] for row in before}), (*assignment.solutions, *assignment.by_hand))
    rows = "".join(f"{row.format(who=who, x=exercise)}\n" for row, (who, exercise) in zip(REFUSED, places, strict=False))
    for encoding in ("utf-8", "utf-16"):
        overrides.write_text(f"student,exercise,points,reason\n{rows}", encoding=encoding)
        (overrides.with_name("overrides.json")).unlink(missing_ok=True)
        done = mark(folder, "--resume")
        assert "Traceback" not in done.stdout + done.stderr and "Exception" not in done.stdout + done.stderr
        assert points(folder) == before
    overrides.unlink()


def points(folder: Path) -> list[tuple]:
    with closing(sqlite3.connect(folder / "gradebook.db")) as db:
        return db.execute(ROWS).fetchall()


def test_it_shows_names_and_a_submission_and_ends_at_ctrl_c(folder, tmp_path):
    before, home = (tree_state(), set(folder.iterdir())), tmp_path / "home"
    home.mkdir()
    command = [*COURSE, "nbgrader", "--course", str(folder), "formgrader"]
    with serving(tmp_path, command, HOME=str(home)) as (process, address, log):
        base, token = address.split("/formgrader/gradebook?token=")
        request = urllib.request.Request(f"{base}/formgrader/api/students", headers={"Authorization": f"token {token}"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            names = {(student["first_name"], student["last_name"]) for student in json.load(answer)}
        assert names == {("Ada", "Lovelace"), ("J\u00f6rg", "M\u00fcller")}
        look(address, tmp_path)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0
    first, second, *others = log.read_text(encoding="utf-8").splitlines()
    assert (first, second) == (f"The formgrader is at {address}", "Ctrl-C ends it.")
    assert others == []
    assert (tree_state(), set(folder.iterdir())) == before and list(home.iterdir()) == []


def look(address: str, tmp_path: Path) -> None:
    """The pages as an instructor comes to them; without a browser there is nothing to see."""
    if not any(map(browser.shutil.which, browser.BROWSERS)):
        return
    with browser.opened(tmp_path) as context:
        page = context.new_page()
        page.goto(address)
        page.get_by_role("link", name=NAME).first.wait_for()
        page.screenshot(path=browser.SCREENSHOTS / "formgrader.png")
        for _ in range(2):  # the assignment, its notebook
            page.get_by_role("link", name=NAME).last.click()
            page.wait_for_load_state("networkidle")
        page.get_by_role("button", name="Show All Names").click()
        page.get_by_text("M\u00fcller, J\u00f6rg").wait_for()
        page.screenshot(path=browser.SCREENSHOTS / "formgrader-names.png")
        page.get_by_text("Lovelace, Ada").click()
        page.get_by_role("button", name="Full credit").first.wait_for()
        assert "An answer of" in page.get_by_role("main").inner_text()
        page.screenshot(path=browser.SCREENSHOTS / "formgrader-submission.png")
        with context.expect_page() as opened:
            page.locator(".live-notebook a").filter(visible=True).click()
        opened.value.locator(".jp-Notebook").wait_for(timeout=180_000)


def test_the_commands_are_those_of_nbgrader():
    script = "import json; from nbgrader.apps import NbGraderApp; print(json.dumps(list(NbGraderApp.subcommands)))"
    theirs = set(json.loads(subprocess.run([TEACH, "-W", "ignore", "-c", script], capture_output=True, check=True).stdout))
    assert set(nbgrader_command.COMMANDS) - {nbgrader_command.FORMGRADER} == theirs - DEPRECATED
