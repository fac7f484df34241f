"""Questions to the docket; what is public never reads the table of submitters."""
