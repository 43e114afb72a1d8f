"""Pure functions that the stages share: sentences, quotation marks, names."""
