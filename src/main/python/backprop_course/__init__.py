"""Everything of the course that runs in Python: set-up, the kernel, the notebooks and teaching."""
