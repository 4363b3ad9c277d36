"""Charts: plain values in, one picture, one table and one description of the same numbers out."""
