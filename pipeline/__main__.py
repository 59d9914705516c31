"""`python -m pipeline`: the same as the command `depeche`."""

from pipeline.cli import app

if __name__ == "__main__":
    app()
