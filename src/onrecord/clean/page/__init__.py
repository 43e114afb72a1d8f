"""HTML pages become text with offsets, regions and metadata."""

from onrecord.clean.page.dom import Block, Page, read_page
from onrecord.clean.page.metadata import Metadata, metadata_of
from onrecord.clean.page.regions import PageLayout, lay_out_page

__all__ = ["Block", "Metadata", "Page", "PageLayout", "lay_out_page", "metadata_of", "read_page"]
