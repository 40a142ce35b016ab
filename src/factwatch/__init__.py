"""What changed since our briefing?"""

__version__ = "0.1.0"
