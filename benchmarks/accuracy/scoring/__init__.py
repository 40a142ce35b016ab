"""Scoring of claims against gold: names, fields, assignment, counts. ``score.py`` beside this package says what counts as right."""
