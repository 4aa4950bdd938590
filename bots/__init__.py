"""The door of survivors and responders: channels, words, dialogues, conversations."""
