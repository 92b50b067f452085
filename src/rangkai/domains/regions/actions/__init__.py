"""What is done with governments and areas."""

from rangkai.domains.regions.actions.load_codes import load_areas, load_governments
from rangkai.domains.regions.actions.open_workspace import open_workspace

__all__ = ["load_areas", "load_governments", "open_workspace"]
