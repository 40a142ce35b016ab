"""Annotated text -> findings: what single sentences say, before names are resolved."""
