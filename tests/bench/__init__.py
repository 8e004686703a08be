"""Timings, measured side by side in one run; they assert nothing."""
