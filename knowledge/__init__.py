"""Curated content and the code that loads, checks, indexes and searches it: the bottom of the import order."""
