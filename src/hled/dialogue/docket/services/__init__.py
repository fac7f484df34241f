"""The acts of the docket: announce calls, file and follow, group, sort into themes, reply, moderate, erase."""
