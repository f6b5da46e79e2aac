"""`course grade` as people use it: a class, stopped and gone on with, marked again, handed in in other ways, refused."""
from __future__ import annotations

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from backprop_course.setup import paths
from backprop_course.teaching.grade import command as grader
from generators import generated_class
from project import COURSE, ROOT, course, has_sandbox, wait_until

NAME = "01-shapes-and-counting"
STUDENTS = 12
SEED = ("--seed", "1")  # two runs into two folders draw the same inputs
SANDBOX = pytest.mark.skipif(not has_sandbox(), reason="bubblewrap (bwrap) is not there, or not allowed here")
UNIX = pytest.mark.skipif(os.name == "nt", reason="Unix signals")
JDK_25 = next(Path("/usr/lib/jvm").glob("*-25-jdk*"), None)  # where Debian puts the JDKs beside the chosen one


def grade(*args: object, code: int = 0, **env: Any) -> subprocess.CompletedProcess[str]:
    done = course("grade", *map(str, args), **env)
    assert done.returncode == code, done.stdout + done.stderr
    assert "\tat " not in done.stderr and "WARNING" not in done.stderr
    return done


def outcome(out: Path) -> dict[str, bytes]:
    """All files but the times."""
    return {str(file.relative_to(out)): file.read_bytes() for file in sorted(out.rglob("*"))
            if file.is_file() and file.name != "timings.json"}


def raw(out: Path) -> dict[str, dict]:
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted((out / "raw").glob("*.json"))}


def marks(out: Path) -> dict[str, dict[str, float]]:
    """Student → graded cell → points."""
    return {student: {test["cell"]: sum(other["points"] for other in results_of(marked) if other["cell"] == test["cell"]
                                        and other["passed"]) for test in results_of(marked)}
            for student, marked in raw(out).items()}


def results_of(marked: dict) -> list[dict]:
    return [test for exercise in marked["exercises"] for test in exercise["tests"]]


def table(file: Path) -> list[dict]:
    with open(file, encoding="utf-8-sig", newline="") as rows:
        return list(csv.DictReader(rows))


class Class:
    """A generated class, marked once and left alone."""

    def __init__(self, folder: Path):
        self.folder, self.out = folder, folder / "out"
        self.expected = generated_class.make(folder, NAME, STUDENTS)
        self.submitted = folder / "submitted"
        if has_sandbox():
            self.said = grade(NAME, self.submitted, "--out", self.out, *SEED).stdout
            self.outcome = outcome(self.out)

    def copy(self, to: Path) -> Path:
        return Path(shutil.copytree(self.out, to))

    def few(self, folder: Path, count: int = 3) -> Path:
        """Some of the class, none of them hostile."""
        quick = [student for student, each in self.expected.items() if each["kind"] != "hostile"][:count]
        for student in quick:
            shutil.copytree(self.submitted / student, folder / "submitted" / student)
        return folder / "submitted"


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    return Class(tmp_path_factory.mktemp("class"))


# ---- marks ----

@SANDBOX
def test_each_mark_that_is_known_comes_out(marked):
    given = marks(marked.out)
    assert given.keys() == marked.expected.keys()
    for student, each in marked.expected.items():
        assert {check: given[student][check] for check in each["points"]} == pytest.approx(each["points"]), each["done"]


@SANDBOX
def test_all_that_an_instructor_needs_is_there(marked):
    for student in marked.expected:
        for file in (f"feedback/{student}.html", f"gradescope/{student}/results.json", f"raw/{student}.json"):
            assert file in marked.outcome
    for file in ("grades.csv", "moodle.csv", "canvas.csv", "overview.html", "log.txt", "overrides.csv"):
        assert marked.outcome[file]
    assert [row["student"] for row in table(marked.out / "grades.csv")] == sorted(marked.expected)
    assert re.search(rf"^{STUDENTS} marked in [\d.]+ .*\. All could be read, (none did anything|\d+ did something) odd\.$",
                     marked.said, re.MULTILINE)
    [found] = re.findall(r"^(\d+) written answers of (\d+) students are still to be marked \(explain-", marked.said,
                         re.MULTILINE)
    count, students = map(int, found)
    rows = table(marked.out / "overrides.csv")
    assert len(rows) == count and len({row["student"] for row in rows}) == students
    assert f"Enter their points in {marked.out / 'overrides.csv'}, which has a row for each" in marked.said
    empty = [row for row in table(marked.out / "moodle.csv") if not row["Grade"]]
    assert len(empty) == students and f"empty: {STUDENTS - students} of {STUDENTS} students have a grade" in marked.said
    assert marked.said.endswith(f"The overview is {marked.out / 'overview.html'}.\n")


