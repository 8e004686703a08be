"""The life of a training: states, events, store, engine, worker."""
