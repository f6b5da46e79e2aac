"""The instructors' pages are made from the assignments as they are now."""
import pages
import pytest
from project import ROOT


@pytest.mark.parametrize("file, text", pages.all_pages().items(), ids=lambda value: getattr(value, "name", ""))
def test_a_page_is_up_to_date(file, text):
    assert file.read_text(encoding="utf-8") == text, "./course release --pages writes it anew"


def test_there_are_no_other_pages():
    assert {path for path in (ROOT / "exercises").glob("*.md")} == set(pages.all_pages())
