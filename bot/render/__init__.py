"""A digest for each place it is shown at, one file a format."""
