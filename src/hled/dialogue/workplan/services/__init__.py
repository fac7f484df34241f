"""Acts on the work plan that a person does: drafts taken over from a statement."""
