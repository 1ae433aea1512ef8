"""Dates, amounts, durations, places and law sections in messages of any of the languages."""
