"""`python -m app`: the same as `tensor-playground`."""

from app.cli import main

if __name__ == "__main__":
    main()
