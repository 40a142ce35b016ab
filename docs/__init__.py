"""Runs the pages of the documentation, and reads in the figures that they give."""
