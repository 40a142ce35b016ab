"""Resolved findings -> claims with ids, merged and held against each other."""
