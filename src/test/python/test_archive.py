"""The kernel's class-data archive: made once, used while it fits, done without where it cannot be made."""
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from backprop_course.kernel import archive
from backprop_course.setup.paths import SOURCES
from project import ROOT, code, course, write_notebook

pytestmark = pytest.mark.quick

TRAINED: list[dict] = []  # the kernelspecs that were trained with


@pytest.fixture
def spec(tmp_path, monkeypatch):
    """A kernelspec that names a jar, and a folder for its archives."""
    monkeypatch.setattr(archive, "FOLDER", tmp_path / "kernel")
    monkeypatch.setattr(archive, "check", lambda spec, work: None)
    monkeypatch.setattr(archive, "train", trained)
    TRAINED.clear()
    (tmp_path / "kit.jar").write_text("kit")
    path = os.pathsep.join([str(tmp_path / "jjava.jar"), str(tmp_path / "kit.jar")])
    return {"argv": ["java", "-cp", path, "Main", "{connection_file}"], "display_name": "Java", "language": "java"}


def trained(spec, log):
    """Writes what the JVM would."""
    TRAINED.append(spec)
    option = next(word for word in spec["argv"] if word.startswith("-XX:ArchiveClassesAtExit="))
    with open(option.split("=")[1], "w") as file:
        file.write("classes")


def archives():
    return sorted(archive.FOLDER.glob("java-*.jsa"))


def test_a_spec_gets_the_archive_that_was_made_for_it(spec):
    java, option, silence, *rest = archive.added(spec)["argv"]
    assert [java, *rest] == spec["argv"] and silence == "-Xlog:cds*=off"
    assert [option] == [f"-XX:SharedArchiveFile={file}" for file in archives()]


def test_a_second_call_finds_it(spec):
    assert archive.added(spec) == archive.added(spec) and len(TRAINED) == 1


@pytest.mark.parametrize("change", [
    lambda spec, jar: jar.write_text("another kit"),
    lambda spec, jar: os.utime(jar, ns=(1, 1)),
    lambda spec, jar: spec["argv"].insert(1, "-Xmx1g"),
    lambda spec, jar: spec["argv"].__setitem__(0, str(jar)),
])
def test_another_jar_jdk_or_command_line_gets_another_and_the_old_one_goes(spec, tmp_path, change):
    archive.added(spec)
    before = archives()
    change(spec, tmp_path / "kit.jar")
    archive.added(spec)
    assert len(archives()) == 1 and archives() != before and len(TRAINED) == 2


def test_one_that_is_cut_short_is_made_again(spec):
    whole = archive.added(spec)
    archives()[0].write_text("class")
    assert archive.added(spec) == whole and archives()[0].read_text() == "classes"


@pytest.mark.parametrize("part", ["train", "check"])
def test_where_none_can_be_made_the_spec_is_as_it_was_and_nobody_tries_again(spec, monkeypatch, capfd, part):
    tries = []

    def fail(*_):
        tries.append(part)
        raise RuntimeError("an odd JVM")

    monkeypatch.setattr(archive, part, fail)
    assert archive.added(spec) == spec and archive.added(spec) == spec and len(tries) == 1
    assert capfd.readouterr() == ("", "")


def test_where_nothing_can_be_written_the_spec_is_as_it_was(spec, monkeypatch):
    def full(*_, **__):
        raise OSError("no space left on device")

    monkeypatch.setattr(archive.tempfile, "TemporaryDirectory", full)
    assert archive.added(spec) == spec and not archives()


def test_an_interrupted_training_leaves_nothing(spec, monkeypatch):
    def interrupted(spec, log):
        trained(spec, log)
        raise KeyboardInterrupt

    monkeypatch.setattr(archive, "train", interrupted)
    with pytest.raises(KeyboardInterrupt):
        archive.added(spec)
    assert [file.name for file in archive.FOLDER.iterdir()] == ["lock"]


# ---- the real kernel ----

