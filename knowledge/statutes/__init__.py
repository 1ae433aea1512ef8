"""Official law texts: read from Lovdata's public files, stored, shown word for word, and compared.

Others use `knowledge.statutes.statutes.Statutes`.
"""