@pytest.mark.full
@SANDBOX
def test_the_number_of_jobs_changes_no_byte(marked, tmp_path):
    grade(NAME, marked.submitted, "--out", tmp_path / "one", "--jobs", "1", *SEED)
    assert outcome(tmp_path / "one") == marked.outcome


@pytest.mark.full
@SANDBOX
def test_a_second_run_marks_all_again_and_changes_no_byte(marked, tmp_path):
    out = marked.copy(tmp_path / "again")
    for file in (out / "raw").glob("*.json"):
        file.write_text(file.read_text(encoding="utf-8").replace('"passed" : false', '"passed" : true'), encoding="utf-8")
    assert outcome(out) != marked.outcome
    grade(NAME, marked.submitted, "--out", out)
    assert outcome(out) == marked.outcome


@SANDBOX
def test_a_second_grader_is_kept_out_of_the_folder(marked, tmp_path):
    out = tmp_path / "out"
    first = subprocess.Popen([*COURSE, "grade", NAME, marked.submitted, "--out", out, *SEED], stdout=subprocess.DEVNULL)
    wait_until(lambda: (out / ".grade.lock").exists() or first.poll() is not None)
    said = grade(NAME, marked.submitted, "--out", out, code=1).stderr
    assert said == f"{out}: another grader is at work there. Wait for it, or choose another folder.\n"
    assert first.wait() == 0 and outcome(out) == marked.outcome


@pytest.mark.full
@SANDBOX
def test_one_alone_has_the_marks_that_it_has_in_the_class(marked, tmp_path):
    out, student = marked.copy(tmp_path / "out"), next(iter(marked.expected))
    (out / "raw" / f"{student}.json").write_text("damaged")
    others = {file: file.stat().st_mtime_ns for file in (out / "raw").iterdir() if file.stem != student}
    said = grade(NAME, marked.submitted, "--out", out, "--only", student).stdout
    assert said.startswith("1 marked in ") and outcome(out) == marked.outcome
    assert {file: file.stat().st_mtime_ns for file in others} == others


@SANDBOX
def test_the_seed_is_drawn_once_for_a_folder_and_told_no_student(marked, tmp_path):
    submitted, seeds = marked.few(tmp_path), []
    for out in (tmp_path / "out", tmp_path / "other"):
        grade(NAME, submitted, "--out", out)
        seeds.append(json.loads((out / "run.json").read_text())["seed"])
        shown = [file for place in ("feedback", "gradescope") for file in (out / place).rglob("*.*")]
        assert shown and not any(str(seeds[-1]) in file.read_text(encoding="utf-8") for file in shown)
    assert seeds[0] != seeds[1] and min(seeds) >= 0
    before = outcome(tmp_path / "out")
    grade(NAME, submitted, "--out", tmp_path / "out")
    assert outcome(tmp_path / "out") == before


@pytest.mark.full
@SANDBOX
def test_another_seed_is_told_and_changes_no_right_answers_mark(marked, tmp_path):
    submitted = marked.few(tmp_path)
    grade(NAME, submitted, "--out", tmp_path / "out", "--seed", "7", "--due", "2020-01-01T00:00", "--pseudonyms")
    right = [each for each in marks(tmp_path / "out") if marked.expected[each]["kind"] == "right"]
    assert right and all(marks(tmp_path / "out")[each] == marks(marked.out)[each] for each in right)
    assert "seed 7" in (tmp_path / "out" / "overview.html").read_text(encoding="utf-8")
    assert all(row["lateness"] for row in table(tmp_path / "out" / "grades.csv"))
    shown = tmp_path / "out" / "pseudonymous"
    assert [row["student"] for row in table(shown / "grades.csv")] == ["student-001", "student-002", "student-003"]
    assert not any(student in file.read_text(encoding="utf-8") for file in shown.rglob("*.*") for student in right)


@SANDBOX
def test_points_set_by_hand_stay_and_a_row_that_makes_no_sense_is_told(marked, tmp_path):
    submitted, out = marked.few(tmp_path, 1), tmp_path / "out"
    out.mkdir()
    student = next(submitted.iterdir()).name
    rows = f"student,exercise,points,reason\n{student},dot-product,2.5,a good idea\n{student},no-such,1,\n"
    (out / "overrides.csv").write_text(rows)
    for args in ((), ("--resume",)):
        said = grade(NAME, submitted, "--out", out, *args).stdout
        assert "overrides.csv, line 3: must name an exercise" in said
        assert table(out / "grades.csv")[0]["dot-product"] == "2.5"
        assert (out / "overrides.csv").read_text() == rows + "".join(
            f"{student},{exercise},,\n" for exercise in ("explain-columns", "explain-derivative"))


