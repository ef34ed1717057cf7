"""The drawings of the game: generators that write plain SVG, and SVG files."""
