"""What exporters show they can do, product by product, as the question of complexity asks for it."""