@SANDBOX
def test_a_class_has_the_same_marks_however_it_is_handed_in(marked, tmp_path):
    submitted = marked.few(tmp_path, 2)
    books = {folder.name: folder / NAME / f"{NAME}.ipynb" for folder in sorted(submitted.iterdir())}
    (tmp_path / "flat").mkdir()
    with (zipfile.ZipFile(tmp_path / "moodle.zip", "w") as moodle, zipfile.ZipFile(tmp_path / "canvas.zip", "w") as canvas):
        for number, (student, book) in enumerate(books.items(), start=10):
            shutil.copy(book, tmp_path / "flat" / f"{student}.ipynb")
            moodle.write(book, f"{student}_{number}_assignsubmission_file_/{NAME}.ipynb")
            canvas.write(book, f"{student}_{number}_99{number}_{NAME}.ipynb")
    for handed_in in ("flat", "moodle.zip", "canvas.zip"):
        out = tmp_path / f"out-{handed_in}"
        grade(NAME, tmp_path / handed_in, "--out", out)
        names = {each["handIn"]["name"]: student for student, each in raw(out).items()}
        assert {name: marks(out)[student] for name, student in names.items()} == {
            student: marks(marked.out)[student] for student in books}, handed_in


# ---- what goes on ----

@SANDBOX
@UNIX
@pytest.mark.parametrize("how, code", [
    (signal.SIGKILL, -signal.SIGKILL), pytest.param(signal.SIGINT, 130, marks=pytest.mark.full)])
def test_a_run_that_was_stopped_goes_on_to_the_same_end(marked, tmp_path, how, code):
    out = tmp_path / "out"
    process = subprocess.Popen([*COURSE, "grade", NAME, str(marked.submitted), "--out", str(out), *SEED], encoding="utf-8",
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               start_new_session=True)
    wait_until(lambda: len(list((out / "raw").glob("*.json"))) >= 3 or process.poll() is not None)
    assert process.poll() is None, process.communicate()
    stopped = time.monotonic()
    sandboxed = descendants(process.pid)
    if how == signal.SIGINT:
        os.killpg(process.pid, how)  # as a terminal does, the sandboxes' processes included
    else:
        process.send_signal(how)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == code and time.monotonic() - stopped < 20
    assert how == signal.SIGKILL or said.strip() == ("Stopped. What is marked is kept; the same command with --resume "
                                                     "goes on from here.")
    wait_until(lambda: not any(alive(one) for one in sandboxed), 10)
    before = {file: (file.stat().st_mtime_ns, json.loads(file.read_text())) for file in (out / "raw").glob("*.json")}
    last = sorted(before)[-1]
    last.write_text(last.read_text()[:-20])  # a damaged one is marked again
    said = grade(NAME, marked.submitted, "--out", out, "--resume").stdout
    assert f"{len(before) - 1} kept from before" in said and f"{last}: counts as not there" in said
    assert all(file.stat().st_mtime_ns == mtime for file, (mtime, _) in before.items() if file != last)
    assert outcome(out) == marked.outcome


def descendants(pid: int) -> list[tuple[int, str]]:
    """All processes below one, each with its time of start, which tells it from a later one of the same number."""
    stats = [found for found in map(stat, Path("/proc").glob("[0-9]*")) if found]
    below = {pid}
    for _ in stats:
        below |= {child for child, parent, _ in stats if parent in below}
    return [(child, start) for child, _, start in stats if child in below - {pid}]


def stat(folder: Path) -> tuple[int, int, str] | None:
    try:
        fields = (folder / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] == "Z" else (int(folder.name), int(fields[1]), fields[19])


def alive(process: tuple[int, str]) -> bool:
    found = stat(Path("/proc") / str(process[0]))
    return found is not None and found[2] == process[1]


@contextmanager
def small_disk(folder: Path, size: str):
    """A folder that is a disk of its own."""
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder])


