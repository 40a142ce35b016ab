"""Findings -> who and what they are about: coreference within one document."""
