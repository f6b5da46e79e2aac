"""`course golden` tells how far the kit is from golden values; the parts are tested in Java."""
import json
import shutil

import pytest

from project import ROOT, course

GOLDEN = ROOT / "src/test/resources/golden"


def test_the_kit_agrees_with_every_file_that_is_here():
    answer = course("golden", "src/test/resources/golden")
    assert answer.returncode == 0 and answer.stderr == "", answer.stdout + answer.stderr
    *lines, last = answer.stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["ok", f"{name}.json"] for name in
        ("activations", "losses", "networks", "optimizers", "batchnorm", "convolution")]
    assert all("values, largest error" in line for line in lines) and last.startswith("All values are within")


def test_a_value_that_is_off_is_named_from_any_folder(tmp_path):
    content = json.loads((GOLDEN / "networks.json").read_text(encoding="utf-8"))
    content["cases"][4]["dW"][1]["data"][7] += 1e-7
    (tmp_path / "networks.json").write_text(json.dumps(content), encoding="utf-8")
    answer = course("golden", ".", cwd=tmp_path)
    assert answer.returncode == 1 and answer.stderr == ""
    assert "FAIL  networks.json" in answer.stdout
    assert "at case 5 leakyRelu(0.01), dW[2] (1, 2)" in answer.stdout and "1 values are beyond" in answer.stdout


@pytest.mark.parametrize("damage, says", [
    (lambda text: text[:len(text) // 2], "optimizers.json must be JSON"),
    (lambda text: text.replace("adam(", "lion("), "the kit has no optimizer lion(lr=0.01,"),
    (lambda text: json.dumps({"cells": []}), "optimizers.json must hold grads"),
])
def test_a_damaged_or_foreign_file_is_refused_in_one_sentence(tmp_path, damage, says):
    shutil.copytree(GOLDEN, tmp_path / "golden")
    file = tmp_path / "golden/optimizers.json"
    file.write_text(damage(file.read_text(encoding="utf-8")), encoding="utf-8")
    answer = course("golden", str(tmp_path / "golden"))
    assert answer.returncode == 2 and answer.stdout == ""
    assert says in answer.stderr and len(answer.stderr.splitlines()) == 1


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    answer = course("golden", str(tmp_path / "nowhere"))
    assert answer.returncode == 2 and "nowhere is not there" in answer.stderr
    assert course("golden").returncode == 2


def test_a_changed_test_is_compiled_and_the_jar_stays_as_it_is(launcher, monkeypatch):
    titles = []

    def step(title, *rest):
        titles.append(title)
        return 0

    monkeypatch.setattr(launcher, "step", step)
    monkeypatch.setattr(launcher, "look_around", lambda *rest: launcher.Java("java", "17.0.1"))
    (launcher.TARGET / "backprop-1.jar").touch()
    source = launcher.ROOT / "src/test/java/ATest.java"
    source.parent.mkdir(parents=True)
    for content in ("class ATest {}", "class ATest { int a; }"):
        source.write_text(content)
        for _ in range(2):
            launcher.set_up(venv=False, tests=True)
    assert titles == ["Building the library", "Compiling the test tree"]
