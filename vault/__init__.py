"""The only cipher in the house: keys, sealing, opening and keyed names."""
