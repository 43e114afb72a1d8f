"""The only code that prints or speaks HTTP."""
