"""Makes the facts of one article out of the mentions in its Doc."""
from newsfacts.assemble.document import assemble

__all__ = ["assemble"]
