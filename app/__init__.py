"""Tensor Playground: see the mathematics of a neural network on one that you train yourself."""

from importlib.metadata import version

__version__ = version("tensor-playground")
