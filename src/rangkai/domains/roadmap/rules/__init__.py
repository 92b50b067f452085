"""Pure rules of the roadmap: from what people entered to the engine's problem, and from its answer to a page."""
