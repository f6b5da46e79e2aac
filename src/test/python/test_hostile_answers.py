"""What students wrote does nothing on the pages of formgrader and of feedback: seen in a browser, each page once."""
from __future__ import annotations

import json
import sqlite3
import urllib.parse
from contextlib import closing
from pathlib import Path

import pytest

import browser
import hostile_answers
import submissions
from hostile_answers import RAN
from project import COURSE, course, serving
from test_gradebook import NAME, grade

FORBIDDEN = ("iframe, frame, object, embed, form, base, meta, link, style, svg, video, audio, button:not(.btn), "
             "input:not(.tabbable), script:not([type^='math/tex'])")
LOOK = """([area, forbidden]) => [...document.querySelectorAll(area)].flatMap(part => [...part.querySelectorAll('*')])
    .flatMap(element => [
        ...(element.matches(forbidden) ? [element.outerHTML] : []),
        ...[...element.attributes].filter(one => one.name.startsWith('on')).map(one => element.outerHTML),
        ...(element.matches('a[href]:not(.anchor-link)') && !/^https:[/][/]en[.]wikipedia/.test(element.href)
            && !element.href.startsWith(location.origin + '/formgrader/') ? [element.outerHTML] : []),
        ...(element.matches('img') && !element.src.startsWith('data:image/png') ? [element.outerHTML] : []),
    ])"""
POKE = """area => document.querySelectorAll(area + ' *').forEach(element => {
    if (!/^http/.test(element.href)) element.click();
    for (const kind of ['mouseover', 'focus', 'toggle', 'error', 'load']) element.dispatchEvent(new Event(kind));
})"""
TYPESET = """() => window.MathJax && MathJax.Hub && MathJax.Hub.queue && !MathJax.Hub.queue.pending
    && !MathJax.Hub.queue.running && document.querySelector('.MathJax')"""
ANSWERS = ".text_cell_render, .output_subarea"


