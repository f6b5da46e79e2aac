"""The last line of the tests counts every runner, and a crash is never a success."""
import pytest

from backprop_course.setup.tally import Tally

pytestmark = pytest.mark.quick

REPORT = """<testsuite><testcase classname="A" name="one"/><testcase classname="A" name="two"><failure/></testcase>
<testcase classname="A" name="three"><skipped message="no browser"/></testcase></testsuite>"""


def test_it_sums_over_reports_and_names_what_failed_and_why_it_skipped(tmp_path, capsys):
    report = tmp_path / "TEST-A.xml"
    report.write_text(REPORT)
    tally = Tally()
    tally.add("unit tests", [report, report], 1)
    assert tally.close() == 1
    printed = capsys.readouterr().out.splitlines()
    assert "FAILED (unit tests): A two" in printed and "SKIPPED (unit tests): A three: no browser" in printed
    assert printed[-1] == "2 passed, 2 failed, 2 skipped"


def test_a_crash_without_a_failed_test_counts_as_one(tmp_path, capsys):
    report = tmp_path / "TEST-A.xml"
    report.write_text('<testsuite><testcase name="one"/></testsuite>')
    for reports, code in (([report], 1), ([], 0), ([], 3)):
        tally = Tally()
        tally.add("unit tests", reports, code)
        assert tally.failed == 1 and tally.close() == 1


def test_all_passed_is_a_success(tmp_path):
    report = tmp_path / "TEST-A.xml"
    report.write_text('<testsuite><testcase name="one"/></testsuite>')
    tally = Tally()
    tally.add("unit tests", [report], 0)
    assert tally.close() == 0
