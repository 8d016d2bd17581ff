"""Digests as files for an office: Word, Excel, calendar, CSV, JSON."""