class Class:
    """A course's folder with hostile students; of one of them the page is as an earlier version of the kit wrote it."""

    def __init__(self, here: Path):
        self.folder, self.out = here / "course", here / "out"
        done = course("release", NAME, str(self.folder))
        assert done.returncode == 0, done.stdout + done.stderr
        assignment = submissions.Assignment(NAME)
        raw = {student: self.marked(assignment, student, text) for student, text in hostile_answers.STUDENTS.items()}
        done = grade(self.folder, self.out, raw)
        assert done.returncode == 0 and not done.stderr, done.stderr
        shows = self.folder / "autograded" / "outputs" / NAME / f"{NAME}.ipynb"
        shows.parent.mkdir(parents=True)
        shows.write_text(json.dumps(self.earlier("links")), encoding="utf-8")
        done = grade(self.folder, self.out, {"outputs": self.marked(assignment, "outputs", hostile_answers.MARKUP)})
        assert done.returncode == 0, done.stderr
        shows.write_text(json.dumps(self.earlier("outputs")), encoding="utf-8")
        (shows.parent / "page.html").write_text(f"<script>{RAN}</script>")
        with closing(sqlite3.connect(self.folder / "gradebook.db")) as db, db:  # as from another tool
            db.execute("UPDATE student SET first_name = ?, last_name = ? WHERE id = 'outputs'", (hostile_answers.MARKUP,) * 2)

    @staticmethod
    def marked(assignment: submissions.Assignment, student: str, text: str) -> dict:
        hand_in = {"student": student, "name": hostile_answers.NAMES.get(student, student), "platformId": "", "file": "x",
                   "time": "", "lateness": "", "remarks": [hostile_answers.SVG, "$\\href{javascript:alert(1)}{x}$"]}
        written = [{"exercise": name, "byHand": True, "tests": [], "problem": "", "answer": text, "answered": True}
                   for name in assignment.by_hand]
        functions = [{"exercise": name, "byHand": False, "tests": [], "problem": hostile_answers.SVG, "answer": source}
                     for name, source in assignment.solutions.items()]
        return {"handIn": hand_in, "status": "NEEDS_MARKING", "exercises": functions + written, "problem": "",
                "remarks": [hostile_answers.MARKUP], "incidents": []}

    def earlier(self, student: str) -> dict:
        """A page with outputs, attachments and metadata of all kinds, and nothing sanitized."""
        file = self.folder / "autograded" / student / NAME / f"{NAME}.ipynb"
        notebook = json.loads(file.read_text(encoding="utf-8"))
        bad = {"tags": [hostile_answers.SVG], "alt": hostile_answers.SVG}
        for cell in notebook["cells"]:
            cell["metadata"].update(bad)
            if submissions.is_text(cell):
                cell.update(source=hostile_answers.MARKUP, attachments=hostile_answers.ATTACHMENTS)
        own = {"id": "own", "metadata": bad, "source": hostile_answers.MARKUP}
        notebook["cells"] += [
            {**own, "cell_type": "code", "execution_count": 1, "outputs": hostile_answers.OUTPUTS},
            {**own, "cell_type": "raw", "id": "raw", "metadata": {"raw_mimetype": "text/html"}},
            {**own, "cell_type": "markdown", "id": "odd", "source": "![good](attachment:good.png)",
             "attachments": hostile_answers.ATTACHMENTS}]
        widgets = {"application/vnd.jupyter.widget-state+json": {"x": hostile_answers.SVG}}
        notebook["metadata"].update(title=hostile_answers.SVG, widgets=widgets,
                                    language_info={"name": 'x" onclick="alert(1)', "pygments_lexer": "<b>"})
        return notebook

    def scores(self) -> list[tuple]:
        with closing(sqlite3.connect(self.folder / "gradebook.db")) as db:
            return db.execute("SELECT id, auto_score, manual_score, extra_credit FROM grade ORDER BY id").fetchall()

    def submissions(self) -> dict[str, str]:
        """Students and their pages' names."""
        with closing(sqlite3.connect(self.folder / "gradebook.db")) as db:
            return dict(db.execute("SELECT student_id, submitted_notebook.id FROM submitted_notebook "
                                   "JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    return Class(tmp_path_factory.mktemp("hostile"))


class Watched:
    """A page, and all that happens on it that should not."""

    def __init__(self, context, base: str):
        self.base, self.page = base, context.new_page()
        self.wrong: list[str] = []
        context.on("page", lambda other: self.wrong.append(f"opened {other.url}"))
        self.page.on("dialog", self.dialog)
        self.page.on("request", self.request)

    def dialog(self, dialog) -> None:
        self.wrong.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def request(self, request) -> None:
        here = request.url.startswith((self.base, "data:", "about:blank", "https://cdnjs.cloudflare.com/ajax/libs/mathjax/"))
        if not here or request.method != "GET" or "logout" in request.url:
            self.wrong.append(f"{request.method} {request.url}")

    def open(self, address: str, area: str, ready: str = "() => true") -> None:
        """Opens a page, looks at it, and touches all that a student may have put there."""
        self.page.goto(address)
        browser.wait_for(self.page, ready)
        assert self.page.evaluate(LOOK, [area, FORBIDDEN]) == []
        self.page.evaluate(POKE, area)
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        assert self.wrong == [] and self.page.evaluate("window.name") == "" and self.page.url.split("?")[0] == address


def test_nothing_of_a_students_runs_in_formgrader(hostile, tmp_path):
    before = hostile.scores()
    command = [*COURSE, "nbgrader", "--course", str(hostile.folder), "formgrader"]
    with serving(tmp_path, command) as (_, address, _), browser.opened(tmp_path) as context:
        base = address.split("/formgrader/")[0]
        token = urllib.parse.parse_qs(urllib.parse.urlsplit(address).query)["token"][0]
        watched = Watched(context, base)
        watched.page.goto(address)
        for student, identity in hostile.submissions().items():
            watched.open(f"{base}/formgrader/submissions/{identity}/", ANSWERS, TYPESET if student == "ada" else "() => true")
        for path in (f"gradebook/{NAME}/{NAME}", "manage_students", "manage_students/outputs", f"manage_submissions/{NAME}"):
            watched.page.goto(f"{base}/formgrader/{path}")
            watched.page.get_by_text("Loading").wait_for(state="detached")
            watched.open(watched.page.url, "#main-table td:not(:has(.glyphicon))" if "submissions" not in path else "nothing")
        watched.page.goto(f"{base}/formgrader/manage_students/%22;alert(1);%22%3Cscript%3Ealert(1)%3Cscript%3E")
        watched.page.goto(f"{base}/formgrader/submissions/{hostile.submissions()['outputs']}/page.html?token={token}")
        assert watched.wrong == [] and watched.page.evaluate("window.name") == ""
        honest(watched.page, f"{base}/formgrader/submissions/{hostile.submissions()['ada']}/")
        assert hostile.scores() == before
        the_policy_alone_stops_what_is_not_sanitized(watched, f"{base}/formgrader/submissions/{hostile.submissions()['ada']}/")
        marked_by_a_person(watched.page, hostile)


def honest(page, address: str) -> None:
    """Formulas are set, and all the rest is as its author meant it."""
    page.goto(address)
    browser.wait_for(page, TYPESET)
    answer = page.locator(".nbgrader_cell .rendered_html").first
    answer.scroll_into_view_if_needed()
    page.screenshot(path=browser.SCREENSHOTS / "formgrader-answer.png")
    sources = answer.locator("script[type^='math/tex']").evaluate_all("all => all.map(one => one.textContent.trim())")
    assert sources[:2] == ["\\frac1m \\sum_i a_i < b", "dW = \\frac{1}{m}\\, dZ A^T"] and "\\begin{align}" in sources[2]
    assert answer.locator("strong").all_inner_texts() == ["averaged"]
    assert answer.locator("pre").inner_text() == "if (m < 2) return;\n\ndW = dZ;\n"
    assert answer.locator("li").count() == 2 and answer.locator("td").count() == 2
    assert answer.locator("a").get_attribute("href") == "https://en.wikipedia.org/wiki/Backpropagation"
    assert not answer.locator(".MathJax_Error, .merror").count()


def the_policy_alone_stops_what_is_not_sanitized(watched: Watched, address: str) -> None:
    attack = (f"<script>{RAN}</script><img src=x onerror=\"{RAN}\"><svg onload=\"{RAN}\"></svg><iframe srcdoc='<script>"
              f"top.name=1</script>'></iframe><script src=/files/x.js></script><a id=attack href=\"javascript:{RAN}\">x</a>")
    refused = []
    watched.page.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)

    def unsanitized(route):
        answer = route.fetch()
        place = 'id="notebook-container">'
        route.fulfill(response=answer, body=answer.text().replace(place, place + attack))

    watched.page.route(address, unsanitized)
    watched.page.goto(address)
    watched.page.locator("#attack").first.click()
    watched.page.unroute(address)
    assert [line for line in watched.wrong if not line.endswith("/files/x.js")] == []
    assert watched.page.evaluate("window.name") == "" and len(refused) >= 5, refused


def marked_by_a_person(page, hostile: Class) -> None:
    """What an instructor does there still works."""
    page.get_by_role("link", name="Next").click()
    page.get_by_role("link", name="Prev").click()
    page.locator(".glyphicon-eye-open").filter(visible=True).click()
    page.locator(".live-notebook a").filter(visible=True).wait_for()
    score = page.locator("input.score").last
    with page.expect_response(lambda answer: answer.request.method == "PUT"):
        score.fill("1")
        score.blur()
    comment = page.locator("textarea.comment").last
    with page.expect_response(lambda answer: answer.request.method == "PUT"):
        comment.fill("Well <b>said</b>")
        comment.blur()
    assert [row[2] for row in hostile.scores() if row[2] is not None] == [1]


def test_nothing_of_a_students_runs_on_a_page_of_feedback(hostile, tmp_path):
    done = course("nbgrader", "--course", str(hostile.folder), "generate_feedback", NAME)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = sorted(hostile.folder.glob(f"feedback/*/*/{NAME}.html"))
    assert len(pages) == len(hostile_answers.STUDENTS) + 1
    with browser.opened(tmp_path) as context:
        context.route("https://**", lambda route: route.abort())  # MathJax
        for file in pages:
            watched = Watched(context, "file:")
            watched.page.goto("about:blank")
            watched.open(file.as_uri(), "#notebook-container .rendered_html, #notebook-container .output_subarea")
            watched.page.close()
