"""`python -m pipeline`: the same as the command `depeche`."""

if __name__ == "__main__":  # a worker process comes by here, too, and needs no command
    from pipeline.cli import app

    app()
