"""Guides: step-by-step conversations that end in a date, an amount or a letter.

What a guide asks and says is content (`content/guides/<id>/`); what follows from the answers is one pure
function (`rules/`), so that both can be read, and tested, on their own.
"""
