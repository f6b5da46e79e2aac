"""The grader's marks in nbgrader's gradebook: beside real nbgrader's own, for the same submissions."""
from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import submissions
from backprop_course.setup import paths
from generators import generated_class
from project import ROOT, course, has_sandbox, wait_until

NAME = "04-backward-pass"
TEACH = ROOT / ".venv-teach" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
SECRET = "a word of the hidden tests"
SLIPS = ("the 1/m is missing in dW", "the sum of the errors")  # other functions call that of the first
STUDENTS = ("right", "slipped", "stub", "unreadable")
TIME = "2026-03-01 12:00:00 UTC"
ROWS = """SELECT student_id, base_cell.name, auto_score, manual_score, needs_manual_grade FROM grade
    JOIN base_cell ON base_cell.id = grade.cell_id JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
    JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id ORDER BY 1, 2"""


def grade(folder: Path, out: Path, raw: dict[str, dict]) -> subprocess.CompletedProcess[str]:
    """Marks the submissions of a course's folder into its gradebook, here from marks that are given."""
    for student, marked in raw.items():
        (out / "raw").mkdir(parents=True, exist_ok=True)
        (out / "raw" / f"{student}.json").write_text(json.dumps(marked), encoding="utf-8")
    command = [str(TEACH), "-B", *paths.module("backprop_course.teaching.gradebook"), NAME, str(out), str(folder)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONWARNINGS": "ignore"})


class Courses:
    """The same class twice: marked by nbgrader, and by the grader."""

    def __init__(self, folder: Path):
        self.theirs, self.ours, self.out = folder / "theirs", folder / "ours", folder / "out"
        self.round_trip = folder / "round trip"
        done = course("release", NAME, str(self.theirs))
        assert done.returncode == 0, done.stdout + done.stderr
        self.assignment = submissions.Assignment(NAME)
        released = read(self.theirs / "release" / NAME / f"{NAME}.ipynb")
        slips = [slip for slip in self.assignment.slips if slip["slip"] in SLIPS]
        slipped = {slip["cell"]: submissions.slipped(self.assignment, slip)[slip["cell"]] for slip in slips}
        self.handed_in = {
            "right": submissions.filled(released, self.assignment.solutions), "stub": released,
            "slipped": submissions.filled(released, {**self.assignment.solutions, **slipped}), "unreadable": {}}
        for student, notebook in self.handed_in.items():
            submissions.hand_in(self.theirs, student, NAME, notebook)
        (self.theirs / "submitted" / "right" / NAME / "timestamp.txt").write_text(TIME)
        (self.theirs / "submitted" / "unreadable" / NAME / f"{NAME}.ipynb").write_text("{not JSON")
        shutil.copytree(self.theirs, self.ours)
        shutil.copytree(self.theirs, self.round_trip)
        self.nbgrader(self.theirs, "autograde", NAME, code=1)  # because of the unreadable one
        self.raw = {student: self.marked(student) for student in STUDENTS}
        done = grade(self.ours, self.out, self.raw)
        assert done.returncode == 0 and not done.stderr, done.stderr
        sandbox = [] if has_sandbox() else ["--no-sandbox"]
        done = course("grade", NAME, str(self.round_trip / "submitted"), "--out", str(folder / "marks"), "--nbgrader",
                      str(self.round_trip), *sandbox)
        assert done.returncode == 0, done.stdout + done.stderr
        for each in (self.theirs, self.ours, self.round_trip):
            self.nbgrader(each, "export")
        for each in (self.ours, self.round_trip):
            self.nbgrader(each, "generate_feedback", NAME)

    def nbgrader(self, folder: Path, *args: str, code: int = 0) -> None:
        done = course("nbgrader", "--course", str(folder), *args)
        assert done.returncode == code, done.stdout + done.stderr

    def marked(self, student: str) -> dict:
        """What the grader keeps of a submission that earns what nbgrader gave it."""
        earned = {name: points for who, name, points, *_ in rows(self.theirs) if who == student}
        cells = {submissions.grade_id(cell): cell for cell in self.handed_in[student].get("cells", [])}
        hand_in: dict[str, Any] = {"student": student, "name": student, "platformId": "", "file": f"{student}/{NAME}.ipynb",
                   "time": "2026-03-01T12:00:00Z" if student == "right" else "", "lateness": "", "remarks": []}
        readable = student != "unreadable"
        exercises = [self.exercise(name, cells, earned) for name in self.assignment.solutions if readable]
        exercises += [{"exercise": name, "byHand": True, "tests": [], "problem": "", "answer": text(cells[name]),
                       "answered": student != "stub"} for name in self.assignment.by_hand if readable]
        return {"handIn": hand_in, "status": "NEEDS_MARKING" if readable else "UNREADABLE", "exercises": exercises,
                "problem": "" if readable else "It is not JSON: <b>{not</b>", "remarks": [], "incidents": []}

    def exercise(self, name: str, cells: dict, earned: dict) -> dict:
        tests = []
        for cell, points in self.assignment.automatic.items():
            if cell in (f"check-{name}", f"hidden-{name}"):
                hidden, message = cell.startswith("hidden-"), "W <b>& such"
                for passed, part in ((True, earned[cell]), (False, points - earned[cell])):
                    tests.append({"cell": cell, "name": "a batch < of one", "hidden": hidden, "passed": passed,
                                  "points": part, "message": "" if passed else SECRET if hidden else message})
        return {"exercise": name, "byHand": False, "tests": tests, "problem": "", "answer": text(cells[name])}


@pytest.fixture(scope="module")
def courses(tmp_path_factory):
    return Courses(tmp_path_factory.mktemp("courses"))


@pytest.fixture
def again(courses, tmp_path):
    """A course of its own, marked already, and a way to mark it again."""
    folder, out = tmp_path / "course", tmp_path / "out"
    shutil.copytree(courses.ours, folder)
    shutil.copytree(courses.out, out)
    return folder, out


def test_nbgrader_exports_the_same_grades_for_both(courses):
    theirs, ours = (exported(folder) for folder in (courses.theirs, courses.ours))
    assert [row["student_id"] for row in ours] == sorted(STUDENTS)
    assert ours == theirs
    assert float(ours[0]["raw_score"]) > float(ours[1]["raw_score"]) > float(ours[2]["raw_score"]) == 0


def test_each_mark_is_the_same_and_so_is_what_a_person_must_mark(courses):
    def readable(folder):
        return [row for row in rows(folder) if row[0] != "unreadable"]

    assert readable(courses.ours) == readable(courses.theirs)
    assert {row[2:] for row in rows(courses.ours) if row[0] == "unreadable"} == {(0, None, 0)}


def test_the_grader_itself_gives_the_marks_that_nbgrader_gives(courses):
    assert "with the reference solution in place of your denseBackward" in json.dumps(autograded(courses.theirs, "slipped"))
    assert "with the reference solution in place of your denseBackward" in json.dumps(autograded(courses.round_trip, "slipped"))

    def readable(folder):
        return [row for row in rows(folder) if row[0] != "unreadable"]

    assert readable(courses.round_trip) == readable(courses.theirs)

    def grades(folder):
        return [{**row, "timestamp": ""} for row in exported(folder)]  # ours is the file's, where none is told

    assert grades(courses.round_trip) == grades(courses.theirs)
    assert (courses.round_trip / "feedback" / "slipped" / NAME / f"{NAME}.html").exists()


@pytest.mark.parametrize("student", STUDENTS[:3])
def test_the_autograded_notebook_has_nbgraders_cells(courses, student):
    theirs, ours = (autograded(folder, student) for folder in (courses.theirs, courses.ours))
    assert ours.keys() == theirs.keys() and list(ours) == list(theirs)
    for name in ours:
        assert text(ours[name]) == text(theirs[name])
        assert ours[name]["metadata"]["nbgrader"] == theirs[name]["metadata"]["nbgrader"]

    def points(cells):
        return [float("".join(output["data"]["text/plain"])) for cell in cells.values()
                for output in cell.get("outputs", []) if "text/plain" in output.get("data", {})
                and submissions.grade_id(cell) in courses.assignment.automatic]

    assert points(ours) == points(theirs) and len(points(ours)) == len(courses.assignment.automatic)


def test_a_feedback_page_has_the_reports_escaped_and_no_word_of_the_hidden_tests(courses):
    page = (courses.ours / "feedback" / "slipped" / NAME / f"{NAME}.html").read_text(encoding="utf-8")
    assert "W &lt;b&gt;&amp; such" in page and "a batch &lt; of one" in page
    for file in (*courses.ours.glob("feedback/**/*.html"), *courses.ours.glob("autograded/**/*.ipynb")):
        assert SECRET not in file.read_text(encoding="utf-8")


def test_an_unreadable_submission_has_a_page_that_says_why(courses):
    page = (courses.ours / "feedback" / "unreadable" / NAME / f"{NAME}.html").read_text(encoding="utf-8")
    assert "It is not JSON" in page and "<b>{not</b>" not in page


def test_a_second_run_changes_nothing(courses, again):
    folder, out = again
    before = rows(folder), files(folder)
    assert grade(folder, out, courses.raw).returncode == 0
    assert (rows(folder), files(folder)) == before


def test_a_persons_mark_is_kept_and_looked_at_again_when_the_answer_is_another(courses, again):
    folder, out = again

    def mark():
        return next(row[3:] for row in rows(folder) if row[:2] == ("right", "two-differences"))

    change(folder, "UPDATE grade SET manual_score = 1.5, needs_manual_grade = 0 WHERE auto_score IS NULL")
    assert grade(folder, out, {}).returncode == 0
    assert mark() == (1.5, 0)
    raw = json.loads(json.dumps(courses.raw["right"]))
    raw["exercises"][-1]["answer"] = raw["exercises"][-2]["answer"] = "Another answer."
    assert grade(folder, out, {"right": raw}).returncode == 0
    assert mark() == (1.5, 1)


def test_the_gradebook_gets_a_students_name_once_and_keeps_what_a_person_entered(courses, again):
    folder, out = again

    def names():
        return dict(query(folder, "SELECT id, last_name || ', ' || first_name FROM student"))

    assert names() == dict.fromkeys(STUDENTS)  # for a folder's name is none
    given = {"right": "Ada Marie  Müller-Lüdenscheidt", "slipped": "Hopper, Grace Brewster", "stub": "Plato"}
    raw = {student: {**courses.raw[student], "handIn": {**courses.raw[student]["handIn"], "name": name}}
           for student, name in given.items()}
    expected = {"right": "Müller-Lüdenscheidt, Ada Marie", "slipped": "Hopper, Grace Brewster", "stub": None, "unreadable": None}
    assert grade(folder, out, raw).returncode == 0 and names() == expected
    change(folder, "UPDATE student SET first_name = 'Marie' WHERE id = 'right'")
    assert grade(folder, out, raw).returncode == 0
    assert names() == {**expected, "right": "Müller-Lüdenscheidt, Marie"}


def test_an_override_is_for_check_and_hidden_tests_together_and_goes_with_its_row(courses, again):
    folder, out = again
    before = rows(folder)

    def marks():
        return {row[1]: row[3] for row in rows(folder) if row[0] == "slipped" and row[3] is not None}

    (out / "overrides.json").write_text(json.dumps({
        "slipped": {"dense-backward": {"points": 6.5, "reason": "a good idea"},
                    "two-differences": {"points": 2, "reason": ""}},
        "somebody": {"dense-backward": {"points": 1, "reason": ""}}}))
    assert grade(folder, out, {}).returncode == 0
    assert marks() == {"check-dense-backward": 6, "hidden-dense-backward": 0.5, "two-differences": 2}
    (out / "overrides.json").unlink()
    assert grade(folder, out, {}).returncode == 0
    assert rows(folder) == before


def test_points_that_are_not_from_the_grader_are_named_and_those_entered_for_answers_are_summed_up(courses, again):
    folder, out = again
    done = grade(folder, out, {})
    assert "Not from this run" not in done.stdout and "Points entered" not in done.stdout
    (out / "overrides.json").write_text(json.dumps({"slipped": {"dense-backward": {"points": 6.5, "reason": ""}}}))

    def cell(name, student):
        return f"""WHERE cell_id = (SELECT id FROM base_cell WHERE name = '{name}') AND notebook_id =
            (SELECT notebook.id FROM submitted_notebook notebook JOIN submitted_assignment submitted
             ON submitted.id = notebook.assignment_id WHERE student_id = '{student}')"""

    change(folder, f"UPDATE grade SET manual_score = 1, needs_manual_grade = 0 {cell('two-differences', 'right')}")
    change(folder, f"UPDATE grade SET extra_credit = 100 {cell('two-differences', 'stub')}")
    change(folder, f"UPDATE grade SET manual_score = 50 {cell('two-differences', 'slipped')}")
    change(folder, f"UPDATE grade SET manual_score = 6, auto_score = 6 {cell('check-dense-backward', 'stub')}")
    change(folder, f"UPDATE grade SET manual_score = 'nan' {cell('hidden-dense-backward', 'stub')}")
    change(folder, "INSERT INTO student (id) VALUES ('nobody')")
    done = grade(folder, out, {})
    assert done.returncode == 0 and not done.stderr, done.stderr
    expected = ["Not from this run: slipped, two-differences: 50 points by hand, of 2.",
                "Not from this run: stub, check-dense-backward: 6 points by hand; the tests give 0.",
                "Not from this run: stub, hidden-dense-backward: 'nan' points by hand; the tests give 0.",
                "Not from this run: stub, hidden-dense-backward: 'nan' points by hand, of 1.",
                "Not from this run: stub, two-differences: 100 points of extra credit; the grader gives none.",
                "Points entered in formgrader: right two-differences 1, slipped two-differences 50."]
    assert done.stdout.splitlines()[:-1] == expected
    exported = course("nbgrader", "--course", str(folder), "export").stdout
    assert "Look at this before you use the marks: stub, two-differences: 100 points of extra credit" in exported


def test_a_submission_that_is_not_the_graders_is_named(courses, again):
    folder, out = again
    (out / "raw" / "right.json").unlink()
    change(folder, "UPDATE grade SET extra_credit = 0.5")
    lines = grade(folder, out, {}).stdout.splitlines()
    assert "Not from this run: right is in the gradebook, with" in lines[0]
    assert len(lines) == 22 and lines[20].startswith("... and ") and lines[20].endswith(" more of this kind.")


def test_overrides_that_the_grader_did_not_write_are_refused(courses, again):
    folder, out = again
    (out / "overrides.json").write_text('{"slipped": {"dense-backward": {"points": "many"}}}')
    done = grade(folder, out, {})
    assert done.returncode == 2 and "overrides.json must be as ./course grade wrote it" in done.stderr


def test_a_row_that_the_grader_has_refused_is_not_read_again(courses, again):
    folder, out = again
    before = rows(folder)
    (out / "overrides.csv").write_text("student,exercise,points,reason\nslipped,dense-backward,50,\n")
    (out / "overrides.json").write_text("{}")
    assert grade(folder, out, {}).returncode == 0 and rows(folder) == before


def test_settings_of_an_earlier_version_which_do_not_sanitize_are_refused(courses, again):
    folder, _ = again
    settings = (folder / "nbgrader_config.py").read_text(encoding="utf-8")
    (folder / "nbgrader_config.py").write_text(settings.replace("Sanitize", "Other"), encoding="utf-8")
    done = course("nbgrader", "--course", str(folder), "generate_feedback", NAME)
    assert done.returncode == 2 and "nbgrader_config.py must sanitize what students wrote" in done.stderr


def test_an_assignment_that_was_not_released_is_refused_in_a_sentence(courses, tmp_path):
    done = grade(tmp_path, courses.out, {})
    assert done.returncode == 2
    assert done.stderr == f"{tmp_path} must hold the assignment {NAME}: run ./course release {NAME} {tmp_path} first.\n"
    assert not (tmp_path / "gradebook.db").exists()


def test_the_generated_class_starts_from_the_same_notebook_as_a_real_one(courses):
    released = read(courses.theirs / "release" / NAME / f"{NAME}.ipynb")["cells"]
    assert [text(cell) for cell in generated_class.Task(NAME).released["cells"]] == [text(cell) for cell in released]


# ---- the launcher's part, with another program in Java's place ----

def launch(java: Path, *args: str, **options) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-B", *paths.module("backprop_course.teaching.grade"), *args], encoding="utf-8",
                            env={**os.environ, "BACKPROP_JAVA": str(java)}, **options)


