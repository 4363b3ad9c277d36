"""Files out: pages, data, assets. Each yields (path, bytes); none knows where they go."""
