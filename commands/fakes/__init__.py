"""The standing fake provider: one HTTP server that plays Twilio, Meta and Africa's Talking."""
