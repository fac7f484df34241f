"""Readers and connectors of published data, one file per provider, and the bundled data. Pure: no Django."""
