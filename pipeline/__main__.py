"""The command `depeche`, which `python -m pipeline` is as well."""

from pipeline.engine import travel_light


def main() -> None:
    """The command in a process of its own."""
    travel_light()
    from pipeline.cli import app

    app()


if __name__ == "__main__":  # a worker process comes by here, too, and needs no command
    main()
