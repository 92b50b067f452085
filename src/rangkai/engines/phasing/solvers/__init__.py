"""Several solvers behind one door: `registry.NAMES`, the shape in `base`, one conformance suite in the tests."""
