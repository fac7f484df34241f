"""Questions to the engine, answered from the tables of an installation, and the studies that were kept."""
