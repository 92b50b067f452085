"""`python -m rangkai` is the same door as the console script."""

from rangkai.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
