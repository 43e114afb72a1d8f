"""Files of other programs that hold coded texts: read and written. May hold the SQL of its own file formats."""
