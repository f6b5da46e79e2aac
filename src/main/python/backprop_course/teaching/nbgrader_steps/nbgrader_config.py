"""nbgrader's settings for the course's assignments: what a Java notebook needs."""
from nbconvert.preprocessors import ClearMetadataPreprocessor, CSSHTMLHeaderPreprocessor
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    Execute,
    GetGrades,
    IgnorePattern,
    LimitOutput,
    OverwriteKernelspec,
    SaveAutoGrades,
)

from backprop_course.teaching.nbgrader_steps.arrangement import TEXT_STUB
from backprop_course.teaching.nbgrader_steps.follow_through import FollowThrough
from backprop_course.teaching.nbgrader_steps.overwrite_cells import OverwriteJavaCells
from backprop_course.teaching.nbgrader_steps.sanitized_notebook import Sanitize

c = get_config()  # noqa: F821, which nbgrader provides
c.CourseDirectory.course_id = "backprop"
# a method without a return would not compile, and the learner would read the compiler's words
c.ClearSolutions.code_stub = {"java": "// your code here\nthrow new NotWrittenYet();"}
c.ClearSolutions.text_stub = TEXT_STUB
c.Autograde.sanitize_preprocessors = [ClearOutput, OverwriteKernelspec, OverwriteJavaCells, CheckCellMetadata]
c.Autograde.autograde_preprocessors = [Execute, FollowThrough, IgnorePattern, ClearMetadataPreprocessor, LimitOutput,
                                       SaveAutoGrades, AssignLatePenalties, CheckCellMetadata, Sanitize]
c.GenerateFeedback.preprocessors = [Sanitize, GetGrades, CSSHTMLHeaderPreprocessor]
# seconds a cell may take; a kernel has nothing to save, so it is ended at once, where a polite end takes 3 s
c.Execute.timeout = 180
c.Execute.shutdown_kernel = "immediate"
