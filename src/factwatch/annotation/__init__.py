"""What stands where in a text: sentences, names, titles, dates."""
