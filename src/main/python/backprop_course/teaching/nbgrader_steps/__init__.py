"""Steps that nbgrader takes with the course's notebooks, and the settings that name them."""
