"""Which notebook a user means."""
import pytest

from backprop_course.notebooks.finding import find
from backprop_course.setup.machine import Stop

pytestmark = pytest.mark.quick

NAMES = ("01-notation.ipynb", "05a-one.ipynb", "05b-batch.ipynb", "proofs/01-notation.ipynb", "proofs/08-extra.ipynb")


@pytest.fixture
def folder(tmp_path):
    for name in NAMES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("{}")
    return tmp_path


@pytest.mark.parametrize("name, means", [
    ("01", "01-notation.ipynb"), ("01-notation", "01-notation.ipynb"), ("01-notation.ipynb", "01-notation.ipynb"),
    ("05b", "05b-batch.ipynb"), ("proofs/01", "proofs/01-notation.ipynb"), ("08", "proofs/08-extra.ipynb"),
])
def test_the_beginning_of_a_name_is_enough_and_a_lecture_comes_before_its_companion(folder, name, means):
    assert find(name, folder) == folder / means


@pytest.mark.parametrize("name, says", [("05", "More than one notebook begins with '05'"), ("07", "no notebook '07'")])
def test_what_is_not_one_notebook_is_refused_with_the_names_of_all(folder, name, says):
    with pytest.raises(Stop) as refused:
        find(name, folder)
    assert says in str(refused.value) and "05a-one.ipynb, 05b-batch.ipynb" in str(refused.value)
