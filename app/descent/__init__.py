"""Gradient descent: landscapes, optimizers, and the ways that they take (NumPy only)."""