@SANDBOX
def test_a_full_disk_is_told_and_after_making_room_the_run_goes_on(marked, tmp_path):
    submitted = marked.few(tmp_path, 4)
    with small_disk(tmp_path / "out", "40k") as out:
        said = grade(NAME, submitted, "--out", out, code=1).stderr
        assert re.fullmatch(r"\S+: cannot be written \(no space left on device\)\. .*--resume goes on from here\.\n",
                            said, re.IGNORECASE)
        subprocess.run(["mount", "-o", "remount,size=10m", out], check=True)
        grade(NAME, submitted, "--out", out, "--resume")
        assert marks(out) == {student: marks(marked.out)[student] for student in marks(out)} and len(marks(out)) == 4


@pytest.mark.full
@SANDBOX
def test_a_disk_that_is_full_when_the_pages_are_written_is_one_sentence_and_leaves_no_half_file(marked, tmp_path):
    submitted = marked.few(tmp_path, 3)
    with small_disk(tmp_path / "out", "10m") as out:
        grade(NAME, submitted, "--out", out)
        for size in range(16, 200, 24):
            shutil.rmtree(out / "feedback", ignore_errors=True)
            (out / "overview.html").unlink(missing_ok=True)
            filled = out / "filled"
            free = os.statvfs(out)
            filled.write_bytes(b"x" * max(0, free.f_bavail * free.f_frsize - size * 1024))
            done = course("grade", NAME, str(submitted), "--out", str(out), "--resume", "--anyway")
            filled.unlink()
            assert done.returncode in (0, 1) and "\tat " not in done.stderr and done.stderr.count("\n") <= 1, done.stderr
            assert done.returncode == 0 or "no space left on device" in done.stderr.lower()
            assert not list(out.rglob("*.part"))
            assert all(page.read_text(encoding="utf-8").rstrip().endswith("</html>") for page in out.rglob("*.html"))
        grade(NAME, submitted, "--out", out, "--resume")


@SANDBOX
def test_one_notebook_alone_is_marked(marked, tmp_path):
    folder = next(marked.few(tmp_path, 1).iterdir())
    alone = shutil.copy(folder / NAME / f"{NAME}.ipynb", tmp_path / f"{folder.name}.ipynb")
    grade(NAME, alone, "--out", tmp_path / "out")
    assert list(marks(tmp_path / "out").values()) == [marks(marked.out)[folder.name]]
    assert f"The only notebook looks like {NAME}" in grade("03", alone, "--out", tmp_path / "other", code=2).stderr


@SANDBOX
def test_results_and_submissions_are_kept_apart(marked, tmp_path):
    submitted = marked.few(tmp_path, 1)
    for out in (submitted, submitted / "out", tmp_path):
        said = grade(NAME, submitted, "--out", out, code=1).stderr
        assert said.count("\n") == 1 and "Choose another folder for --out." in said
        assert not (submitted / "out").exists() and not (out / "raw").exists()


@SANDBOX
def test_who_is_no_longer_in_the_class_is_in_no_table_and_the_overview_says_so(marked, tmp_path):
    submitted, out = marked.few(tmp_path, 2), tmp_path / "out"
    grade(NAME, submitted, "--out", out)
    first, second = sorted(folder.name for folder in submitted.iterdir())
    shutil.rmtree(submitted / first)
    for _ in range(2):
        assert f"no longer among the submissions, and so in no table: {first}" in grade(
            NAME, submitted, "--out", out, "--resume").stdout
        assert [row["student"] for row in table(out / "grades.csv")] == [second]
        assert first in (out / "overview.html").read_text(encoding="utf-8") and (out / "former" / f"{first}.json").exists()
    flat = tmp_path / "flat"
    flat.mkdir()
    (flat / "ada.ipynb").write_text("{}")
    assert f"{out} holds the results of {NAME}, not of 02-" in grade("02", flat, "--out", out, code=2).stderr


# ---- what is refused, and what is said ----

@SANDBOX
def test_a_wrong_number_is_asked_about_before_anybody_gets_0_points(marked, tmp_path):
    submitted, out = tmp_path / "flat", tmp_path / "out"
    submitted.mkdir()
    for book in marked.few(tmp_path, 2).glob("*/*/*.ipynb"):
        shutil.copy(book, submitted / f"{book.parts[-3]}.ipynb")
    done = grade("03", submitted, "--out", out, code=2)
    assert done.stderr.startswith(f"All 2 notebooks look like {NAME}, not 03-forward-pass. Run ./course grade 01 …, or add")
    assert done.stderr.count("\n") == 1 and not done.stdout and not out.exists()
    done = grade("03", submitted, "--out", out, "--anyway")
    assert done.stdout.startswith(f"All 2 notebooks look like {NAME}, not 03-forward-pass.\n")
    assert {row["status"] for row in table(out / "grades.csv")} == {"unreadable"}
    assert f"All 2 notebooks look like {NAME}" in (out / "overview.html").read_text(encoding="utf-8")

