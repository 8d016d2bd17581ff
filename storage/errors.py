"""What goes wrong with the database: told by those, too, who never load it."""


class DatabaseError(Exception):
    """The database file cannot be opened or is none of ours."""
