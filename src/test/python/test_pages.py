"""The instructors' pages are made from the assignments as they are now."""
import pytest

from backprop_course.setup.machine import Stop
from backprop_course.teaching import about
from generators import pages
from project import ROOT

pytestmark = pytest.mark.quick

MADE = pages.all_pages()


@pytest.mark.parametrize("file, text", MADE.items(), ids=lambda value: getattr(value, "name", ""))
def test_a_page_is_up_to_date(file, text):
    assert file.read_text(encoding="utf-8") == text, "./course release --pages writes it anew"


def test_there_are_no_other_pages():
    assert set((ROOT / "exercises").rglob("*.md")) == set(pages.all_pages())


def test_an_assignment_that_does_not_tell_what_it_is_about_is_refused_in_a_sentence(tmp_path):
    notebook = tmp_path / "05-mine.ipynb"
    notebook.write_text('{"cells": [], "metadata": {"assignment": {"title": "Mine", "about": "x", "read": []}}}')
    with pytest.raises(Stop, match=r"^05-mine.ipynb must tell in its metadata.*; it lacks aims, minutes\.$"):
        about.assignment(notebook)