@pytest.mark.parametrize("args, sentence", [
    ((), "ASSIGNMENT, SUBMISSIONS, --out must be given; see ./course grade --help."),
    (("01", "{here}", "--out", "{out}", "--fast"), "does not take --fast; see ./course grade --help."),
    (("01", "{here}", "--out", "{out}", "--jobs", "0"), "--jobs must be a whole number from 1, got 0;"),
    (("01", "{here}", "--out", "{out}", "--due", "2026-02-30T23:59"), "--due"),
    (("99", "{here}", "--out", "{out}"), "There is no assignment '99'; there are 01-"),
    (("01", "{here}/none", "--out", "{out}"), "does not exist; it must be a folder or a .zip of submissions"),
    (("01", "{here}/no.zip", "--out", "{out}"), "is no zip archive, or a damaged one"),
    (("01", "{book}", "--out", str(ROOT / "src" / "marks")), "which does not ignore it")])
def test_what_makes_no_sense_is_refused_in_a_sentence(tmp_path, args, sentence):
    (tmp_path / "no.zip").write_text("not a zip")
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "ada.ipynb").write_text("{}")
    words = [arg.format(here=tmp_path, out=tmp_path / "out", book=tmp_path / "class") for arg in args]
    done = course("grade", *words)
    assert done.returncode in (1, 2) and sentence in done.stderr and done.stderr.count("\n") == 1


def test_the_launcher_and_the_grader_know_the_same_options():
    """The launcher reads them first, so that a wrong one builds nothing."""

    def options(help):
        return set(re.findall(r"(?<!\S)--[a-z-]+", help.replace("=", " ").replace("[", " ")))

    own = subprocess.run(grader(["--help"]), capture_output=True, encoding="utf-8").stdout
    assert options(own) == options(course("grade", "--help").stdout.split("\n\n")[0]) | {"--help"} != {"--help"}


@pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's")
def test_without_bubblewrap_it_stops_and_without_a_sandbox_every_report_says_so(marked, tmp_path):
    submitted, out, path = marked.few(tmp_path, 1), tmp_path / "out", tmp_path / "bin"
    path.mkdir()
    for program in ("java", "javac", "mvn", "git", "sh", "python3"):
        found = Path(str(shutil.which(program)))
        (path / program).symlink_to(found.resolve() if program == "java" else found)
    said = grade(NAME, submitted, "--out", out, code=1, PATH=str(path)).stderr
    assert said.count("\n") == 1 and "bubblewrap" in said.lower() and "--no-sandbox" in said
    grade(NAME, submitted, "--out", out, "--no-sandbox", PATH=str(path))
    for page in (out / "overview.html", *out.glob("feedback/*.html")):
        assert "without a sandbox" in page.read_text(encoding="utf-8")


@SANDBOX
@UNIX
@pytest.mark.parametrize("home", [None, *([JDK_25] if JDK_25 else [])], ids=["chosen", "25"][:2 if JDK_25 else 1])
def test_on_a_terminal_a_line_shows_how_far_it_is(marked, tmp_path, home):
    import pty
    submitted = marked.few(tmp_path, 2)
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "80", **({"JAVA_HOME": str(home)} if home else {})}
    leader, follower = pty.openpty()
    java = str(home / "bin" / "java" if home else shutil.which("java"))
    script = [sys.executable, "-B", *paths.module("backprop_course.teaching.grade")]
    process = subprocess.Popen([*script, NAME, str(submitted), "--out", str(tmp_path / "out")], stdin=follower,
                               stdout=follower, stderr=follower, env={**env, "BACKPROP_JAVA": java})
    os.close(follower)
    shown = b""
    try:
        while piece := os.read(leader, 1 << 16):
            shown += piece
    except OSError:  # the end, on Linux
        pass
    os.close(leader)
    text = shown.decode()
    assert process.wait() == 0 and "WARNING" not in text, text
    lines = [line for line in re.split(r"[\r\n]+", text) if line.startswith("Marking")]
    assert lines and all(len(line) <= 80 for line in lines), text
    assert re.search(r"100% \[=*\] 2/2 \(.*0 unreadable, \d odd", lines[-1]), text
