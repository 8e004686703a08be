"""Autodiff: an expression becomes a graph; values flow forward through it, gradients flow backward."""
