"""Trade tables beside pandas and plain SQL: made rows, the same Parquet file for all, the same answer."""
