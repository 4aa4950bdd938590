"""The `flask` commands: the door of whoever runs the programme."""
