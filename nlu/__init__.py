"""Rasa graph components and the other parts of Bovett that run inside the Rasa process."""
