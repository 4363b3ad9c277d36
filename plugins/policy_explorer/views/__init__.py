"""Site -> what each page shows, in one language: frozen, complete, ready to be read."""
