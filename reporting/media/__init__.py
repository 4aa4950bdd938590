"""Media: voice notes and pictures of a report, sealed like her words."""
