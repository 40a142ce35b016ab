"""
The parts joined, once, for the command line, the pytest plugin and the library: documents in, claims and reports out.

Nothing here prints, reads the clock or looks at the environment. Extraction alone (`sides`) loads nothing of comparison.
"""
