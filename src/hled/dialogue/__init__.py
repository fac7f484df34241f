"""The features of the dialogue, each a Django app with the same inside; the order among them is checked."""