PROBE = """
import json, sys
from pathlib import Path
from jupyter_client.kernelspec import KernelSpec
from backprop_course.kernel import client
spec = KernelSpec(**json.loads(sys.argv[1]))
with client.Kernel(spec, Path(sys.argv[2]) / "kernel.log") as kernel:
    kernel.run("1")
    print(json.dumps([kernel.value("1 + 1"), kernel.value("Matrix.ones(2, 2).rows()"), kernel.said()]))
"""


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """The kernelspec of .venv, as `course run` leaves it."""
    folder = tmp_path_factory.mktemp("real")
    assert course("run", str(write_notebook(folder / "tiny.ipynb", code("1")))).returncode == 0
    return json.loads((ROOT / ".venv/share/jupyter/kernels/java/kernel.json").read_text(encoding="utf-8"))


def probe(spec, tmp_path):
    """What a kernel of .venv answers and says."""
    python = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    answer = subprocess.run([str(python), "-c", PROBE, json.dumps(spec), str(tmp_path)], capture_output=True, text=True,
                            timeout=120, env={**os.environ, "PYTHONPATH": str(SOURCES)})
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def file_of(spec):
    """The archive that a kernelspec names."""
    return Path(next(word for word in spec["argv"] if word.startswith("-XX:SharedArchiveFile=")).split("=", 1)[1])


@pytest.mark.default
def test_the_real_kernel_takes_the_kits_classes_from_it_and_says_nothing(real, tmp_path):
    log = tmp_path / "classes.log"
    assert probe(archive.with_options(real, f"-Xlog:class+load:file={log}"), tmp_path) == ["2", "2", ""]
    loaded = log.read_text(encoding="utf-8")
    for name in ("backprop.matrix.Matrix", "backprop.notebook.JJavaExtension", "com.sun.tools.javac.main.JavaCompiler"):
        assert re.search(rf"{re.escape(name)} source: shared objects file", loaded), f"{name} is not from the archive"


@pytest.mark.default
@pytest.mark.parametrize("content", [None, b"", b"no archive" * 100_000], ids=["missing", "empty", "foreign"])
def test_the_real_kernel_starts_silently_with_an_archive_that_is_none(real, tmp_path, content):
    odd = tmp_path / "odd.jsa"
    if content is not None:
        odd.write_bytes(content)
    spec = {**real, "argv": [word.replace(str(file_of(real)), str(odd)) for word in real["argv"]]}
    assert probe(spec, tmp_path) == ["2", "2", ""]


@pytest.mark.default
def test_the_real_kernel_starts_silently_with_an_archive_of_another_jar(real, tmp_path):
    jar = next((ROOT / "target").glob("backprop-*.jar"))
    other = shutil.copy(jar, tmp_path / "other.jar")
    spec = {**real, "argv": [word.replace(str(jar), str(other)) for word in real["argv"]]}
    assert probe(spec, tmp_path) == ["2", "2", ""]


@pytest.mark.default
def test_a_real_archive_that_is_cut_short_is_refused_and_made_again(real, tmp_path):
    file = file_of(real)
    whole = file.read_bytes()
    cut = tmp_path / "cut.jsa"
    cut.write_bytes(whole[:len(whole) // 2])
    bare = {**real, "argv": [word for word in real["argv"] if "SharedArchive" not in word]}
    with pytest.raises(subprocess.CalledProcessError):
        archive.check(archive.using(bare, cut), tmp_path)
    archive.check(archive.using(bare, file), tmp_path)
    os.replace(cut, file)
    answer = course("run", str(write_notebook(tmp_path / "tiny.ipynb", code("1"))))
    assert answer.returncode == 0 and answer.stderr == "" and len(answer.stdout.splitlines()) == 1
    [again] = archive.FOLDER.glob("java-*.jsa")
    assert again.stem.endswith(f"-{again.stat().st_size}") and again.stat().st_size > 1_000_000
