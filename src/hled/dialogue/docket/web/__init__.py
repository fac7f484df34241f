"""Pages of the docket: what everybody reads, what anybody files, what officers sort and answer."""
