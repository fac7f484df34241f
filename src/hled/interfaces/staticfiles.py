"""Static files under names that carry their digest."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # published without types
    """Falls back to the plain name where the files were not collected, as in tests."""

    manifest_strict = False
