"""Words are data: lexicons, each with its source, and the code that reads them."""
