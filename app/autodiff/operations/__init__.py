"""Operations: one family a file, each operation beside its derivatives; `table.py` lists them all."""
