"""`python -m bench WHAT`: runs one bench (or all), whose last line is one JSON object of its figures."""

import importlib
import json
import sys

BENCHES = ("tabular", "imports", "pages", "similarity", "understanding", "sheets", "solver", "books")


def main(names: list[str]) -> int:
    """0 done, 2 unknown bench. A bench module has `run() -> dict`, which prints its table and returns its figures."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"unknown bench {unknown[0]!r}; there are: {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    figures = {}
    for name in names or BENCHES:
        print(f"── {name}", flush=True)
        figures[name] = importlib.import_module(f"bench.{name}").run()
    print(json.dumps(figures if len(figures) != 1 else next(iter(figures.values())), default=str))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
