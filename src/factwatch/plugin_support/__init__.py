"""What the pytest plugin does, apart from pytest's hooks; nothing here is loaded before a test asks for it."""
