"""From SVG text to trimmed, packed PNG files and the lists that the game reads."""
