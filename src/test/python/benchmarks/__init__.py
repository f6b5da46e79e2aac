"""`course bench`: how fast Backprop is, alone, beside NumPy and PyTorch, in its kernel, and its grader beside nbgrader."""
