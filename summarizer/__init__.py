"""Understand one article of Vietnamese official news."""
