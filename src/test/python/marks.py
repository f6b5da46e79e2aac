"""Prints, as JSON, the marks that stand in nbgrader's gradebook. Runs in .venv-teach: marks.py COURSE ASSIGNMENT."""
import json
import sys
from pathlib import Path

from nbgrader.api import Gradebook

with Gradebook(f"sqlite:///{Path(sys.argv[1], 'gradebook.db')}") as gradebook:
    marks = {submission.student.id: {grade.name: grade.auto_score for notebook in submission.notebooks
                                     for grade in notebook.grades}
             for submission in gradebook.assignment_submissions(sys.argv[2])}
print(json.dumps(marks))
