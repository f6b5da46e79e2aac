"""What makes test data and generated pages from the assignments."""
