"""From a sheet to needs: what each cell says, which need each row is, and what saving would do."""
