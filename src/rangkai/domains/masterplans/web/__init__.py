"""Pages of masterplans."""
