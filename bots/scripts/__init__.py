"""Dialogues as data; the words themselves live in locales/."""