def stand_in(tmp_path: Path, code: str) -> Path:
    java = tmp_path / "java"
    java.write_text(f"#!{sys.executable}\nimport signal, sys, time\n{code}\n")
    java.chmod(0o755)
    return java


@pytest.mark.skipif(os.name == "nt", reason="a script in the place of a program")
def test_the_grader_gets_the_arguments_as_they_are_and_its_exit_code_counts(tmp_path):
    (tmp_path / "a folder").mkdir()
    run = launch(stand_in(tmp_path, "print(sys.argv[-6:]); sys.exit(7)"), "04", "a folder", "--jobs", "3", "--out", "x",
                 stdout=subprocess.PIPE, cwd=tmp_path)
    out, _ = run.communicate(timeout=30)
    assert (run.returncode, out) == (7, "['04', 'a folder', '--jobs', '3', '--out', 'x']\n")


@pytest.mark.skipif(os.name == "nt", reason="a script in the place of a program")
@pytest.mark.parametrize("extra", [False, True])
def test_ctrl_c_reaches_the_grader_and_its_exit_code_comes_back(tmp_path, extra, request):
    java = stand_in(tmp_path, f"signal.signal(signal.SIGINT, lambda *_: sys.exit(130))\n"
                              f"open({str(tmp_path / 'up')!r}, 'w').close()\ntime.sleep(60)")
    args = ["04", str(tmp_path), "--out", "y"]
    if extra:
        args += ["--nbgrader", str(request.getfixturevalue("courses").ours)]
    run = launch(java, *args, start_new_session=True)
    wait_until((tmp_path / "up").exists)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does, to all of them
    assert run.wait(timeout=30) == 130


# ---- what stands there ----

def rows(folder: Path) -> list[tuple]:
    return query(folder, ROWS)


def query(folder: Path, statement: str) -> list[tuple]:
    with closing(sqlite3.connect(folder / "gradebook.db")) as db:
        return db.execute(statement).fetchall()


def change(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "gradebook.db")) as db, db:
        db.execute(statement)


def exported(folder: Path) -> list[dict]:
    with open(folder / "grades.csv", encoding="utf-8") as file:
        return sorted(csv.DictReader(file), key=lambda row: row["student_id"])


def autograded(folder: Path, student: str) -> dict[str, dict]:
    cells = read(folder / "autograded" / student / NAME / f"{NAME}.ipynb")["cells"]
    return {submissions.grade_id(cell): cell for cell in cells if submissions.grade_id(cell)}


def files(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in (folder / "autograded").rglob("*.*")}


def text(cell: dict) -> str:
    return "".join(cell["source"])


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))
