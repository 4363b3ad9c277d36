"""Words, numbers, sources, targets: what a plan is made of. Knows nothing of files or pages."""
