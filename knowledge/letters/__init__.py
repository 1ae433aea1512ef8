"""Letters a person can fill in and send, and the papers to take along: read from content, filled, made into files.

A letter is a folder `content/letters/<id>/` with `letter.yaml` and one `<locale>.yaml` a language; the formats
stand in `letter_file`. `fill.filled` puts the person's words into it, `pdf`, `docx` and `plain` make the files.
"""
