"""The product-level screen of the Supply Chain Working Group: which products, weighed how, and what follows from it."""
