"""The store on SQLite, by sqlite-utils."""
