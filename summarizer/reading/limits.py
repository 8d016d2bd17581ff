"""How large a file may be that is read."""

LARGEST = 32 * 2**20  # bytes of a file
LARGEST_TEXT = 6 * 2**20  # bytes of plain text: no article is longer
