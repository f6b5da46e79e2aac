"""A test of the checks: mistakes planted in the library and in notebooks are caught where it is said."""
import json
from pathlib import Path

import pytest

import mistakes

MUTATIONS = json.loads(Path(__file__).with_name("mutations.json").read_text(encoding="utf-8"))
LEAST = 20


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    return mistakes.outcomes(MUTATIONS, tmp_path_factory.mktemp("mistakes"))


@pytest.mark.parametrize("k", range(len(MUTATIONS)), ids=[mutation["what"] for mutation in MUTATIONS])
def test_a_planted_mistake_is_caught_where_it_is_said(outcomes, k):
    said = outcomes[MUTATIONS[k]["what"]]
    assert said.startswith(MUTATIONS[k]["caught_by"]), said


def test_the_list_of_mistakes_and_of_what_caught_each(outcomes, capsys):
    assert len(MUTATIONS) >= LEAST
    assert {"cell", "file", "test"} <= {key for mutation in MUTATIONS for key in mutation}
    with capsys.disabled():
        print("\nPlanted mistakes, and what caught each:")
        for mutation in MUTATIONS:
            print(f"  {mutation['what']}\n    {mutation.get('file', mutation.get('notebook'))}")
            print(f"    caught by {mutation.get('test', mutation.get('notebook'))}, {outcomes[mutation['what']][:200]}")
