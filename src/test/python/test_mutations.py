"""A test of the checks: mistakes planted in the library and in notebooks are caught where it is said."""
import json
from pathlib import Path

import pytest

import mistakes

MUTATIONS = json.loads(Path(__file__).with_name("mutations.json").read_text(encoding="utf-8"))
LEAST = 20
SAMPLE = ("notebooks/04-forward-pass.ipynb", "notebooks/05b-the-batch.ipynb")  # before the full tier, with the JUnit tests


def in_sample(mutation: dict) -> bool:
    return mutation.get("notebook", SAMPLE[0]) in SAMPLE


def marked(mutation: dict):
    return pytest.param(mutation, id=mutation["what"], marks=[] if in_sample(mutation) else [pytest.mark.full])


@pytest.fixture(scope="module")
def chosen(pytestconfig) -> list[dict]:
    return [mutation for mutation in MUTATIONS if pytestconfig.getoption("--tier") == "full" or in_sample(mutation)]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory, chosen):
    return mistakes.outcomes(chosen, tmp_path_factory.mktemp("mistakes"))


@pytest.mark.parametrize("mutation", [marked(mutation) for mutation in MUTATIONS])
def test_a_planted_mistake_is_caught_where_it_is_said(outcomes, mutation):
    said = outcomes[mutation["what"]]
    assert said.startswith(mutation["caught_by"]), said


def test_the_list_of_mistakes_and_of_what_caught_each(outcomes, chosen, capsys):
    assert len(MUTATIONS) >= LEAST
    assert {"cell", "file", "test"} <= {key for mutation in chosen for key in mutation}
    with capsys.disabled():
        print("\nPlanted mistakes, and what caught each:")
        for mutation in chosen:
            print(f"  {mutation['what']}\n    {mutation.get('file', mutation.get('notebook'))}")
            print(f"    caught by {mutation.get('test', mutation.get('notebook'))}, {outcomes[mutation['what']][:200]}")
