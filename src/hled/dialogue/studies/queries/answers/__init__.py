"""Studies as answers of commands and endpoints, with their schemas."""

from hled.interfaces.answers import Published

PUBLISHED: tuple[Published, ...] = ()
