"""One file per lesson; each is Question -> Trace, pure; no lesson imports another."""
