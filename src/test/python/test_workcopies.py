"""Working copies: an untouched one follows its original, a student's work is never overwritten."""
import pytest

from backprop_course.notebooks.finding import find
from backprop_course.notebooks.workcopies import refresh

pytestmark = pytest.mark.quick


@pytest.fixture
def folders(tmp_path):
    originals, work = tmp_path / "notebooks", tmp_path / "work"
    (originals / "deep").mkdir(parents=True)
    (originals / "a.ipynb").write_text("first")
    (originals / "deep/b.ipynb").write_text("deep")
    (originals / "kit.jshell").write_text("script")
    assert refresh(originals, work) == []
    return originals, work


def test_everything_is_copied_with_its_folders(folders):
    _, work = folders
    assert (work / "a.ipynb").read_text() == "first"
    assert (work / "deep/b.ipynb").read_text() == "deep"
    assert (work / "kit.jshell").read_text() == "script"


def test_an_untouched_copy_follows_its_original(folders):
    originals, work = folders
    (originals / "a.ipynb").write_text("second")
    assert refresh(originals, work) == []
    assert (work / "a.ipynb").read_text() == "second"


def test_a_changed_copy_stays_as_it_is(folders):
    originals, work = folders
    (work / "a.ipynb").write_text("mine")
    assert refresh(originals, work) == []
    assert (work / "a.ipynb").read_text() == "mine" and not (work / "a.new.ipynb").exists()


def test_a_newer_original_goes_beside_a_changed_copy_and_is_announced_once(folders):
    originals, work = folders
    (work / "a.ipynb").write_text("mine")
    (originals / "a.ipynb").write_text("second")
    assert refresh(originals, work) == ["There is a newer version of a.ipynb. Your copy is unchanged; "
                                        "the newer one is a.new.ipynb, in the same folder."]
    assert (work / "a.ipynb").read_text() == "mine" and (work / "a.new.ipynb").read_text() == "second"
    assert refresh(originals, work) == []


def test_without_its_list_every_copy_that_differs_counts_as_a_students(folders):
    originals, work = folders
    (work / ".originals.json").write_text("{")
    (work / "a.ipynb").write_text("mine")
    assert len(refresh(originals, work)) == 1
    assert (work / "a.ipynb").read_text() == "mine"


def test_a_removed_copy_comes_back(folders):
    originals, work = folders
    (work / "a.ipynb").unlink()
    assert refresh(originals, work) == []
    assert (work / "a.ipynb").read_text() == "first"


def test_a_newer_one_that_a_student_changed_is_not_overwritten_either(folders):
    originals, work = folders
    (work / "a.ipynb").write_text("mine")
    (originals / "a.ipynb").write_text("second")
    refresh(originals, work)
    (work / "a.new.ipynb").write_text("mine too")
    (originals / "a.ipynb").write_text("third")
    assert "a.new.2.ipynb" in refresh(originals, work)[0]
    assert (work / "a.new.ipynb").read_text() == "mine too" and (work / "a.new.2.ipynb").read_text() == "third"


def test_a_name_means_the_students_copy_and_not_the_newer_one_beside_it(folders):
    originals, work = folders
    (work / "a.ipynb").write_text("a student's")
    (originals / "a.ipynb").write_text("second")
    refresh(originals, work)
    assert (work / "a.new.ipynb").exists()
    assert find("a", work) == work / "a.ipynb"
    assert find("a.new.ipynb", work) == work / "a.new.ipynb"
