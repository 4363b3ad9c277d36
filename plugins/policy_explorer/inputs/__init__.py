"""Reading: files become values with marks, and values become a plan or Problems."""
