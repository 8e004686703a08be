"""The only room that imports TensorFlow, and the NumPy forward pass beside it."""
