"""The data as others take it: tables with keys, the package that describes them, one archive."""
