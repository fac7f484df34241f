"""World Input-Output Database: the 2013 release, two years of it in the package, and the 2016 release."""

from hled.sources.input_output.wiod.release2013 import read_bundled, read_wiod2013
from hled.sources.input_output.wiod.release2016 import read_wiod2016

__all__ = ["read_bundled", "read_wiod2013", "read_wiod2016"]
