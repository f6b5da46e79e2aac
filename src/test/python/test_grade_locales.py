"""`course grade` on computers that write numbers in other digits, or with commas, or have an i of their own."""
from __future__ import annotations

import pytest

from generators import generated_class
from test_grade import NAME, SANDBOX, grade, outcome

LOCALES = ["ar-EG", *(pytest.param(name, marks=pytest.mark.full) for name in ("fa-IR", "bn-BD", "tr-TR", "de-DE"))]
SEED = ("--seed", "3")


@pytest.fixture(scope="module")
def english(tmp_path_factory):
    """A class of five, and their files as the grader writes them in English."""
    folder = tmp_path_factory.mktemp("locales")
    generated_class.make(folder, NAME, 5)
    submitted = folder / "submitted"
    grade(NAME, submitted, "--out", folder / "out", *SEED, JDK_JAVA_OPTIONS="-Duser.language=en -Duser.country=US")
    return submitted, outcome(folder / "out")


@SANDBOX
@pytest.mark.parametrize("locale", LOCALES)
def test_the_locale_changes_no_byte(english, tmp_path, locale):
    submitted, expected = english
    language, country = locale.split("-")
    numbers = f"-Duser.language={language} -Duser.country={country} -Djava.locale.providers=CLDR"
    grade(NAME, submitted, "--out", tmp_path / "out", *SEED, JDK_JAVA_OPTIONS=numbers)
    assert outcome(tmp_path / "out") == expected
    assert any(b'"passed" : true' in file for name, file in expected.items() if name.startswith("raw/"))
