"""Words shared by the lessons: tensors in and out, shapes, alignment, errors that teach. NumPy only."""
