"""What `course lab` sets in JupyterLab before it opens: the folded file browser, and nothing that a person chose."""
import json

import pytest

from backprop_course.notebooks import labsettings

pytestmark = pytest.mark.quick

OPEN = {"layout-restorer:data": {"main": {"current": "notebook:a.ipynb"},
                                 "left": {"collapsed": False, "widgets": ["filebrowser", "toc"]},
                                 "right": {"collapsed": False}},
        "notebook:a.ipynb": {"data": {"path": "a.ipynb"}}}


FOLDED = {"layout-restorer:data": {"left": {"collapsed": True}}}


def folded(folder, text=None):
    """The data of the workspace that JupyterLab opens, after its file browser was folded."""
    file = folder / labsettings.WORKSPACE
    if text is not None:
        file.write_text(text, encoding="utf-8")
    labsettings.fold_file_browser(folder)
    workspace = json.loads(file.read_text(encoding="utf-8"))
    assert workspace["metadata"]["id"] == "default"
    return workspace["data"]


def test_the_first_page_has_a_folded_file_browser(tmp_path):
    assert folded(tmp_path / "none yet") == FOLDED


def test_what_else_was_open_stays_as_it_was(tmp_path):
    expected = json.loads(json.dumps(OPEN))
    expected["layout-restorer:data"]["left"]["collapsed"] = True
    assert folded(tmp_path, json.dumps({"data": OPEN, "metadata": {"id": "default"}})) == expected


@pytest.mark.parametrize("text", ["", "[]", '{"data": {"layout-restorer:data": null}, "metadata": {"id": "default"}}'])
def test_a_damaged_workspace_is_begun_anew(tmp_path, text):
    assert folded(tmp_path, text) == FOLDED


def test_settings_are_written_where_jupyter_looks_and_only_if_they_changed(tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "config"))
    labsettings.ensure(tmp_path / "env")
    files = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*") if path.is_file()}
    assert {path.name for path in files} == {"overrides.json", "jupyter_lab_config.json", "custom.css"}
    labsettings.ensure(tmp_path / "env")
    assert all(path.stat().st_mtime_ns == time for path, time in files.items())
