"""What a service must hold, how it is read from a sheet, and where infrastructure is waited for."""
