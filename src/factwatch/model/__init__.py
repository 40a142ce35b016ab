"""The vocabulary: frozen classes without input, output, rules or settings."""
