"""The referral room: the directory, the match, consent, and what was asked of whom."""
