"""Pages of the bot for whoever runs it: coded words, and a look at every script."""
