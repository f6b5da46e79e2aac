"""For instructors: assignments and editions for students, grading, and nbgrader."""
