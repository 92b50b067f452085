"""From a sheet to programmes: what each row says, which programme it is, and what saving would do."""
